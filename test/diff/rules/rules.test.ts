/** Every rule executes its own example, and all rules together keep the laws. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareServices, rules, tsvLines } from '../../../src/diff/index.ts';
import type { ServiceChanges } from '../../../src/model/index.ts';
import { serviceOf } from './example-notation.ts';

const linesOf = (changes: ServiceChanges | undefined) =>
  changes === undefined ? [] : tsvLines([changes]).map((line) => line.split('\t').slice(1).join(' '));

const compare = (before: string, after: string) =>
  compareServices(serviceOf(before), serviceOf(after), { documentation: true });

/** Rules whose mirror is not a rule of its own kind, with the reason. A waiver that is not needed fails. */
const waivers: Readonly<Record<string, string>> = {
  'required-field-added':
    'removing a field is one kind, required or not: documentation cannot tell, and it breaks either way',
};

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test(`finds its example: ${rule.example.line}`, () => {
    const found = linesOf(compare(rule.example.before, rule.example.after));
    expect(found).toEqual([rule.example.line]);
  });

  test('says what it found in a sentence', () => {
    const changes = compare(rule.example.before, rule.example.after);
    const sentence = rule.sentence(changes?.changes[0] as never);
    expect(sentence).toMatch(/\S+ \S+/);
    expect(sentence).not.toMatch(/undefined|NaN|\s$|\s{2}/);
    expect((sentence.match(/`/g) ?? []).length % 2).toBe(0);
  });

  test('finds nothing between equal sides', () => {
    for (const side of [rule.example.before, rule.example.after]) expect(compare(side, side)).toBeUndefined();
  });

  test('with old and new swapped its mirror is found', () => {
    const found = linesOf(compare(rule.example.after, rule.example.before));
    expect(found.map((line) => line.split(' ')[0])).toEqual([rule.mirror]);
  });
});

test('every rule that adds has one that removes, or a written reason', () => {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const odd = rules.filter(({ id, mirror }) => mirror === null || byId.get(mirror)?.mirror !== id).map(({ id }) => id);
  expect(odd).toEqual(Object.keys(waivers));
});

test('the id of a rule, or of its family, is the name of its file', () => {
  const folder = new URL('../../../src/diff/rules/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && name !== 'index.ts',
  );
  for (const { id } of rules) {
    const own = files.filter(
      (name) =>
        readFileSync(new URL(name, folder), 'utf8').includes(`'${id}'`) ||
        (id.startsWith('constraint-') && name === 'constraints.ts') ||
        (/^(?:readonly|idempotent)-/.test(id) && name.endsWith('operation-traits.ts')),
    );
    expect(own, id).not.toEqual([]);
  }
});

test('an example never shows more than its own kind', () => {
  for (const rule of rules) expect(rule.example.line.split(' ')[0]).toBe(rule.id);
});
