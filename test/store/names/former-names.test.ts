/** The former names of services: a service may have been renamed more than once. */
import { expect, test } from 'vitest';
import type { Chain } from '../../../src/store/walk/plan/chains.ts';
import { formerNames } from '../../../src/store/walk/renames.ts';

const chain = (service: string, ...before: readonly Chain[]): Chain => ({
  service,
  revisions: [],
  origins: before.map((origin, at) => ({ at, chain: origin })),
});

test('the names of all times belong to a service, and those of others do not', () => {
  const oldest = chain('cup');
  const chains = [chain('tea', chain('leaf', oldest)), chain('coffee', chain('bean')), chain('water'), oldest];
  const namesOf = (...services: readonly string[]) => [...formerNames(chains, services)].sort();
  expect(namesOf('tea')).toEqual(['cup', 'leaf']);
  expect(namesOf('tea', 'coffee')).toEqual(['bean', 'cup', 'leaf']);
  expect(namesOf('water', 'cup')).toEqual([]);
});
