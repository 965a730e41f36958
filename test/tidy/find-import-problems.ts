/** Holds the imports of one file in src against the import table. */
import path from 'node:path';
import ts from 'typescript';
import { importTable, machineModules, type Permission } from './import-table.ts';
import { codeOf, type SourceFile, visit } from './source-file.ts';

/** What a file imports, and where. */
export interface Import {
  readonly target: string;
  readonly typesOnly: boolean;
  readonly line: number;
}

/** Says what a file imports that its folder may not, one sentence each. */
export function findImportProblems(file: SourceFile): string[] {
  const folder = file.path.split('/')[1] ?? '';
  const rule = importTable[folder];
  if (!file.path.startsWith('src/') || file.path === 'src/README.md') return [];
  if (!rule) return [`${file.path}: Unexpected folder \`src/${folder}\`, expected one of the import table`];
  const problems: string[] = [];
  for (const { runsInBrowser, tree } of codeOf(file)) {
    for (const found of importsOf(tree)) {
      const problem = judge(file.path, folder, found);
      if (problem) problems.push(`${file.path}:${found.line}: ${problem}`);
    }
    // Compiled pages are kept, and what they are told each time they run can only come with their process.
    if (rule.touchesMachine || runsInBrowser || file.path === 'src/pages/_site.ts') continue;
    visit(tree, (node) => {
      const touch = machineTouchOf(node);
      if (touch)
        problems.push(`${file.path}:${lineOf(tree, node)}: Unexpected \`${touch}\`, expected it as an argument`);
    });
  }
  return problems;
}

function judge(from: string, folder: string, found: Import): string | undefined {
  const { target } = found;
  const rule = importTable[folder];
  if (!rule) return undefined;
  if (target.startsWith('.')) return judgeOwn(from, folder, found);
  if (target.startsWith('astro:') && !rule.astroModules)
    return `Unexpected import of \`${target}\`, expected it in pages, layouts and components only`;
  const builtin = target.replace(/^node:/u, '');
  if (machineModules.has(builtin) && !rule.touchesMachine && !found.typesOnly)
    return `Unexpected import of \`${target}\`, expected it in sources, store and cli only`;
  if (builtin === 'sqlite' && folder !== 'store')
    return 'Unexpected import of `node:sqlite`, expected it in store only';
  return undefined;
}

function judgeOwn(from: string, folder: string, { target, typesOnly }: Import): string | undefined {
  const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(from), target.replace(/\?.*$/u, '')));
  const [top, other = '', ...rest] = resolved.split('/');
  if (top !== 'src') {
    // The words of a licence stand in one place; every package carries that file.
    const allowed = (resolved === 'package.json' && folder === 'cli') || (resolved === 'LICENSE' && folder === 'pages');
    return allowed ? undefined : `Unexpected import of \`${resolved}\`, expected imports from src only`;
  }
  if (other === folder) return undefined;
  const permission = importTable[folder]?.from[other];
  if (permission !== undefined && permits(permission, rest.join('/'), typesOnly)) return undefined;
  return `Unexpected import of \`${resolved}\`, expected ${expectation(folder, permission)}`;
}

function permits(permission: Permission, file: string, typesOnly: boolean): boolean {
  if (permission === 'all') return true;
  if (permission === 'types') return typesOnly;
  if (permission.typesOnly && !typesOnly) return false;
  return permission.only.some((name) => file === name || file.startsWith(`${name}/`));
}

function expectation(folder: string, permission: Permission | undefined): string {
  if (permission === 'types') return '`import type`';
  if (permission && permission !== 'all') return `one of ${permission.only.join(', ')}`;
  const names = Object.keys(importTable[folder]?.from ?? {});
  return names.length > 0 ? `only ${names.join(', ')}` : 'nothing of ours';
}

/** Every import of a tree, dynamic ones, types and addresses of files too. */
export function importsOf(tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, target: ts.Node | undefined, typesOnly: boolean): void => {
    if (target && ts.isStringLiteralLike(target))
      found.push({ target: target.text, typesOnly, line: lineOf(tree, node) });
  };
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypesOnly(node));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false);
    else if (ts.isNewExpression(node) && node.expression.getText(tree) === 'URL' && node.arguments?.length === 2)
      addAddress(node.arguments, (target) => add(node, target, false));
  });
  return found;
}

/** `new URL('./worker.ts', import.meta.url)` names a file as an import does. */
function addAddress([target, base]: ts.NodeArray<ts.Expression>, add: (target: ts.Node) => void): void {
  if (target && base?.getText() === 'import.meta.url' && /\.(ts|js|mjs|astro)['"]$/u.test(target.getText()))
    add(target);
}

function isTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings, name } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

/** The clock or the process, where code reaches for them without an import. */
function machineTouchOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const text = node.getText();
  if (text === 'Date.now' || text === 'performance.now' || text === 'globalThis.process') return text;
  return node.expression.getText() === 'process' ? text : undefined;
}

function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}
