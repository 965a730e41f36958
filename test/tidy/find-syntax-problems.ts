/** Looks at the syntax of one code file for what this project does without. */
import ts from 'typescript';
import { codeOf, type SourceFile, visit } from './source-file.ts';

const marks = /@ts-(?:ignore|nocheck)\b/u;
const suites = new Set(['test', 'it', 'describe', 'suite', 'bench']);
/** Methods that take any number of values one by one. */
const takesMany = new Set(['push', 'unshift', 'min', 'max', 'concat', 'splice', 'fromCharCode', 'fromCodePoint', 'of']);
const switchedOff = new Set(['skip', 'only', 'todo', 'fails', 'skipIf', 'runIf']);

/** Says what a file uses that it should not, one sentence each. */
export function findSyntaxProblems(file: SourceFile): string[] {
  const problems: string[] = [];
  const isTest = file.path.startsWith('test/');
  for (const { tree } of codeOf(file)) {
    const add = (node: ts.Node, sentence: string): void => {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      problems.push(`${file.path}:${line + 1}: ${sentence}`);
    };
    visit(tree, (node) => {
      const sentence =
        sentenceFor(node) ??
        (isTest ? testSentenceFor(node) : file.path.startsWith('src/') ? spreadSentenceFor(node) : undefined);
      if (sentence) add(node, sentence);
      if (isDefaultExport(node) && !mayExportDefault(file.path))
        add(node, 'Unexpected default export, expected a named one');
    });
    if (stateless.test(file.path))
      for (const node of stateOf(tree))
        add(node, 'Unexpected state of a module, expected an object that somebody makes');
    for (const comment of commentsOf(tree)) {
      if (marks.test(comment))
        problems.push(`${file.path}: Unexpected \`${marks.exec(comment)?.[0]}\`, expected types that fit`);
    }
  }
  return problems;
}

function sentenceFor(node: ts.Node): string | undefined {
  if (ts.isEnumDeclaration(node)) return `Unexpected enum \`${node.name.text}\`, expected a union of strings`;
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'Unexpected `any`, expected `unknown` or a type';
  if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
    return `Unexpected parameter property \`${node.name.getText()}\`, expected a field`;
  if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name) && node.name.text !== 'global')
    return `Unexpected namespace \`${node.name.text}\`, expected a module`;
  return undefined;
}

/** Folders whose modules remember nothing: what is remembered lives in an object that somebody made. */
const stateless = /^src\/(?:model|parse|diff|view|feed)\//u;
const containers = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'LRUCache']);

/** Variables of a module that change: `let`, and containers that begin empty. */
function stateOf(tree: ts.SourceFile): ts.Node[] {
  return tree.statements.filter(ts.isVariableStatement).flatMap((statement): ts.Node[] => {
    const { flags, declarations } = statement.declarationList;
    if ((flags & ts.NodeFlags.Const) === 0) return [statement];
    return declarations.filter(({ initializer }) => initializer !== undefined && isEmptyContainer(initializer));
  });
}

function isEmptyContainer(node: ts.Expression): boolean {
  if (!ts.isNewExpression(node) || !containers.has(node.expression.getText())) return false;
  return (
    node.expression.getText().startsWith('Weak') ||
    node.expression.getText() === 'LRUCache' ||
    (node.arguments ?? []).length === 0
  );
}

/** A list spread into a call breaks it at some hundred thousand items, and inputs can be that long. */
function spreadSentenceFor(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const spread = node.arguments.find((argument) => ts.isSpreadElement(argument));
  return spread !== undefined && takesMany.has(node.expression.name.text)
    ? `Unexpected \`${node.expression.name.text}(${spread.getText()})\`, expected \`append\` or a loop`
    : undefined;
}

function testSentenceFor(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !switchedOff.has(node.name.text)) return undefined;
  const [start = ''] = node.getText().split('.');
  return suites.has(start) ? `Unexpected \`${node.getText()}\`, expected a test that runs` : undefined;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** Unified plugins, and what tools want so. */
function mayExportDefault(path: string): boolean {
  return path.startsWith('src/parse/') || /(^|\/)[a-z]+\.config\.(ts|mjs)$/u.test(path);
}

function commentsOf(tree: ts.SourceFile): string[] {
  const comments: string[] = [];
  visit(tree, (node) => {
    for (const range of ts.getLeadingCommentRanges(tree.text, node.pos) ?? [])
      comments.push(tree.text.slice(range.pos, range.end));
  });
  const last = ts.getLeadingCommentRanges(tree.text, tree.endOfFileToken.pos) ?? [];
  return [...new Set([...comments, ...last.map(({ pos, end }) => tree.text.slice(pos, end))])];
}
