/** The differ against an independent reading, and its laws, over every release of the bundle of real history. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareServices, rules, tsvLines } from '../../../src/diff/index.ts';
import type { Change, NoEffect, Service, ServiceChanges } from '../../../src/model/index.ts';
import { describeShared } from '../../shared.ts';
import { unexplained } from '../apply.ts';
import { serviceOf } from '../rules/example-notation.ts';
import { cloneHistory, visitHistory } from './history.ts';
import { oracle, type Reading } from './oracle.ts';

const compare = (before: Service, after: Service) =>
  compareServices(before, after, { listed: Number.POSITIVE_INFINITY });

/** What the differ says, as the oracle would; its rows without service and group. */
function readingOf(found: ServiceChanges | undefined): Reading {
  const rows = found === undefined ? [] : tsvLines([found]).map((line) => line.split('\t').slice(1, 8).join('\t'));
  const isRenamed = ({ kind, why }: NoEffect) => kind === 'type-changed' && why.includes('another name');
  const nothing = (found?.noEffect ?? [])
    .filter((one) => !isRenamed(one))
    .map(({ kind, operation, direction, path, value }) =>
      [kind, operation ?? '', direction ?? '', path, value].join('\t').replace(/[\r\n]+/g, ' '),
    );
  const renamed = (found?.noEffect ?? []).filter(isRenamed).map(({ value }) => value);
  return { changes: rows, noEffect: nothing, renamed };
}

/** What two readings do not share, each line with the side that has it. */
function disagreement(found: Reading, read: Reading): readonly string[] {
  const only = (side: string, lines: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return lines.filter((line) => !known.has(line)).map((line) => `${side}: ${line.replaceAll('\t', ' ')}`);
  };
  return [
    ...only('differ', found.changes, read.changes),
    ...only('oracle', read.changes, found.changes),
    ...only('differ, no effect', found.noEffect, read.noEffect),
    ...only('oracle, no effect', read.noEffect, found.noEffect),
    ...only('differ, renamed', found.renamed, read.renamed),
    ...only('oracle, renamed', read.renamed, found.renamed),
    ...only('differ, twice', twice(found.renamed), []),
    ...only('differ, twice', twice(found.changes), []),
    ...only('differ, twice', twice(found.noEffect), []),
  ];
}

function twice(lines: readonly string[]): readonly string[] {
  const met = new Set<string>();
  return lines.filter((line) => met.size === met.add(line).size);
}

/** A change without its value and severity; with `mirrored`, as it is called with old and new swapped. */
function marks(found: ServiceChanges | undefined, mirrored: boolean): readonly string[] {
  const marked = everything(found).flatMap((change) => {
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

/** Changes, and what has no effect, told as changes: the laws hold over both. */
function everything(found: ServiceChanges | undefined): readonly Change[] {
  return [...(found?.changes ?? []), ...(found?.noEffect ?? []).map(asChange)];
}

function asChange({ kind, value, operation, direction, path }: NoEffect): Change {
  const [, before, after] = /^(?:min|max|pattern) (.*?)>(.*)$/s.exec(value) ?? [];
  const sideOf = (text: string | undefined) => (text === undefined || text === 'none' ? null : text);
  const place = { operation, direction, path, severity: 'docs' as const };
  return {
    ...{ service: '', kind, value, severity: 'docs', audience: 'wire', key: '' },
    ...{ before: sideOf(before), after: sideOf(after), places: [place] },
  };
}

describeShared('every release of the bundle', () => {
  let folder = '';
  beforeAll(() => {
    folder = cloneHistory();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // In three parts, so that none holds the others up.
  test.each([0, 1, 2])(
    'the differ says what the oracle says, and keeps the laws (part %i)',
    async (part) => {
      let pairs = 0;
      await visitHistory(folder, 3, part, ({ service, release, before, after }) => {
        pairs++;
        const where = `${service} ${release}`;
        const found = compare(before, after);
        expect(disagreement(readingOf(found), oracle(before, after)), where).toEqual([]);
        expect(compare(after, after), where).toBeUndefined();
        expect(marks(compare(after, before), true), where).toEqual(marks(found, false));
        expect(unexplained(before, after, everything(found)), where).toEqual([]);
      });
      expect(pairs).toBeGreaterThan(100);
    },
    300_000,
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
});

describe('the oracle and the rules of each other', () => {
  const unread = new Set(['service-added', 'service-removed', 'examples-changed']);
  const told = rules.filter(({ id }) => !unread.has(id) && !id.startsWith('documentation-'));

  describe.each(told.map((rule) => [`${rule.id}: ${rule.example.line}`, rule] as const))('%s', (_name, rule) => {
    const [before, after] = [serviceOf(rule.example.before) as Service, serviceOf(rule.example.after) as Service];

    test('both say the same', () => {
      const found = compare(before, after);
      expect(disagreement(readingOf(found), oracle(before, after))).toEqual([]);
      expect(unexplained(before, after, everything(found))).toEqual([]);
    });

    test('it is missed where the rules leave it out', () => {
      expect(disagreement({ changes: [], noEffect: [], renamed: [] }, oracle(before, after))).toHaveLength(1);
    });
  });
});
