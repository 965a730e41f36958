/**
 * The imports between files, and so the tests of each file: the result of `vitest related`, read once for all mutants.
 */
import path from 'node:path';
import ts from 'typescript';

export interface ImportGraph {
  /** The test files that run a file, in no order. */
  readonly testsOf: (file: string) => readonly string[];
  /** All files that a file runs, including itself. */
  readonly filesOf: (file: string) => readonly string[];
  /** The files that import a file, also those that import only its types. */
  readonly importersOf: (file: string) => readonly string[];
}

/** Reads the imports of a project's files; paths are relative to its root. */
export function importGraph(texts: ReadonlyMap<string, string>): ImportGraph {
  const importers = new Map<string, Set<string>>();
  const runners = new Map<string, Set<string>>();
  const run = new Map<string, Set<string>>();
  for (const [file, text] of texts)
    for (const { target, typesOnly } of targetsOf(file, text, texts)) {
      addTo(importers, target, file);
      if (typesOnly) continue;
      addTo(runners, target, file);
      addTo(run, file, target);
    }
  return {
    importersOf: (file) => [...(importers.get(file) ?? [])],
    filesOf: (file) => reached(file, run),
    testsOf: (file) => reached(file, runners).filter((one) => one.endsWith('.test.ts')),
  };
}

interface Target {
  readonly target: string;
  readonly typesOnly: boolean;
}

function targetsOf(file: string, text: string, texts: ReadonlyMap<string, string>): readonly Target[] {
  const targets: Target[] = [];
  const visit = (node: ts.Node): void => {
    // A worker or another program is named by a text: `new URL('./worker.ts', import.meta.url)`.
    if (ts.isStringLiteralLike(node) && node.text.endsWith('.ts')) {
      const beside = path.posix.join(path.posix.dirname(file), node.text);
      const target = [beside, node.text].find((name) => texts.has(name));
      if (target !== undefined) targets.push({ target, typesOnly: isErased(node.parent) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return targets;
}

function isErased(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) ? node.isTypeOnly : ts.isLiteralTypeNode(node);
}

function reached(file: string, ways: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const seen = new Set([file]);
  for (const one of seen) for (const next of ways.get(one) ?? []) seen.add(next);
  return [...seen];
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(value));
}
