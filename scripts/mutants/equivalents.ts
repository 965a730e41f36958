/** Mutants that change nothing anybody could see, each with its reason: they are left out of the count. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from './mutant.ts';
import type { OperatorName } from './operators.ts';

/** By what stands there and not by line, so that it holds when something above it moves. */
export interface Equivalent {
  readonly file: string;
  readonly operator: OperatorName;
  /** The line that it begins in. */
  readonly code: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** The list of the project. */
export function readEquivalents(): readonly Equivalent[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, 'equivalents.json'), 'utf8')) as readonly Equivalent[];
}

/** Whether a mutant is one of them. */
export function isEquivalent(mutant: Mutant, list: readonly Equivalent[]): boolean {
  return list.some((one) =>
    (['file', 'operator', 'code', 'before', 'after'] as const).every((key) => one[key] === mutant[key]),
  );
}
