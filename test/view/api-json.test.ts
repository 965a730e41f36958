/** Every JSON file of the content's site is valid against the schema that is published beside it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardsOf } from '../../src/diff/catalogue.ts';
import { hasMembers } from '../../src/model/index.ts';
import { historyJson } from '../../src/view/api/history-json.ts';
import { latestJson, monthJson, releaseJson, releasesJson } from '../../src/view/api/release-json.ts';
import { jsonSchemaOf, type SchemaName, schemas } from '../../src/view/api/schemas.ts';
import { serviceJson, servicesJson } from '../../src/view/api/service-json.ts';
import { releaseMonths } from '../../src/view/changes/release-lines.ts';
import { type ContentSite, contentSite } from '../content-site.ts';
import { fixtureSite } from '../fixture-site.ts';

let content: ContentSite;
beforeAll(async () => {
  content = await contentSite();
});
afterAll(() => content.close());

// A tuple whose end may be absent is no mistake.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false, allErrors: true });
const validators = new Map(
  (Object.keys(schemas) as SchemaName[]).map((name) => [name, ajv.compile(jsonSchemaOf(name))] as const),
);

function problemsOf(name: SchemaName, value: unknown): unknown {
  const validate = validators.get(name);
  return validate?.(JSON.parse(JSON.stringify(value))) === true ? null : (validate?.errors ?? `no schema ${name}`);
}

test('files of the content fit their schemas', () => {
  const { site } = content;
  expect(problemsOf('latest', latestJson(site))).toBeNull();
  expect(problemsOf('services', servicesJson(site))).toBeNull();
  expect(problemsOf('releases', releasesJson(site))).toBeNull();
  for (const { id } of site.store.services()) {
    expect(problemsOf('service', serviceJson(site, id)), id).toBeNull();
    expect(problemsOf('history', historyJson(site, id)), id).toBeNull();
  }
  for (const { id } of site.store.releases()) expect(problemsOf('release', releaseJson(site, id)), id).toBeNull();
  for (const month of releaseMonths(site)) expect(problemsOf('month', monthJson(site, month)), month).toBeNull();
});

test('files of hostile names fit their schemas', () => {
  const site = fixtureSite();
  for (const { id } of site.store.services()) {
    expect(problemsOf('service', serviceJson(site, id)), id).toBeNull();
    expect(problemsOf('history', historyJson(site, id)), id).toBeNull();
  }
  for (const { id } of site.store.releases()) expect(problemsOf('release', releaseJson(site, id)), id).toBeNull();
});

test('a shape has its words where its source has some, and only there', () => {
  const { site } = content;
  const found = site.store.services().flatMap(({ id: service }) => {
    const { shapes } = serviceJson(site, service);
    const states = (site.store.service(service)?.operations ?? []).filter(({ removedIn }) => removedIn === null);
    return states.flatMap((state) =>
      Object.entries(state.shapes).flatMap(([id, shape]) =>
        (hasMembers(shape) ? shape.members : []).map(({ name, documentation }) => ({
          has: documentation !== undefined,
          told: shapes[id]?.members?.find((member) => member.name === name)?.documentation?.trim(),
        })),
      ),
    );
  });
  expect(new Set(found.map(({ has }) => has))).toEqual(new Set([true, false]));
  expect(found.filter(({ has, told }) => has === (told === undefined || told === ''))).toEqual([]);
});

test('what does not fit is told', () => {
  expect(problemsOf('latest', { schemaVersion: 2 })).not.toBeNull();
  expect(problemsOf('service', { ...serviceJson(content.site, 'elbv2'), more: 1 })).not.toBeNull();
});

test('a release says every change, with its card and its sentence', () => {
  const { services } = releaseJson(content.site, '1.40.73');
  const [elb] = services;
  const [first] = elb?.changes ?? [];
  expect(elb?.changes.map(({ kind, value, group }) => [kind, value, group])).toEqual([
    ['enum-value-added', 'QUIC', undefined],
    ['enum-value-added', 'TCP_QUIC', first?.key],
    ['field-added', '', undefined],
  ]);
  expect(elb?.changes[0]?.sentence).toContain('can be `QUIC` or `TCP_QUIC`');
  // The second is told on the card of the first, and has its places.
  expect(elb?.changes[1]).not.toHaveProperty('sentence');
  expect(elb?.changes[1]).toMatchObject({ placesOf: elb?.changes[0]?.key });
});

test('the places of every change are whole again where those of others are put in', () => {
  let shared = 0;
  for (const { site } of [content, { site: fixtureSite() }])
    for (const { id } of site.store.releases())
      for (const service of releaseJson(site, id).services) {
        const placesOf = (key: string | undefined) => service.changes.find((one) => one.key === key)?.places;
        const whole = service.changes.map(({ key, severity, places, placesOf: same }) => {
          if (same !== undefined) shared++;
          const all = places ?? placesOf(same) ?? [];
          return [key, all.map((place) => ({ ...place, severity: place.severity ?? severity }))];
        });
        const changes = cardsOf(site.store.changes(service.id, id)).flatMap((card) => card.changes);
        expect(whole).toEqual(
          changes.map(({ key, places }) => [
            key,
            places.map(({ operation, direction, path, severity }) => ({ operation, direction, path, severity })),
          ]),
        );
      }
  expect(shared).toBeGreaterThan(0);
});

test('a month has the sentences of its services', () => {
  const month = monthJson(content.site, '2025-05');
  expect(month.releases.map(({ id, services }) => [id, services.map(({ id: service }) => service)])).toEqual([
    ['1.38.19', ['dsql']],
    ['1.38.15', ['dsql']],
    ['1.38.8', ['kinesis']],
  ]);
  // A removed operation is greater news than a removed field.
  expect(month.releases[0]?.services[0]?.lines[0]).toMatchObject({ severity: 'breaking', kind: 'operation-removed' });
});
