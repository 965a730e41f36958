/** The table of queries, and search over files in memory: what a browser asks for is counted. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Answer, find } from '../../src/components/client/search/find.ts';
import { Library } from '../../src/components/client/search/library.ts';
import { operationsName } from '../../src/view/search/search-format.ts';

/** What is typed, and what has to stand first. */
export interface Expectation {
  readonly typed: string;
  readonly first: string;
}

/** Reads a table of queries. */
export function readQueries(name: string): readonly Expectation[] {
  const lines = readFileSync(path.join(import.meta.dirname, name), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [typed, first] = line.split(' → ');
    return line.startsWith('#') || typed === undefined || first === undefined ? [] : [{ typed: typed.trim(), first }];
  });
}

export interface Found {
  readonly answer: Answer | null;
  /** The first result, as the table writes it. */
  readonly first: string;
  /** The files beside the list of operations, and what they weigh. */
  readonly asked: readonly string[];
  readonly bytes: number;
}

/** Searches as a browser does that has nothing yet. */
export async function searchFor(
  files: ReadonlyMap<string, string>,
  typed: string,
  mine: readonly string[] = [],
): Promise<Found> {
  const asked: string[] = [];
  const library = new Library((file) => {
    asked.push(file);
    const text = files.get(file);
    return text === undefined ? Promise.reject(new Error(`no file ${file}`)) : Promise.resolve(JSON.parse(text));
  });
  const answer = await find(library, { typed, mine: new Set(mine) });
  const others = asked.filter((file) => file !== operationsName);
  return {
    answer,
    first: firstOf(answer),
    asked: others,
    bytes: others.reduce((sum, file) => sum + weigh(files.get(file) ?? ''), 0),
  };
}

/** What a text weighs on its way. */
export function weigh(text: string): number {
  return gzipSync(text, { level: 6 }).length;
}

/** Whether a result is what a line of the table asks for, which may leave the operation out, or the service too. */
export function isFirst(found: string, expected: string): boolean {
  return found === expected || found.startsWith(`${expected} `) || found.startsWith(`${expected}.`);
}

/** The part of a sorted list below which a share of it lies. */
export function share(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? 0;
}

function firstOf(answer: Answer | null): string {
  const hit = answer?.groups[0]?.hits[0];
  if (hit === undefined) return 'nothing';
  const { kind, name, way } = hit;
  if (kind === 'service') return `${kind} ${name}`;
  return `${kind} ${name} ${way.slice(0, kind === 'operation' || kind === 'shape' ? 1 : 2).join('.')}`;
}
