/** The syntax around changes of the past: both states of a service around each of its releases. */
import type { Change } from '../../model/index.ts';
import type { Release, StoreReader } from '../../store/read.ts';
import { syntaxDiff } from '../../view/syntax/syntax-diff.ts';
import type { SyntaxLine } from '../../view/syntax/syntax-line.ts';

/** Gives the syntax of a change in a release; undefined where there is none. */
export type PastSyntax = (release: Release, change: Change) => readonly SyntaxLine[] | undefined;

/** Reads states from the store as they are asked for, newest first. */
export function pastSyntax(store: StoreReader, service: string): PastSyntax {
  return ({ version }, change) => {
    if (version === null) return undefined;
    const sides = { old: store.stateBefore(service, version), new: store.stateAt(service, version) };
    return syntaxDiff(sides, change) ?? undefined;
  };
}
