/** The syntax around changes of the past: both states of a service around each of its releases. */
import type { Change } from '../../model/index.ts';
import { Database, type Release, type StoreReader, stateAt } from '../../store/index.ts';
import { type SyntaxSides, syntaxDiff } from '../../view/syntax-diff.ts';
import type { SyntaxLine } from '../../view/syntax-line.ts';

/** Gives the syntax of a change in a release; undefined where there is none. */
export type PastSyntax = (release: Release, change: Change) => readonly SyntaxLine[] | undefined;

/** Reads states from the store as they are asked for, newest first. Close it after use. */
export function openPastSyntax(
  file: string,
  reader: StoreReader,
  service: string,
): { readonly syntaxOf: PastSyntax; readonly close: () => void } {
  const database = Database.read(file);
  const releases = reader.serviceReleases({ service }).map(({ release }) => release);
  let last: { readonly release: string; readonly sides: SyntaxSides } | undefined;
  const stateOf = (release: Release | undefined) =>
    release?.version == null ? null : (stateAt(database, service, release.version) ?? null);
  return {
    syntaxOf: (release, change) => {
      if (last?.release !== release.id) {
        const at = releases.findIndex(({ id }) => id === release.id);
        last = { release: release.id, sides: { old: stateOf(releases[at + 1]), new: stateOf(release) } };
      }
      return syntaxDiff(last.sides, change) ?? undefined;
    },
    close: () => database.close(),
  };
}
