/** A site of names that no disk, no host and no page likes: every address of it leads somewhere, and no two are one. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDeadLinks } from '../../scripts/check-links.ts';
import { buildSite } from '../../src/cli/site/build-site.ts';
import { filesIn } from '../../src/cli/site/manifest.ts';
import { groupsOf } from '../../src/components/client/search/groups.ts';
import { nameHits, operationHits } from '../../src/components/client/search/hits.ts';
import { Library } from '../../src/components/client/search/library.ts';
import type { Operation, Service, Shape } from '../../src/model/index.ts';
import { Database } from '../../src/store/database/database.ts';
import { derive } from '../../src/store/ingest/derive.ts';
import { addInput } from '../../src/store/ingest/inputs.ts';
import { openStore } from '../../src/store/read.ts';
import { addressFrom } from '../../src/view/compare/pattern-address.ts';
import { comparePage } from '../../src/view/pages/compare-page.ts';
import { Memory } from '../../src/view/site/memory.ts';
import { storeNames } from '../../src/view/site/site-names.ts';
import { siteUrls } from '../../src/view/site/urls.ts';
import { modelFacts } from '../fixture-services.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-names-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const out = join(top, 'site');
const base = '/docs/';

const names = [
  ...['', ' ', '.', '..', '../x', 'a/b', 'a\\b', 'con', 'CON', 'nul.txt', 'com1', 'aux.', 'trailing.', '.hidden', '-x'],
  ...[
    'index.html',
    'INDEX.HTML',
    '404.html',
    'feed.xml',
    'Feed.XML',
    'changes',
    'Changes',
    'shapes',
    'request',
    'history',
    'breaking',
    'Documentation',
  ],
  ...[
    'Evil',
    'EVIL',
    'evil',
    'é',
    'e\u0301',
    'É',
    'ß',
    'SS',
    'ı',
    'İ',
    '🦔',
    'a b',
    'a~20b',
    'a\u020b',
    'a?b',
    'a#b',
    'a%2fb',
  ],
  ...[
    'a&b',
    'a"b',
    "a'b",
    '<b>',
    'a=b',
    'a',
    'a.b',
    'a[]',
    'a{key}',
    '2025',
    '11',
    '__proto__',
    'constructor',
    'a\u0000b',
    'a\nb',
  ],
  ...['x'.repeat(300), `${'x'.repeat(300)}y`, '\ud800', '\u202egnp', '~', '~7e', 'toString'],
];
const releases = [
  '1.0.0+local',
  '1.0.0',
  'CON',
  'con',
  'index.html',
  '2025',
  '2025-11-13',
  'a/b',
  '..',
  '',
  'x'.repeat(300),
  'Evil',
  'EVIL',
];

/** Every name as an operation, a field, a value, an error and a shape that is too large for the pages that use it. */
function serviceOf(id: string, round: number): Service {
  const member = (name: string, target: string) => ({ name, target, required: false });
  const many = (target: string) => Array.from({ length: 120 }, (_, index) => member(`Field${index}`, target));
  const large: Record<string, Shape> = Object.create(null);
  for (const name of names) large[`L${name}`] = { kind: 'structure', members: many('Values') };
  const shapes = {
    ...large,
    Text: { kind: 'string' },
    Values: { kind: 'string', enum: round === 0 ? names.slice(0, -3) : names },
    '~body': {
      kind: 'structure',
      members: [
        ...many('Text'),
        ...many('Text').map(({ name }) => member(`B${name}`, 'Text')),
        ...many('Text').map(({ name }) => member(`C${name}`, 'Text')),
      ],
    },
    Fields: { kind: 'structure', members: names.slice(round === 0 ? 5 : 0).map((name) => member(name, 'Values')) },
    Parts: { kind: 'structure', members: names.map((name) => member(name, `L${name}`)) },
    '~wrap': {
      kind: 'structure',
      members: ['Body', 'BODY', 'body', 'con', 'index.html'].map((name) => member(name, '~body')),
    },
  } as const satisfies Record<string, Shape>;
  const operations: Operation[] = names.map((name, index) => ({
    ...{ name, sdkName: `sdk_${index}`, nameOrigin: 'stated', errors: names.map((error) => ({ name: error })) },
    request: index === 5 ? 'Parts' : 'Fields',
    response: index === 5 ? '~wrap' : 'Values',
  }));
  return {
    ...{ id, title: id, facts: modelFacts, operations, shapes },
    ...{ waiters: names.map((name) => ({ name, operation: names[0] ?? '' })), paginators: [], errors: [] },
  } as unknown as Service;
}

beforeAll(async () => {
  const store = join(top, 'store.db');
  const database = Database.open(store);
  await database.transaction(() => {
    const add = (service: Service, version: string): void => {
      const facts = {
        version,
        date: '2025-11-13',
        dialect: 'service-model',
        complete: false,
        presence: { kind: 'shown' },
      } as const;
      addInput(database, service, { ...facts, stated: null, spec: 'a model' }, `${service.id}\n${version}`);
    };
    for (const id of names) add({ ...serviceOf(id, 0), operations: serviceOf(id, 0).operations.slice(0, 1) }, '1.0.0');
    for (const [index, version] of releases.entries()) add(serviceOf('tea', index % 2), version);
    derive(database);
  });
  database.close();
  await buildSite(
    { store, out: { named: out, folder: out }, base, site: 'https://example.org' },
    { stdout: { write: () => {} }, stderr: { write: () => {} }, env: {} },
  );
}, 300_000);

