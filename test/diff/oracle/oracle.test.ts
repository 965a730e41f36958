/** The differ against an independent reading, and its laws, over every release of the bundle of real history. */
import { describe, expect, test } from 'vitest';
import { compareServices, rules, tsvLines } from '../../../src/diff/index.ts';
import type { Service, ServiceChanges } from '../../../src/model/index.ts';
import { describeShared } from '../../shared.ts';
import { unexplained } from '../apply.ts';
import { serviceOf } from '../rules/example-notation.ts';
import { visitHistory } from './history.ts';
import { oracle } from './oracle.ts';

const compare = (before: Service, after: Service) =>
  compareServices(before, after, { listed: Number.POSITIVE_INFINITY });
const linesOf = (changes: ServiceChanges | undefined) =>
  changes === undefined ? [] : tsvLines([changes]).map((line) => line.slice(line.indexOf('\t') + 1));

/** What two readings do not share, each line with the side that has it. */
function disagreement(found: readonly string[], read: readonly string[]): readonly string[] {
  const [a, b] = [new Set(found), new Set(read)];
  return [
    ...found.filter((line) => !b.has(line)).map((line) => `differ: ${line}`),
    ...read.filter((line) => !a.has(line)).map((line) => `oracle: ${line}`),
  ];
}

/** A change without its value and severity; with `mirrored`, as it is called with old and new swapped. */
function marks(changes: ServiceChanges | undefined, mirrored: boolean): readonly string[] {
  const marked = (changes?.changes ?? []).flatMap((change) => {
    const rule = rules.find(({ id }) => id === change.kind);
    // A pattern that became another one may be tighter or looser: it is called tighter either way.
    const isOtherPattern =
      change.kind === 'constraint-tightened' && change.value.startsWith('pattern ') && change.before !== null;
    const kind = mirrored && !isOtherPattern ? (rule?.mirror ?? '') : change.kind;
    const plain = kind === 'required-field-added' ? 'field-added' : kind;
    return change.places.map(({ operation, direction, path }) => [plain, operation, direction, path].join(' '));
  });
  return marked.sort();
}

describeShared('every release of the bundle', () => {
  // In three parts, so that none holds the others up.
  test.each([0, 1, 2])(
    'the differ says what the oracle says, and keeps the laws (part %i)',
    async (part) => {
      let pairs = 0;
      await visitHistory(3, part, ({ service, release, before, after }) => {
        pairs++;
        const where = `${service} ${release}`;
        const found = compare(before, after);
        expect(disagreement(linesOf(found), oracle(before, after)), where).toEqual([]);
        expect(compare(after, after), where).toBeUndefined();
        expect(marks(compare(after, before), true), where).toEqual(marks(found, false));
        expect(unexplained(before, after, found?.changes ?? []), where).toEqual([]);
      });
      expect(pairs).toBeGreaterThan(100);
    },
    90_000,
  );
});

test.each([
  'field-added',
  'field-removed',
  'type-changed',
  'enum-value-added',
  'required-added',
  'constraint-tightened',
  'error-added',
])('a %s that is not told leaves something unexplained', (kind) => {
  const { before, after } = (rules.find(({ id }) => id === kind) as (typeof rules)[number]).example;
  const sides = [serviceOf(before) as Service, serviceOf(after) as Service] as const;
  expect(unexplained(...sides, [])).not.toEqual([]);
  expect(disagreement([], oracle(...sides))).toHaveLength(1);
});

describe('the oracle and the rules of each other', () => {
  const unread = new Set(['service-added', 'service-removed', 'default-changed', 'examples-changed']);
  const told = rules.filter(({ id }) => !unread.has(id) && !id.startsWith('documentation-'));

  test.each(told.map((rule) => [`${rule.id}: ${rule.example.line}`, rule] as const))('%s', (_name, rule) => {
    const [before, after] = [serviceOf(rule.example.before) as Service, serviceOf(rule.example.after) as Service];
    expect(disagreement(linesOf(compare(before, after)), oracle(before, after))).toEqual([]);
    expect(unexplained(before, after, compare(before, after)?.changes ?? [])).toEqual([]);
  });
});
