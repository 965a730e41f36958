/** Tests the pages as data: what each one says and where it leads. */
import { expect, test } from 'vitest';
import type { Prose } from '../../../src/model/index.ts';
import { releaseLines } from '../../../src/view/changes/release-lines.ts';
import { ruleKinds, rulePage, rulesPage } from '../../../src/view/pages/about/rules-page.ts';
import { feedsPage } from '../../../src/view/pages/feeds-page.ts';
import { homePage } from '../../../src/view/pages/home-page.ts';
import { operationPage, operationPaths } from '../../../src/view/pages/operation-page.ts';
import { shapePage, shapePaths, subtreePage, subtreePaths } from '../../../src/view/pages/part-page.ts';
import { releasePage } from '../../../src/view/pages/release-page.ts';
import { releasesPage } from '../../../src/view/pages/releases-page.ts';
import { servicePage } from '../../../src/view/pages/service-page.ts';
import { servicesPage } from '../../../src/view/pages/services-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { hostile } from '../../fixture-services.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');
const hostileProse: Prose = [{ type: 'paragraph', children: [{ type: 'text', value: '<script>' }] }];
const createListener = operationPage(site, 'elbv2', 'CreateListener');
const [request] = createListener.directions;

test('an operation is told as the source has it', () => {
  expect(createListener.since).toEqual({
    label: '1.40.72 or earlier',
    url: '/docs/releases/1.40.72/elbv2/',
    exact: false,
  });
  expect(createListener.errors?.map(({ name, url }) => [name, url])).toEqual([
    ['ListenerNotFound', '/docs/services/elbv2/#error.ListenerNotFound'],
    ['TooManyListeners', '/docs/services/elbv2/#error.TooManyListeners'],
  ]);
  expect(createListener.history.entries.map(({ release, lines }) => [release, lines.length])).toEqual([['1.40.73', 5]]);
  expect(createListener.signature).toBe('client.create_listener(**kwargs)');
  expect(createListener.changed?.label).toBe('1.40.73');
  expect(createListener.head.feeds.map(({ url }) => url)).toEqual(['/docs/services/elbv2/feed.xml']);
});

test('the first page has the releases of fourteen days, and the months of those before', () => {
  const [changed] = site.store.serviceReleases();
  if (changed === undefined) throw new Error('Unexpected empty store, expected a release with changes');
  const serviceReleases = Array.from({ length: 16 }, (_, at) => {
    // Two of the newest day, and then one a day.
    const [id, date] = [`1.41.${20 - at}`, `2026-01-${20 - Math.max(at, 1)}`];
    return { ...changed, release: { id, version: id, date } };
  });
  const store = {
    ...site.store,
    serviceReleases: () => serviceReleases,
    releases: () => serviceReleases.map(({ release }) => release),
  };
  const home = homePage({ ...site, store, memory: new Memory() });
  expect(home.days.map(({ release }) => release)).toEqual(
    serviceReleases.slice(0, 15).map(({ release }) => release.id),
  );
  expect(home.archive.map(({ label }) => label)).toEqual(['Rest of January 2026']);
});

test('the description of the page of a kind has no signs of code', () => {
  const described = ruleKinds().map((kind) => rulePage(site, kind).head.description);
  expect(described.filter((text) => text.includes('`'))).toEqual([]);
  expect(described.filter((text) => text.length < 10)).toEqual([]);
});

test('fields carry type, requirement, limits, values and their age', () => {
  const field = (name: string) => request?.fields.find((view) => view.name === name);
  expect(field('LoadBalancerArn')).toMatchObject({ required: true, always: false });
  expect(field('LoadBalancerArn')?.facts).toMatchObject({
    constraints: ['20 to 2,048 characters'],
    pattern: '^arn:[^\\s]+$',
  });
  expect(
    field('DefaultActions')
      ?.type.map(({ text }) => text)
      .join(''),
  ).toBe('list of structure');
  expect(field('DefaultActions')?.children.map(({ anchor }) => anchor)).toEqual([
    'request.DefaultActions[].Type',
    'request.DefaultActions[].TargetGroupArn',
    'request.DefaultActions[].ForwardConfig',
  ]);
  const values = field('Protocol')?.facts.values?.groups.flatMap((group) => group.values) ?? [];
  expect(values.filter(({ age }) => age !== null).map(({ value, age }) => [value, age?.url])).toEqual([
    ['QUIC', '/docs/releases/1.40.73/elbv2/#0000000000b1'],
    ['TCP_QUIC', '/docs/releases/1.40.73/elbv2/#0000000000b2'],
  ]);
  expect(field('Tags')?.inside.map(({ label }) => label)).toEqual(['Each key']);
  expect(field('ClientToken')?.facts.notes).toHaveLength(1);
});

test('required is not said where the source cannot tell', () => {
  const [, response] = createListener.directions;
  expect(response?.fields.every(({ always, required }) => !always && !required)).toBe(true);
});

test('what the source does not show is not called empty', () => {
  const odd = operationPage(site, 'elbv2', 'search');
  expect(odd.directions.map(({ empty }) => empty)).toEqual([
    'The operation takes no parameters.',
    'The source does not show the response.',
  ]);
  expect(operationPage(site, 'elbv2', 'DeleteListener').removedIn?.label).toBe('1.40.73');
});

