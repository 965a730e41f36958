/** A tiny model with what a test adds to it, read; and two of them compared, as lines. */
import { expect } from 'vitest';
import { compareServices, tsvLines } from '../../../src/diff/index.ts';
import type { Service } from '../../../src/model/index.ts';
import { type ParseResult, parseDocuments } from '../../../src/parse/index.ts';

/** Nothing but an operation. */
export const model = { metadata: { uid: 'tea-2020-01-01' }, operations: { Brew: { name: 'Brew' } }, shapes: {} };

/** Parses the model, and documents beside it. */
export function parse(service: object, ...beside: readonly object[]): ParseResult {
  const documents = [{ ...model, ...service }, ...beside].map((value, index) => ({
    name: `${index}.json`,
    text: JSON.stringify(value),
  }));
  return parseDocuments('service-model', documents, { service: 'tea' });
}

/** The service of a model that has nothing odd in it. */
export function serviceOf(...documents: Parameters<typeof parse>): Service {
  const { api, messages } = parse(...documents);
  expect(messages.map(String)).toEqual([]);
  return api.services[0] as Service;
}

/** What changed, one line a place, without whom it concerns. */
export function linesOf(before: Service, after: Service): readonly string[] {
  const changes = compareServices(before, after, { documentation: true });
  return changes === undefined
    ? []
    : tsvLines([changes]).map((line) => line.split('\t').slice(0, 7).join('\t').replace(/\t+/g, ' '));
}
