/** The table of traits against what the reader does and the differ tells; and what nobody knows yet, at every place. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareServices, ruleOf, tsvLines } from '../../../src/diff/index.ts';
import {
  canonicalJson,
  type Json,
  type Service,
  type TraitPlace,
  traitPlaces,
  traits,
} from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';
import { describeShared, shared } from '../../shared.ts';

type Traits = Readonly<Record<string, Json>>;

/** A model with something more at one place. */
function modelWith(place: TraitPlace | null, more: Traits, type = 'structure'): string {
  const at = (wanted: TraitPlace) => (place === wanted ? more : {});
  const inside =
    type === 'structure' ? { members: { F: { shape: 'Text' }, G: { shape: 'Blob', ...at('member') } } } : {};
  return JSON.stringify({
    metadata: { uid: 'tea-2020-01-01', protocol: 'json', ...at('metadata') },
    operations: {
      Brew: {
        http: { method: 'POST', requestUri: '/', ...at('http') },
        input: { shape: 'In', ...at('envelope') },
        output: { shape: 'Thing' },
        errors: [{ shape: 'Cold', ...at('error-reference') }],
        ...at('operation'),
      },
    },
    shapes: {
      In: { type: 'structure', members: { A: { shape: 'Thing' }, H: { shape: 'Thing', location: 'header' } } },
      Thing: { type, ...inside, ...at('shape') },
      Cold: {
        type: 'structure',
        members: {},
        exception: true,
        error: { httpStatusCode: 400, ...at('error') },
        retryable: { ...at('retryable') },
      },
      Text: { type: 'string' },
      Blob: { type: 'blob' },
    },
    clientContextParams: { P: { type: 'string', ...at('client-context') } },
    ...at('service'),
  });
}

function read(text: string): { readonly service: Service; readonly said: readonly string[] } {
  const { api, messages } = parseDocuments('service-model', [{ name: 'm.json', text }], { service: 'tea' });
  const [service] = api.services;
  if (service === undefined) return expect.fail(messages.join('\n'));
  return { service, said: messages.filter(({ ruleId }) => ruleId === 'unknown-trait').map(({ message }) => message) };
}

/** Values that make a difference where `true` makes none, and the type that the trait belongs to. */
const values: Readonly<Record<string, readonly [value: Json, type?: string]>> = {
  'service metadata': [{ uid: 'tea-2021-01-01' }],
  'service operations': [{}],
  'service shapes': [{}],
  'service clientContextParams': [{ Q: { type: 'string' } }],
  'operation errors': [[]],
  'operation input': [{ shape: 'Thing' }],
  'operation output': [{ shape: 'In' }],
  'envelope shape': ['Thing'],
  'error-reference shape': ['Thing'],
  'shape type': ['string'],
  'shape members': [{}],
  'shape member': [{ shape: 'Text' }, 'list'],
  'shape key': [{ shape: 'Blob' }, 'map'],
  'shape value': [{ shape: 'Text' }, 'map'],
  'shape required': [['F']],
  'shape enum': [['A'], 'string'],
  'shape min': [1, 'string'],
  'shape max': [1, 'string'],
  'shape pattern': ['a', 'string'],
  'shape streaming': [true, 'blob'],
  'shape payload': ['G'],
  'member shape': ['Text'],
  'member enum': [['A']],
  'error httpStatusCode': [500],
};
/** Traits that say something only beside another one. */
const beside: Readonly<Record<string, Traits>> = {
  'service deprecatedMessage': { deprecated: true },
  'operation deprecatedMessage': { deprecated: true },
  'operation deprecatedSince': { deprecated: true },
  'shape deprecatedMessage': { deprecated: true },
  'shape deprecatedSince': { deprecated: true },
  'member deprecatedMessage': { deprecated: true },
  'member deprecatedSince': { deprecated: true },
  'member jsonvalue': { location: 'header' },
  'shape fault': { exception: true },
  'shape retryable': { exception: true },
};

const rows = traits.flatMap((trait) => trait.at.map((place) => [place, trait.name, trait] as const));

describe('the table', () => {
  test.each(rows)('%s: %s', (place, name, { rule, unread, means }) => {
    expect(means).toMatch(/^.{5,}[^.]$/);
    if (unread === undefined) expect(ruleOf(rule ?? ''), `${rule} is no rule`).toBeDefined();
    else expect(rule).toBeNull();
    const [given, type] = values[`${place} ${name}`] ?? [];
    const value = given ?? (/^deprecated.|ocumentation|^code$|Uri|method/.test(name) ? 'words' : true);
    const without = read(modelWith(place, beside[`${place} ${name}`] ?? {}, type));
    const having = read(modelWith(place, { ...beside[`${place} ${name}`], [name]: value }, type));
    expect(having.said).toEqual([]);
    const same = canonicalJson(without.service) === canonicalJson(having.service);
    expect(same, unread ?? 'the reader does nothing with it').toBe(unread !== undefined);
  });

  test('no trait is listed twice at one place', () => {
    const all = rows.map(([place, name]) => `${place} ${name}`);
    expect(all.filter((row, at) => all.indexOf(row) !== at)).toEqual([]);
  });
});

describe('what nobody knows yet', () => {
  test.each(traitPlaces)('at %s is said, kept, and its coming, change and going are told', (place) => {
    const without = read(modelWith(place, {}));
    const first = read(modelWith(place, { brandNewTrait: 1 }));
    const second = read(modelWith(place, { brandNewTrait: { now: [2] } }));
    expect(without.said).toEqual([]);
    expect(first.said[0]).toMatch(/^Unexpected `.*brandNewTrait` of `.*`, expected a trait that is known there$/);
    const kinds = (a: Service, b: Service) => {
      const changes = compareServices(a, b);
      const lines = changes === undefined ? [] : tsvLines([changes]).map((line) => line.split('\t'));
      expect(lines.every(([, , , , , value]) => value?.endsWith('brandNewTrait'))).toBe(true);
      return [...new Set(lines.map(([, kind, , , , , severity]) => `${kind} ${severity}`))];
    };
    const wanted = ['added', 'changed', 'removed'].map((turn) => [
      place === 'error' || place === 'retryable' ? '' : `trait-${turn} docs`,
    ]);
    const found = [
      kinds(without.service, first.service),
      kinds(first.service, second.service),
      kinds(second.service, without.service),
    ];
    if (wanted[0]?.[0] !== '') expect(found).toEqual(wanted);
    else expect(found.every(([kind]) => kind?.endsWith(' docs') === true)).toBe(true);
    expect(
      compareServices(second.service, read(modelWith(place, { brandNewTrait: { now: [2] } })).service),
    ).toBeUndefined();
    // A source that is no model does not state that the trait is not there.
    const documentation = {
      ...without.service,
      facts: without.service.facts.filter((fact) => fact !== 'http' && fact !== 'metadata'),
    };
    expect(compareServices(documentation, first.service)).toBeUndefined();
  });

  test('a trait with a name that records inherit, and one without end', () => {
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    const text = modelWith('shape', { constructor: 1 }).replace(
      '"constructor":1',
      `"constructor":1,"__proto__":2,"deep":${deep}`,
    );
    expect(Object.entries(read(text).service.shapes.Thing?.unknownTraits ?? {})).toEqual([
      ['constructor', 1],
      ['__proto__', 2],
      ['deep', 'nested too deep to be kept'],
    ]);
  });
});

describeShared('real models', () => {
  test('have no trait that is not in the table', () => {
    const root = shared('data/models');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('service-2.json'),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(read(readFileSync(path.join(root, file), 'utf8')).said, file).toEqual([]);
  });
});
