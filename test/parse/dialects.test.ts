/** Every dialect says all of itself, and keeps to what it says. */
import { expect, test } from 'vitest';
import type { Dialect } from '../../src/parse/dialects/dialect.ts';
import { dialectNames } from '../../src/parse/dialects/names.ts';
import { sampleOf } from '../../src/parse/dialects/sample.ts';
import { type DialectId, dialectOf, dialects, parseDocuments } from '../../src/parse/index.ts';
import { flatPage, pageEntries, structuredPage } from '../generate/print-changelog.ts';
import { htmlPage } from '../generate/print-html.ts';
import { operationPage } from '../generate/print-rst.ts';
import { referenceText } from '../generate/print-text.ts';
import { Random } from '../generate/random.ts';
import { randomService } from '../generate/service.ts';

type OptionalKey<Of> = { [Key in keyof Of]-?: object extends Pick<Of, Key> ? Key : never }[keyof Of];

/** A part that could be left out would be forgotten. */
const allIsDemanded: [OptionalKey<Dialect>] extends [never] ? true : false = true;

const service = randomService(new Random(11), { markup: false });
const [operation] = service.operations as readonly [(typeof service.operations)[number]];
const entries = pageEntries({ ...service, operations: [] }, service);

/** One document of each dialect: the compiler asks for that of a new one. */
const documents: Readonly<Record<DialectId, string>> = {
  'reference-rst': operationPage(service, operation),
  'reference-text': referenceText(service),
  'changelog-text': structuredPage(service, entries),
  'changelog-flat': flatPage(service, entries),
  'changelog-html': htmlPage(service, entries),
  'service-model': JSON.stringify({ metadata: { uid: 'x' }, operations: { Go: {} }, shapes: {} }),
  'release-notes': '1.2.3\n=====\n\n* api-change:``sample``: Words.\n',
};

test.each(dialects)('$id says all of itself', (dialect: Dialect) => {
  expect(allIsDemanded).toBe(true);
  for (const words of [dialect.id, dialect.label, dialect.lookedFor]) expect(words.trim()).not.toBe('');
  expect(dialect.releases.feedName).toMatch(/^tag:[a-z]+,\d{4}:[a-z]+$/);
  const days = dialect.releases.minorReleases.map(([, day]) => day);
  expect(days).toEqual([...days].sort());
});

test('a store knows each dialect by what the dialect says of itself', () => {
  const all: readonly Dialect[] = dialects;
  const said = all.map(({ id, label, richness, releases }) => ({ id, label, richness, releases }));
  expect(dialectNames).toEqual(said);
});

test.each(['id', 'label', 'richness'] as const)('no two dialects have one %s', (key) => {
  const all: readonly Dialect[] = dialects;
  expect(new Set(all.map((dialect) => dialect[key])).size).toBe(dialects.length);
});

test.each(Object.entries(documents))('a document of %s is told apart from all others', (id, text) => {
  const sample = sampleOf(text);
  expect(dialects.filter((dialect) => dialect.isWrittenIn(sample)).map((dialect) => dialect.id)).toEqual([id]);
});

test.each(Object.entries(documents))('%s states the facts that it can state, and no other', (id, text) => {
  const { always, sometimes } = dialectOf(id as DialectId).facts as Dialect['facts'];
  expect(new Set([...always, ...sometimes]).size).toBe(always.length + sometimes.length);
  const { api } = parseDocuments(id as DialectId, [{ name: 'a', text }]);
  expect(api.services).toHaveLength(always.length + sometimes.length === 0 ? 0 : 1);
  for (const { facts } of api.services) {
    expect(facts).toEqual(expect.arrayContaining([...always]));
    expect([...always, ...sometimes]).toEqual(expect.arrayContaining([...facts]));
  }
});

test('what names no dialect is a mistake of the program', () => {
  expect(() => dialectOf('tea' as DialectId)).toThrow('Unexpected `tea`, expected the name of a dialect');
});
