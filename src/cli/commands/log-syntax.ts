/** The syntax around earlier changes: shows the states of a service before and after each of its releases. */
import type { Change } from '../../model/index.ts';
import type { Release, StoreReader } from '../../store/read.ts';
import { syntaxDiff } from '../../view/syntax/syntax-diff.ts';
import type { SyntaxLine } from '../../view/syntax/syntax-line.ts';

/** Gives the syntax of a change in a release; undefined if there is none. */
export type PastSyntax = (release: Release, change: Change) => readonly SyntaxLine[] | undefined;

/** Reads states from the store when they are needed, newest first. */
export function pastSyntax(store: StoreReader, service: string): PastSyntax {
  return ({ version }, change) => {
    if (version === null) return undefined;
    const sides = { old: store.stateBefore(service, version), new: store.stateAt(service, version) };
    return syntaxDiff(sides, change) ?? undefined;
  };
}
