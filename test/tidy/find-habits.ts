/**
 * Finds habits that hide what a call or a value is: many parameters, casts without a reason, and days that the browser
 * or the machine writes in its own way.
 */
import ts from 'typescript';
import { codeOf, type SourceFile, visit } from './source-file.ts';

/** Functions of five parameters or more, each with its place. */
export function manyParameters(file: SourceFile): string[] {
  return placesOf(file, (node) => ts.isFunctionLike(node) && node.parameters.length >= 5);
}

/**
 * Casts that say nothing of why they hold, each with its place. Three forms are plain: an item at an index, of which the loop around
 * it knows that it is there; what a list or a map gives to who knows that it has it; and a text of JSON that we wrote.
 */
export function unexplainedCasts(file: SourceFile): string[] {
  return placesOf(file, (node, line, lines) => {
    if (!ts.isAsExpression(node) || node.type.getText() === 'const') return false;
    return !isPlain(inner(node.expression)) && !isExplained(lines, line);
  });
}

/** Days and numbers have one helper each: a browser's own words differ from one to the next (`Sept`). */
export function daysByHand(file: SourceFile): string[] {
  return placesOf(file, (node) => ts.isIdentifier(node) && localWords.has(node.text));
}

const localWords = new Set(['toLocaleDateString', 'toLocaleTimeString', 'toDateString', 'DateTimeFormat']);

const lookups = new Set(['at', 'pop', 'shift', 'get', 'find', 'exec', 'parse', 'keys']);

function isPlain(node: ts.Expression): boolean {
  if (ts.isElementAccessExpression(node)) return true;
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    lookups.has(node.expression.name.text)
  );
}

function inner(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) ? inner(node.expression) : node;
}

/** A comment on the line of the cast, or on one of the three above: neighbours have one reason. */
function isExplained(lines: readonly string[], line: number): boolean {
  const above = lines.slice(Math.max(line - 3, 0), line);
  return /\/\/|\*\//.test(lines[line] ?? '') || above.some((one) => /^\s*(?:\/\/|\/?\*)/.test(one));
}

function placesOf(
  file: SourceFile,
  isIt: (node: ts.Node, line: number, lines: readonly string[]) => boolean,
): string[] {
  const found: string[] = [];
  for (const { tree } of codeOf(file)) {
    const lines = tree.text.split('\n');
    visit(tree, (node) => {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      if (isIt(node, line, lines)) found.push(`${file.path}:${line + 1}`);
    });
  }
  return found;
}
