/** Tests what each operator of the mutants makes of a line, and what none of them touches. */
import { expect, test } from 'vitest';
import { cheapFirst } from '../../scripts/mutants/baseline.ts';
import { inRandomOrder } from '../../scripts/mutants/choose.ts';
import { mutantsOf, mutated } from '../../scripts/mutants/mutant.ts';
import type { OperatorName } from '../../scripts/mutants/operators.ts';

const made = (operator: OperatorName, text: string) =>
  mutantsOf('src/a.ts', text)
    .filter((mutant) => mutant.operator === operator)
    .map((mutant) => mutated(text, mutant));

test.each<[OperatorName, string, readonly string[]]>([
  ['negate', 'if (a) b();', ['if (!(a)) b();']],
  ['negate', 'if (!a) b();', ['if (a) b();']],
  ['negate', 'while (a && b) c();', ['while (!(a) && b) c();', 'while (a && !(b)) c();']],
  ['negate', 'const a = b ? c : d;', ['const a = !(b) ? c : d;']],
  [
    'negate',
    'const a = (b || c) && d;',
    ['(!(b) || c) && d', '(b || !(c)) && d', '(b || c) && !(d)'].map((b) => `const a = ${b};`),
  ],
  ['negate', 'a.filter((b) => b === c);', ['a.filter((b) => !(b === c));']],
  ['negate', 'a.map((b) => b === c);', []],
  ['boundary', 'a < b; c >= d; e === f;', ['a <= b; c >= d; e === f;', 'a < b; c > d; e === f;']],
  ['boundary', 'a < b ? -1 : a > b ? 1 : 0;', []],
  ['literal', 'a < b ? -1 : 1;', []],
  ['literal', 'a < b ? 2 : c;', ['a < b ? 3 : c;']],
  ['drop', 'if (a) return; b();', ['; b();', 'if (a) return; ;']],
  ['drop', 'if (a) b(); else c();', ['if (a) ; else c();', 'if (a) b(); else ;']],
  ['drop', 'for (const a of b) { if (c) continue; }', ['for (const a of b) { ; }', 'for (const a of b) { if (c) ; }']],
  ['drop', 'switch (a) { case 1: break; }', []],
  ['literal', "a = 'b';", ["a = '';"]],
  ['literal', "a = '';", ["a = 'mutant';"]],
  ['literal', 'a = 1_000;', ['a = 1001;']],
  ['literal', 'a({ chunkSize: 2 ** 18, highWaterMark: 64 * 1024 });', []],
  [
    'literal',
    'a({ chunk: 1, chunkSize: b(2) });',
    ['a({ chunk: 2, chunkSize: b(2) });', 'a({ chunk: 1, chunkSize: b(3) });'],
  ],
  ['literal', 'a = true;', ['a = false;']],
  ['literal', `a = \`b \${c} more\`;`, [`a = \`b \${c}\`;`]],
  ['literal', `a = \`\${c}\`;`, []],
  ['literal', "a = { 'b-c': 'd' };", ["a = { 'b-c': '' };"]],
  ['literal', "import a from 'b'; export * from 'c'; type D = 'e'; import('f');", []],
  ['swap', 'a(b, c, d);', ['a(c, b, d);', 'a(b, d, c);']],
  ['swap', 'new A(b,  c);', ['new A(c,  b);']],
  ['swap', 'a(b, b); a(b, ...c); a(b); Math.max(a, b);', []],
])('%s of `%s`', (operator, text, expected) => {
  expect(made(operator, text)).toEqual(expected);
});

const comparisons = (text: string) => mutantsOf('src/a.ts', text).filter(({ operator }) => operator === 'boundary');

test('a mutant is named without its line, and two of a kind have two names', () => {
  const [first, second] = comparisons('a < b;\na < b;\n');
  expect(first).toMatchObject({ line: 1, code: 'a < b;', before: '<', after: '<=' });
  expect(second).toMatchObject({ line: 2, code: 'a < b;', before: '<', after: '<=' });
  expect(first?.key).not.toBe(second?.key);
  expect(comparisons('\n\na < b;\n')[0]?.key).toBe(first?.key);
});

test('the same seed gives the same order, and each operator gets its turn', () => {
  const text = `${Array.from({ length: 200 }, (_, index) => `a = ${index};`).join('\n')}\na < b;\nc(d, e);\n`;
  const all = mutantsOf('src/a.ts', text);
  const order = (seed: number) => [...inRandomOrder(seed, all)].map(({ key }) => key);
  expect(order(1)).toEqual(order(1));
  expect(order(1)).not.toEqual(order(2));
  expect(order(1).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
  const early = [...inRandomOrder(1, all)].slice(0, 20);
  expect(new Set(early.map(({ operator }) => operator))).toEqual(new Set(['boundary', 'drop', 'literal', 'swap']));
  // New code adds mutants between the others, and changes nothing in their order.
  const [old, more] = [order(1), mutantsOf('src/a.ts', `b = 'new';\n${text}d(e, f);\n`)];
  for (const operator of ['"literal"', '"drop"', '"swap"', '"boundary"']) {
    const of = (keys: readonly string[]) => keys.filter((key) => key.includes(operator));
    const grown = of([...inRandomOrder(1, more)].map(({ key }) => key));
    expect(grown.filter((key) => old.includes(key))).toEqual(of(old));
  }
});

test('tests are asked in order of their cost, near ones first, as far as the budget goes', () => {
  const costs: Readonly<Record<string, number>> = {
    'test/view/a.test.ts': 6,
    'test/view/b.test.ts': 2,
    'test/cli/c.test.ts': 0.5,
    'test/cli/d.test.ts': 1,
  };
  const broken = 'test/view/e.test.ts';
  const never = 'test/view/f.test.ts';
  const baseline = { secondsOf: (test: string) => costs[test], isBroken: (test: string) => test === broken };
  const order = (budget: number, more: readonly string[] = []) =>
    cheapFirst([...Object.keys(costs), broken, ...more], 'src/view/x.ts', baseline, budget);
  expect(order(100)).toEqual(
    ['b', 'c', 'a', 'd'].map((name) => `test/${'ab'.includes(name) ? 'view' : 'cli'}/${name}.test.ts`),
  );
  expect(order(3)).toEqual(['test/view/b.test.ts', 'test/cli/c.test.ts']);
  expect(order(0)).toEqual(['test/view/b.test.ts']);
  // A test that never ran is taken to need a few seconds.
  expect(order(5, [never])).toEqual(['test/view/b.test.ts', never]);

  // What is written for a folder within a folder is asked before the rest of the outer one.
  const [inner, outer, other] = ['test/view/site/g.test.ts', 'test/view/h.test.ts', 'test/cli/site/i.test.ts'];
  const asked = (source: string) => cheapFirst([other, outer, inner], source, baseline, 100);
  expect(asked('src/view/site/x.ts')).toEqual([inner, outer, other]);
  expect(asked('src/view/x.ts')).toEqual([outer, inner, other]);
  // What has the name of the file comes first, wherever it is and whatever it costs.
  expect(asked('src/view/i.ts')).toEqual([other, outer, inner]);
});
