/** Prints the results of mutants: by folder, and each survivor with its place. */
import type { Mutant } from './mutant.ts';
import type { Known } from './state.ts';

export interface Ended {
  readonly mutant: Mutant;
  readonly known: Known;
}

/** A table of the folders of src, then the mutants that no test detected. */
export function reportOf(ended: readonly Ended[]): readonly string[] {
  const byFolder = Map.groupBy(ended, ({ mutant }) => folderOf(mutant.file));
  const rows = [...byFolder].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folder, those]) => rowOf(folder, those));
  const left = ended
    .filter(({ known }) => known.verdict === 'survived')
    .sort((a, b) => (a.mutant.key < b.mutant.key ? -1 : 1));
  return [
    `${'folder'.padEnd(16)}  mutants   killed  timeout survived`,
    ...rows,
    rowOf('all', ended),
    ...(left.length === 0 ? [] : ['', 'Survivors:', ...left.map(({ mutant }) => survivorLine(mutant))]),
  ];
}

/** `src/a.ts:12 negate: x === 1 → !(x === 1)`. */
export function survivorLine({ file, line, operator, before, after }: Mutant): string {
  return `${file}:${line} ${operator}: ${oneLine(before)} → ${after === ';' ? '(nothing)' : oneLine(after)}`;
}

function rowOf(folder: string, ended: readonly Ended[]): string {
  const count = (verdict: Known['verdict']) => ended.filter(({ known }) => known.verdict === verdict).length;
  const survived = count('survived');
  const share = ended.length === 0 ? 0 : Math.round((survived / ended.length) * 100);
  const numbers = [ended.length, count('killed'), count('timeout'), survived].map((number) =>
    String(number).padStart(9),
  );
  return `${folder.padEnd(16)}${numbers.join('')}  ${share} %`;
}

function folderOf(file: string): string {
  const parts = file.split('/');
  return parts.length > 2 ? parts.slice(0, 2).join('/') : 'src';
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
