/** Every type of a model, and the shape that it is. */
import { expect, test } from 'vitest';
import { parse } from './tiny-model.ts';

const operations = { Brew: { name: 'Brew', input: { shape: 'In' } } };
const withType = (type: object) => ({
  operations,
  shapes: { In: { type: 'structure', members: { A: { shape: 'A' } } }, A: type, Text: { type: 'string' } },
});

test.each([
  [{ type: 'string' }, { kind: 'string' }],
  [{ type: 'character' }, { kind: 'string' }],
  [
    { type: 'string', enum: ['a', 'b'] },
    { kind: 'string', enum: ['a', 'b'] },
  ],
  [{ type: 'integer' }, { kind: 'integer' }],
  [{ type: 'long' }, { kind: 'long' }],
  [{ type: 'float' }, { kind: 'float' }],
  [{ type: 'double' }, { kind: 'double' }],
  [{ type: 'boolean' }, { kind: 'boolean' }],
  [{ type: 'timestamp' }, { kind: 'timestamp' }],
  [{ type: 'blob' }, { kind: 'blob' }],
  [{ type: 'blob', streaming: true }, { kind: 'stream' }],
  [{ type: 'structure', document: true }, { kind: 'document' }],
  [
    { type: 'structure', members: {} },
    { kind: 'structure', members: [] },
  ],
  [
    { type: 'structure', members: {}, union: true },
    { kind: 'union', members: [] },
  ],
  [
    { type: 'structure', members: {}, eventstream: true },
    { kind: 'eventstream', members: [] },
  ],
  [
    { type: 'list', member: { shape: 'Text' } },
    { kind: 'list', member: { name: '', target: 'Text' } },
  ],
])('%j', (type, shape) => {
  const { api, messages } = parse(withType(type));
  expect(api.services[0]?.shapes.A).toMatchObject(shape);
  expect(messages).toEqual([]);
});

test('a type that nobody knows is told, and its content is unknown', () => {
  const { api, messages } = parse(withType({ type: 'tea' }));
  expect(messages.length).toBeGreaterThan(0);
  expect(api.services[0]?.shapes.A).toMatchObject({ kind: 'recursive' });
});

test('a trait that nobody knows is told with the part that it stands in', () => {
  const { messages } = parse({
    operations: { Brew: { name: 'Brew', http: { method: 'GET', requestUri: '/', tea: 1 }, mug: 1 } },
    clientContextParams: { Cup: { type: 'boolean', saucer: 1 } },
  });
  const told = messages.map(({ reason }) => reason).join('\n');
  for (const words of ['http.tea', 'mug', 'clientContextParams.Cup.saucer']) expect(told).toContain(words);
});