test('every link and every fragment leads to a page and a place on it', () => {
  const files = filesIn(out);
  const pages = files.filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(names.length * 3);
  expect(findDeadLinks(out, pages, base).slice(0, 10)).toEqual([]);
}, 120_000);

test('every address in a feed and in the head of a page is one of a page', () => {
  const files = new Set(filesIn(out));
  for (const file of files) {
    if (!/(?:xml|json|html)$/.test(file) || file === 'apidelta-site.json') continue;
    for (const [, path = ''] of readFileSync(join(out, file), 'utf8').matchAll(
      /https:\/\/example\.org(\/[^"'<>&#\s\\]*)/g,
    )) {
      const inside = decodeURIComponent(path.slice(base.length));
      expect(
        files.has(inside.endsWith('/') || inside === '' ? `${inside}index.html` : inside),
        `${file}: ${path}`,
      ).toBe(true);
    }
  }
});

test('on a disk that ignores letter case no file lies on another, and every disk can hold every name', () => {
  const places = new Map<string, string>();
  for (const file of filesIn(out)) {
    const parts = file.split('/');
    for (const [index, part] of parts.entries()) {
      expect(part.length, file).toBeLessThan(230);
      expect(part, file).toMatch(/^[A-Za-z0-9_~][A-Za-z0-9_.~-]*$/);
      expect(part, file).not.toMatch(/\.$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      const place = parts.slice(0, index + 1).join('/');
      const kind = index === parts.length - 1 ? `file ${place}` : `folder ${place}`;
      const known = places.get(place.toLowerCase());
      expect(known ?? kind, place).toBe(kind);
      places.set(place.toLowerCase(), kind);
    }
  }
});

test('no page has one id twice', () => {
  for (const file of filesIn(out)) {
    if (!file.endsWith('.html')) continue;
    const ids = [...readFileSync(join(out, file), 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index).slice(0, 5), file).toEqual([]);
  }
});

test('every name has a page of its own in every place', () => {
  const pages = filesIn(out).filter((file) => file.endsWith('index.html'));
  const count = (pattern: RegExp) => pages.filter((file) => pattern.test(file)).length;
  expect(count(/^services\/[^/]+\/index\.html$/)).toBe(new Set([...names, 'tea']).size);
  expect(count(/^services\/tea\/[^/]+\/index\.html$/)).toBe(names.length + 2);
  expect(count(/^services\/tea\/[^/]+\/response\/[^/]+\/index\.html$/)).toBeGreaterThanOrEqual(4);
});

test('every address that search opens is one of a page, and of a place on it', async () => {
  const library = new Library(async (file) => JSON.parse(readFileSync(join(out, 'search', file), 'utf8')));
  const { services, ranges, tops } = await library.words();
  const wanted = {
    ...{ kind: null, service: null, text: '', words: [], exact: null, joined: '', mine: new Set<string>() },
    ...{ only: null, order: 1, isLong: false },
  };
  const files = [...ranges, ...tops].map(([, file]) => library.names(file));
  const owned = services.map(({ name }) => library.service(name));
  const hits = [
    ...operationHits(await library.operations(), wanted),
    ...(await Promise.all([...files, ...owned])).flatMap((known) => [
      ...(known.operations === null ? [] : operationHits(known.operations, wanted)),
      ...nameHits(known, wanted),
    ]),
  ];
  const addresses = [...services.map(({ address }) => address), ...hits.map((hit) => hit.shown().address)];
  expect(new Set(addresses).size).toBeGreaterThan(names.length * 3);
  // A page of links to all of them, which the other test of links reads.
  const page = 'links.html';
  const link = (address: string) =>
    `<a href="${base}${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></a>`;
  writeFileSync(join(out, page), [...new Set(addresses)].map(link).join('\n'));
  const dead = findDeadLinks(out, [page], base);
  rmSync(join(out, page));
  expect(dead.slice(0, 10)).toEqual([]);
  expect(groupsOf(hits, wanted, new Map()).groups.length).toBeGreaterThan(2);
});

test('every service can be compared: its history, and the page of its changes, are where a script looks', () => {
  const reader = openStore(join(top, 'store.db'));
  const memory = new Memory();
  const urls = siteUrls({ base, names: storeNames(reader, memory) });
  const { services, histories, changes } = comparePage({ store: reader, memory, urls });
  reader.close();
  const fileOf = (address: string) => decodeURIComponent(address.slice(base.length));
  expect(services.some(({ slug }) => slug !== null)).toBe(true);
  for (const service of services) {
    const { id } = JSON.parse(readFileSync(join(out, fileOf(addressFrom(histories, service))), 'utf8'));
    expect(id).toBe(service.id.toWellFormed());
    expect(existsSync(join(out, fileOf(addressFrom(changes, service)), 'index.html')), service.id).toBe(true);
  }
});
