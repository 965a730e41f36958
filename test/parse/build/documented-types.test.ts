/** Which shapes a written type fits: of every type, and of every kind of shape. */
import { expect, test } from 'vitest';
import type { Shape } from '../../../src/model/index.ts';
import { fits, writtenType } from '../../../src/parse/build/documented-types.ts';

const member = { name: '', target: 'A' };
const shapes: Readonly<Record<string, Shape>> = {
  structure: { kind: 'structure', members: [] },
  union: { kind: 'union', members: [] },
  eventstream: { kind: 'eventstream', members: [] },
  map: { kind: 'map', key: member, value: member },
  list: { kind: 'list', member },
  'recursive list': { kind: 'recursive', of: 'list' },
  'recursive map': { kind: 'recursive', of: 'map' },
  recursive: { kind: 'recursive' },
  ...Object.fromEntries(
    (
      ['string', 'integer', 'long', 'float', 'double', 'boolean', 'timestamp', 'blob', 'stream', 'document'] as const
    ).map((kind) => [kind, { kind }]),
  ),
};

test.each([
  ['dict', ['structure', 'union', 'eventstream', 'map', 'recursive map', 'recursive']],
  ['map', ['structure', 'union', 'eventstream', 'map', 'recursive map', 'recursive']],
  ['list', ['list', 'recursive list']],
  ['str', ['string']],
  ['character', ['string']],
  ['str or dict', ['string']],
  ['integer', ['integer', 'long']],
  ['long', ['integer', 'long']],
  ['float', ['float', 'double']],
  ['double', ['float', 'double']],
  ['bool', ['boolean']],
  ['datetime', ['timestamp']],
  ['bytes', ['blob', 'stream']],
  ['StreamingBody', ['stream']],
  ['bytes or seekable file-like object', ['stream']],
  [':class:`.EventStream`', ['eventstream']],
  ['document', ['document']],
  ['JSON serializable', ['document']],
])('%s', (text, kinds) => {
  const type = writtenType(text);
  if (type === undefined) throw new Error(`expected that ${text} is known`);
  expect(Object.keys(shapes).filter((name) => fits(type, shapes[name] as Shape))).toEqual(kinds);
});

test.each(['', 'dicts', 'toString'])('%j is no type', (text) => {
  expect(writtenType(text)).toBeUndefined();
});
