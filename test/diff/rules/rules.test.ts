/** Every rule executes its own example, in each direction that it knows, and all rules together keep the laws. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareServices, type RuleMeta, rules, sentenceOf } from '../../../src/diff/index.ts';
import type { Change, NoEffect, ServiceChanges } from '../../../src/model/index.ts';
import { serviceOf } from './example-notation.ts';

const compare = (before: string, after: string) =>
  compareServices(serviceOf(before), serviceOf(after), { documentation: true });

/** Changes, and what has no effect, as the lines of examples. */
function linesOf(found: ServiceChanges | undefined): readonly string[] {
  return [...(found?.changes ?? []).flatMap(changeLines), ...(found?.noEffect ?? []).map(noEffectLine)];
}

function changeLines({ kind, value, places }: Change): readonly string[] {
  return places.map(({ operation, direction, path, severity }) =>
    [kind, operation ?? '', direction ?? '', path, value, severity].join(' '),
  );
}

function noEffectLine({ kind, operation, direction, path, value, why }: NoEffect): string {
  return [kind, operation ?? '', direction ?? '', path, value, why].join(' ');
}

type Direction = 'request' | 'response';

/** The example with every field in the other direction. */
const turn = (text: string, to: Direction) => text.replaceAll(/ (?:request|response) /g, ` ${to} `);

/** What is said of a rule's example: one for each direction that the rule knows, or one for what has none. */
function said({ example, direction, subject }: RuleMeta): readonly (readonly [Direction | null, string | undefined])[] {
  if (subject !== 'member' && subject !== 'shape' && subject !== 'enum')
    return [[null, typeof example.says === 'string' ? example.says : undefined]];
  const { says } = example;
  if (typeof says === 'string') throw new Error(`Unexpected sentence of ${example.line}, expected one a direction`);
  return (['request', 'response'] as const)
    .filter((one) => direction === undefined || direction === one)
    .map((one) => [one, says[one]] as const);
}

/** Rules whose mirror is not a rule of its own kind, with the reason. A waiver that is not needed fails. */
const waivers: Readonly<Record<string, string>> = {
  'required-field-added':
    'removing a field is one kind, required or not: documentation cannot tell, and it breaks either way',
};

/** The lines of the example, with the line of a direction in the place of the one that it is written for. */
const spoken: string[] = [];

describe.each(rules.map((rule) => [rule.example.line, rule] as const))('%s', (_line, rule) => {
  const { example } = rule;

  test('finds its example, and nothing else', () => {
    expect(linesOf(compare(example.before, example.after))).toEqual([example.line]);
  });

  test.each(said(rule))('says it in words, and how bad it is: %s', (direction, expected) => {
    const [before, after] = [example.before, example.after].map((side) =>
      direction === null ? side : turn(side, direction),
    ) as [string, string];
    const found = compare(before, after);
    if (rule.noEffect !== undefined) {
      expect(found?.changes).toEqual([]);
      expect(found?.noEffect?.[0]?.why).toBe(rule.noEffect);
      return;
    }
    const [change, ...others] = found?.changes ?? [];
    if (change === undefined) throw new Error(`${rule.id}: the rule finds nothing in its example`);
    expect(others).toEqual([]);
    const sentence = sentenceOf(change);
    const line = `${change.severity}${change.audience === 'wire' ? ', wire' : ''}: ${sentence}`;
    spoken.push(`${rule.id}${direction === null ? '' : ` (${direction})`}\n  ${line}`);
    expect(line).toBe(expected);
    expect(sentence).not.toMatch(/undefined|NaN|\s$|\s{2}/);
    expect((sentence.match(/`/g) ?? []).length % 2).toBe(0);
  });

  test('finds nothing between equal sides', () => {
    for (const side of [example.before, example.after]) expect(compare(side, side)).toBeUndefined();
  });

  test('with old and new swapped its mirror is found', () => {
    const found = linesOf(compare(example.after, example.before));
    expect(found.map((line) => line.split(' ')[0])).toEqual([rule.mirror]);
  });
});

test('the sentences of all rules read like prose', async () => {
  await expect(`${spoken.join('\n')}\n`).toMatchFileSnapshot('sentences.txt');
});

test('every rule that adds has one that removes, or a written reason', () => {
  const hasMirror = ({ id, mirror }: RuleMeta) => rules.some((other) => other.id === mirror && other.mirror === id);
  const odd = rules.filter((rule) => !hasMirror(rule)).map(({ id }) => id);
  expect([...new Set(odd)]).toEqual(Object.keys(waivers));
});

/** Families whose file is not called as each of their kinds is. */
const families: Readonly<Record<string, RegExp>> = {
  'api-version.ts': /^api-version-/,
  'client-context-params.ts': /^client-context-param-/,
  'constraints.ts': /^constraint-/,
  'default-changed.ts': /^default-/,
  'deprecations.ts': /-(?:un)?deprecated$|-deprecation-changed$/,
  'documentation.ts': /^documentation-/,
  'error-fields.ts': /^error-field-/,
  'error-traits.ts': /^error-(?:code|status|fault|retry)-changed$/,
  'field-traits.ts':
    /^(?:location|wire-name|xml|xml-order|payload|timestamp-format|event|nullability|sparse|host-label|length-required|endpoint-parameter)-changed$/,
  'idempotency.ts': /^idempotency-/,
  'operation-traits.ts':
    /^(?:checksum|compression|payload-signing|endpoint|endpoint-discovery|endpoint-parameters|envelope)-changed$|^(?:readonly|idempotent)-/,
  'paginators.ts': /^paginator-/,
  'sensitive.ts': /^sensitive-/,
  'service-traits.ts': /^(?:protocol|signing|service-endpoint|service-name|metadata)-changed$/,
  'unknown-traits.ts': /^trait-/,
  'waiters.ts': /^waiter-/,
};

test('the id of a rule, or of its family, is the name of its file', () => {
  const folder = new URL('../../../src/diff/rules/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => basename(name));
  for (const { id } of rules) {
    const family = Object.entries(families).find(([, pattern]) => pattern.test(id))?.[0];
    expect(files, id).toContain(family ?? `${id}.ts`);
  }
});

test('an example never shows more than its own kind', () => {
  for (const rule of rules) expect(rule.example.line.split(' ')[0]).toBe(rule.id);
});