test('what an operation had once is told with its life', () => {
  expect(createListener.removedParts).toMatchObject({
    more: 0,
    parts: [
      { what: 'field', names: ['Gone.Deep'], of: null, direction: 'request', since: '1.40.72 or earlier' },
      { what: 'value', names: [hostile], of: 'Listeners[].Protocol', direction: 'response', since: null },
      { what: 'error', names: ['OldError'], of: null, direction: null, removedIn: { label: '1.40.73' } },
    ],
  });
  const other = operationPage(site, 'elbv2', 'Search');
  expect(other.removedParts.parts).toEqual([]);
});

test('the code beside it can be run as it stands', () => {
  const [python, cli, json] = createListener.code.tabs;
  expect(python?.required.text).toMatchInlineSnapshot(`
    "client.create_listener(
        LoadBalancerArn='string',
        DefaultActions=[
            {
                'Type': 'forward',
            },
        ],
    )"
  `);
  expect(cli?.required.text).toMatchInlineSnapshot(`
    "aws elbv2 create-listener \\
        --load-balancer-arn <string> \\
        --default-actions Type=forward"
  `);
  expect(json?.everything?.text).toMatchInlineSnapshot(`
    "{
      "LoadBalancerArn": "string",
      "DefaultActions": [
        {
          "Type": "forward",
          "TargetGroupArn": "string",
          "ForwardConfig": {
            "TargetGroups": [
              {
                "TargetGroupArn": "string",
                "Weight": 1
              }
            ],
            "StickyFor": 1
          }
        }
      ],
      "Protocol": "HTTP",
      "Port": 1,
      "Certificates": [
        {
          "CertificateArn": "string"
        }
      ],
      "Tags": {"HTTP": "string"},
      "ClientToken": "string"
    }"
  `);
});

test('every address of a page is one that exists', () => {
  for (const { props } of operationPaths(site)) operationPage(site, props.service, props.name);
  for (const { props } of shapePaths(site)) shapePage(site, props.service, props.shape);
  for (const { props } of subtreePaths(site)) subtreePage(site, props.service, props.place);
  for (const { id } of site.store.services()) servicePage(site, id);
  for (const { id } of site.store.releases()) releasePage(site, id);
  const slugs = operationPaths(site).map(({ params }) => `${params.service}/${params.operation}`.toLowerCase());
  expect(new Set(slugs).size).toBe(slugs.length);
});

test('a service says what nobody could tell', () => {
  expect(servicePage(site, 'apigatewayv2').unknown).toContain('whether these are all operations');
  expect(servicePage(site, 'elbv2').unknown).not.toContain('whether these are all operations');
});

test('settings of a client are shown with what they do', () => {
  const store: typeof site.store = {
    ...site.store,
    service(id) {
      const service = site.store.service(id);
      const clientContextParams = [
        { name: 'use_<b>', type: 'boolean', documentation: hostileProse },
        { name: 'plain' },
      ];
      return service === null ? null : { ...service, ...{ clientContextParams } };
    },
  };
  expect(servicePage({ ...site, store }, 'elbv2').clientContext).toEqual([
    { name: 'use_<b>', anchor: 'client-context.use_<b>', type: 'boolean', docs: '<p>&#x3C;script></p>' },
    { name: 'plain', anchor: 'client-context.plain', type: null, docs: '' },
  ]);
  expect(servicePage(site, 'elbv2').clientContext).toEqual([]);
});

test('lists are in the order of a reader', () => {
  expect(servicesPage(site).services.map(({ title }) => title)).toEqual(['ApiGatewayV2', 'Elastic Load Balancing v2']);
  expect(releasesPage(site).months.map(({ title }) => title)).toEqual([
    'November 2025',
    'September 2020',
    'Date unknown',
  ]);
  expect(homePage(site).days.map(({ release }) => release)).toEqual(['1.40.73', '2020-09-08']);
  expect(feedsPage(site).services).toHaveLength(2);
});

test('each kind of change has a page, and so has its opposite', () => {
  const listed = rulesPage(site).subjects.flatMap(({ kinds }) => kinds.map(({ kind }) => kind));
  expect(listed.toSorted()).toEqual([...ruleKinds()]);
  for (const kind of ruleKinds()) {
    const { mirror, rules } = rulePage(site, kind);
    expect(rules.length).toBeGreaterThan(0);
    if (mirror !== null) expect(ruleKinds().filter((one) => one !== kind)).toContain(mirror.kind);
  }
});

test('nothing but the rendered descriptions is markup', () => {
  const { docs, rest: more, ...rest } = operationPage(site, 'elbv2', 'Search');
  expect(more).not.toContain('<script');
  expect(docs).not.toContain('<script');
  // The data carries foreign text as it is: components escape it when they print it.
  expect(JSON.stringify(rest)).not.toContain('&lt;');
  expect(rest.head.description).toBe(hostile.replace(/\s+/g, ' '));
});

test('what is about no service stands on the page of its release, and is counted where releases are listed', () => {
  expect(releasePage(site, '1.40.73').notes).toEqual([
    { about: 'TLS', category: 'feature', html: expect.stringContaining('TLS 1.2 is the least.') },
  ]);
  expect(releasePage(site, '1.40.72').notes).toEqual([]);
  expect(releaseLines(site, () => true).map(({ notes }) => notes)).toEqual(['1 note for all services', '', '']);
});
