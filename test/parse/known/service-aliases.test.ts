/** Other names of services are words that somebody types, and each names a service that there is. */
import { expect, test } from 'vitest';
import { aliasesOf } from '../../../src/parse/known/service-aliases.ts';
import known from '../../../src/parse/known/services.json' with { type: 'json' };

test('every other name is in small letters, and says something', () => {
  const all = JSON.stringify(known);
  const ids = [...all.matchAll(/"([a-z0-9][a-z0-9.-]*)"/g)].map((found) => found[1] as string);
  const names = [...new Set(ids)].flatMap((id) => aliasesOf(id).map((alias) => ({ id, alias })));
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter(({ alias }) => !/^[a-z0-9]+(?:[ -][a-z0-9]+)*$/.test(alias))).toEqual([]);
});

test('what has no other name has none', () => {
  expect(aliasesOf('tea')).toEqual([]);
  expect(aliasesOf('constructor')).toEqual([]);
});
