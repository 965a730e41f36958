/** Two services with different ids are one API where their uid is, or address, version and most operations are. */
import { expect, test } from 'vitest';
import { type ApiIdentity, findSameApi } from '../../../src/diff/index.ts';

const operations = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `O${from + at}`);
const api = (more: Partial<ApiIdentity> = {}): ApiIdentity => ({
  ...{ uid: undefined, apiVersion: '2020-01-01', endpointPrefix: 'tea', operations: operations(10), ...more },
});
const isSame = (one: Partial<ApiIdentity>, other: Partial<ApiIdentity>) =>
  findSameApi(api(one), [api(other)]) !== undefined;

test('by uid, whatever else differs', () => {
  expect(isSame({ uid: 'tea' }, { uid: 'tea', endpointPrefix: 'mug', operations: [] })).toBe(true);
  const others = [api(), api({ uid: 'tea', operations: [] })];
  expect(findSameApi(api({ uid: 'tea' }), others)).toBe(others[1]);
});

test('by address and version, with four fifths of the operations in common', () => {
  expect(isSame({}, { operations: operations(10, 2) })).toBe(true);
  expect(isSame({}, { operations: operations(10, 3) })).toBe(false);
  expect(isSame({}, { operations: operations(13) })).toBe(false);
  expect(isSame({}, { operations: operations(12) })).toBe(true);
  expect(isSame({}, { endpointPrefix: 'mug' })).toBe(false);
  expect(isSame({}, { apiVersion: '2021-01-01' })).toBe(false);
  expect(isSame({ endpointPrefix: undefined }, { endpointPrefix: undefined })).toBe(false);
});

test('services without operations have nothing in common', () => {
  expect(isSame({ operations: [] }, { operations: [] })).toBe(false);
});
