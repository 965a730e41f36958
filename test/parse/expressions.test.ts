/** Every regular expression of the parsers and sources takes time that grows with the text, not with its square. */
import ts from 'typescript';
import { expect, test } from 'vitest';
import { attacksOn, attackText } from '../generate/attacks.ts';
import { findGrowth } from '../generate/growth.ts';
import { allRounds } from '../rounds.ts';
import { codeOf, readFiles, visit } from '../tidy/source-file.ts';

interface Found {
  readonly at: string;
  readonly expression: RegExp;
}

/** Every expression of some folders, once, with the first line that it stands on. */
function expressionsIn(...folders: readonly string[]): Found[] {
  const found = new Map<string, Found>();
  for (const file of readFiles(...folders))
    for (const { tree } of codeOf(file))
      visit(tree, (node) => {
        if (ts.isNewExpression(node) && node.expression.getText(tree) === 'RegExp')
          expect.fail(`${file.path}: an expression that is made at run time cannot be tested: write it out`);
        if (!ts.isRegularExpressionLiteral(node)) return;
        const text = node.getText(tree);
        const end = text.lastIndexOf('/');
        const at = `${file.path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} ${text}`;
        if (!found.has(text)) found.set(text, { at, expression: new RegExp(text.slice(1, end), text.slice(end + 1)) });
      });
  return [...found.values()];
}

/** Looks for every match, as the parsers do; a sticky one is tried at the start of a line only, where it is used so. */
function search(expression: RegExp, text: string): void {
  if (expression.sticky) {
    expression.lastIndex = 0;
    expression.exec(text);
  } else if (expression.global) text.replace(expression, '');
  else expression.exec(text);
}

function problemOf({ at, expression }: Found): string | undefined {
  for (const attack of attacksOn(expression, allRounds)) {
    const problem = findGrowth((size) => {
      const text = attackText(attack, size);
      return () => search(expression, text);
    }, quick);
    if (problem !== undefined) return `${at}\n  ${JSON.stringify(attack)}: ${problem}`;
  }
  return undefined;
}

/** Seconds: a hundredth of what one nanosecond for each pair of characters would take. */
const quick = 0.002;

test('no expression of parse, sources and model is quadratic', { timeout: 600_000 }, () => {
  const found = expressionsIn('src/parse', 'src/sources', 'src/model');
  expect(found.length).toBeGreaterThan(150);
  const tried = found.filter((_, at) => allRounds || at % 4 === 0);
  expect(tried.map(problemOf).filter((problem) => problem !== undefined)).toEqual([]);
});

test.each([
  /\s+$/,
  /^-+|-+$/g,
  /^([\s\S]*?)\s*<([^<>]+)>$/,
  /^A low-level client representing (.+?)(?: \(([^)]*)\))?:*$/,
  /^v?\d+\.\d+(?:\.\d+)?\S*\r?\n=+\s*$/m,
  /^\s*\w*\s*$/,
  /Polls :py:meth:`[^`]*\.Client\.(\w+)` every (\d+) seconds .* after (\d+) failed checks/,
])('the attacks find %s', (expression) => {
  expect(problemOf({ at: '', expression })).toContain('times as long');
});
