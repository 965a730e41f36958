/** Mutants without a visible effect, each with its reason: they are not counted. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutant } from './mutant.ts';
import type { OperatorName } from './operators.ts';

/** Found by its text and not by its line number, so that it stays valid when lines above it move. */
export interface Equivalent {
  readonly file: string;
  readonly operator: OperatorName;
  /** The text of its first line. */
  readonly code: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** The list of the project. */
export function readEquivalents(): readonly Equivalent[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, 'equivalents.json'), 'utf8')) as readonly Equivalent[];
}

/** Whether a mutant is in the list. */
export function isEquivalent(mutant: Mutant, list: readonly Equivalent[]): boolean {
  return list.some((one) =>
    (['file', 'operator', 'code', 'before', 'after'] as const).every((key) => one[key] === mutant[key]),
  );
}
