/** Tests which changes a command line keeps, and on which it fails. */
import { expect, test } from 'vitest';
import { fails, filterChanges } from '../../../src/cli/config/filter-changes.ts';
import type { ServiceChanges } from '../../../src/model/index.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';

const service = (...changes: ServiceChanges['changes']): ServiceChanges => ({
  ...{ id: 'elbv2', title: 'ELB', status: 'changed', changes },
});
const mixed = changeOf('b', '', {
  severity: 'breaking',
  places: [placeOf('Create', 'P', { severity: 'breaking' }), placeOf('Modify', 'P'), placeOf(null, '')],
});
const all = [
  service(mixed, changeOf('d', '', { severity: 'dangerous' }), changeOf('s', '', { audience: 'wire' })),
  service(changeOf('docs', '', { severity: 'docs' })),
];
const kept = (filter: Parameters<typeof filterChanges>[1]) =>
  filterChanges(all, filter).map(({ changes }) => changes.map(({ kind }) => kind).join(' '));

test('without a wish everything stays', () => {
  expect(kept({})).toEqual(['b d s', 'docs']);
});

test.each<[Parameters<typeof filterChanges>[1], readonly string[]]>([
  [{ kind: ['d', 'docs'] }, ['d', 'docs']],
  [{ kind: ['none'] }, []],
  [{ severity: 'breaking' }, ['b']],
  [{ severity: 'dangerous' }, ['b d']],
  [{ severity: 'safe' }, ['b d s']],
  [{ severity: 'docs' }, ['b d s', 'docs']],
  [{ audience: 'wire' }, ['s']],
  [{ audience: 'sdk' }, ['b d', 'docs']],
  [{ operation: ['Create'] }, ['b']],
  [{ operation: ['CreateListener'], kind: ['d'] }, ['d']],
])('%j keeps %j', (filter, expected) => {
  expect(kept(filter)).toEqual(expected);
});

test('of a change the places in other operations go, and with them what was bad only there', () => {
  const [found] = filterChanges([service(mixed)], { operation: ['Modify'] });
  expect(found?.changes).toEqual([{ ...mixed, severity: 'safe', places: [placeOf('Modify', 'P')] }]);
  expect(filterChanges([service(mixed)], { operation: ['Modify'], severity: 'breaking' })).toEqual([]);
});

test.each([
  ['breaking', undefined, false],
  ['breaking', 'none', false],
  ['breaking', 'breaking', true],
  ['breaking', 'dangerous', true],
  ['dangerous', 'breaking', false],
  ['dangerous', 'dangerous', true],
  ['safe', 'dangerous', false],
  ['safe', 'any', true],
  ['docs', 'any', true],
] as const)('a %s change with --fail-on %s fails: %s', (severity, failOn, expected) => {
  expect(fails([service(), service(changeOf('x', '', { severity }))], failOn, undefined)).toBe(expected);
});

test('nothing fails on nothing', () => {
  expect(fails([service()], 'any', undefined)).toBe(false);
});
