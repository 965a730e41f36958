/** The short facts of an operation: several waiters are announced once. */
import { expect, test } from 'vitest';
import type { OperationState, ServiceState } from '../../../src/store/types.ts';
import { operationFacts } from '../../../src/view/fields/operation-facts.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');
const elb = site.store.service('elbv2') as ServiceState;
const [{ operation }] = elb.operations as [OperationState];

function factsOf(waiters: readonly string[]): readonly string[] {
  const service = { ...elb, paginators: [], waiters: waiters.map((name) => ({ name, operation: operation.name })) };
  return operationFacts(site, service, { ...operation, wire: {} }).map(({ text, code }) => `${text} ${code}`.trim());
}

test('waiters are announced once, one or several', () => {
  expect(factsOf([])).toEqual([]);
  expect(factsOf(['cup_full'])).toEqual(['waiter cup_full']);
  expect(factsOf(['cup_full', 'cup_empty', 'cup_broken'])).toEqual(['waiters cup_full', 'cup_empty', 'cup_broken']);
});

test('what may be repeated, and what only reads, is said', () => {
  const facts = operationFacts(
    site,
    { ...elb, paginators: [], waiters: [] },
    { ...operation, wire: { idempotent: true, readonly: true } },
  );
  expect(facts.map(({ text }) => text)).toEqual(['idempotent: safe to repeat', 'read-only']);
});
