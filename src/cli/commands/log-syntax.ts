/** The syntax around changes of the past: both states of a service around each of its releases. */
import type { Change } from '../../model/index.ts';
import { Database, loadState, type Release, stateAt, stateNameBefore } from '../../store/index.ts';
import { type SyntaxSides, syntaxDiff } from '../../view/syntax-diff.ts';
import type { SyntaxLine } from '../../view/syntax-line.ts';

/** Gives the syntax of a change in a release; undefined where there is none. */
export type PastSyntax = (release: Release, change: Change) => readonly SyntaxLine[] | undefined;

/** Reads states from the store as they are asked for, newest first. Close it after use. */
export function openPastSyntax(
  file: string,
  service: string,
): { readonly syntaxOf: PastSyntax; readonly close: () => void } {
  const database = Database.read(file);
  let last: { readonly release: string; readonly sides: SyntaxSides } | undefined;
  return {
    syntaxOf: (release, change) => {
      const { version } = release;
      if (version === null) return undefined;
      if (last?.release !== release.id) {
        const before = loadState(database, stateNameBefore(database, service, version));
        last = {
          release: release.id,
          sides: { old: before ?? null, new: stateAt(database, service, version) ?? null },
        };
      }
      return syntaxDiff(last.sides, change) ?? undefined;
    },
    close: () => database.close(),
  };
}
