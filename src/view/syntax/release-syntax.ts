/** The syntax around the changes of one release of a service. */

import { cardsOf, worstFirst } from '../../diff/catalogue.ts';
import type { Change } from '../../model/index.ts';
import type { Release } from '../../store/types.ts';
import type { Site } from '../site/site.ts';
import { hasSyntax, type SyntaxSides, syntaxDiff } from './syntax-diff.ts';
import type { SyntaxLine } from './syntax-line.ts';

/** Diffs by the key of the change, or of the first one on its card. */
export type ReleaseSyntax = ReadonlyMap<string, readonly SyntaxLine[]>;

/** The newest releases show syntax: each needs both states of its services read, and the whole history has thousands. */
export const recentReleases = 100;
/** Diffs that one page shows: a release may change thousands of fields, and a page has to stay light. */
export const maxDiffs = 40;

/** The syntax of a release of a service; null where the release is too old for one. */
export function releaseSyntax(site: Site, service: string, release: Release): ReleaseSyntax | null {
  const isRecent = site.store
    .releases()
    .slice(0, recentReleases)
    .some(({ id }) => id === release.id);
  if (!isRecent) return null;
  return diffsOf(site, service, release);
}

/** States are read when the first change asks for them: many releases change nothing that syntax shows. */
function diffsOf(site: Site, service: string, release: Release): ReleaseSyntax {
  const changes = site.store.changes(service, release.id);
  const diffs = new Map<string, readonly SyntaxLine[]>();
  let known: SyntaxSides | undefined;
  for (const {
    changes: [change],
  } of worstFirst(cardsOf(changes))) {
    if (diffs.size >= maxDiffs) break;
    if (!hasSyntax(change)) continue;
    known ??= site.loadVersionPair?.(service, release) ?? { old: null, new: null };
    const operation = change.places[0]?.operation;
    const isShown = [known.old, known.new].some((side) => side?.operations.some(({ name }) => name === operation));
    const lines = syntaxDiff(isShown ? known : newest(site, service, release, change), change, changes);
    if (lines !== null) diffs.set(change.key, lines);
  }
  return diffs;
}

/** What only a changelog page shows is in no state of a version: its operation as the store has it now, if it is still that one. */
function newest({ store }: Site, service: string, release: Release, change: Change): SyntaxSides {
  const wanted = change.places[0]?.operation;
  const found = store.service(service)?.operations.find(({ operation }) => operation.name === wanted);
  if (found === undefined || found.asOf.id !== release.id || found.removedIn !== null) return { old: null, new: null };
  return { old: null, new: { operations: [found.operation], shapes: found.shapes, facts: found.facts } };
}
