/** The syntax diffs for the changes of one release of a service. */

import { cardsOf, worstFirst } from '../../diff/catalogue.ts';
import type { Change } from '../../model/index.ts';
import type { Release } from '../../store/types.ts';
import type { Site } from '../site/site.ts';
import { hasSyntax, type SyntaxSides, syntaxDiff } from './syntax-diff.ts';
import type { SyntaxLine } from './syntax-line.ts';

/** Diffs by the key of the card. Of several changes, the first in its list is shown. */
export type ReleaseSyntax = ReadonlyMap<string, readonly SyntaxLine[]>;

/**
 * Only this many newest releases have syntax diffs. Each needs two states of its services, and the whole history would
 * need thousands.
 */
export const recentReleases = 100;
/** The most diffs on one page: a release may change thousands of fields, and a page must stay small. */
export const maxDiffs = 40;

/** The syntax diffs of a release of a service; null where the release is too old. */
export function releaseSyntax(site: Site, service: string, release: Release): ReleaseSyntax | null {
  const isRecent = site.store
    .releases()
    .slice(0, recentReleases)
    .some(({ id }) => id === release.id);
  if (!isRecent) return null;
  return diffsOf(site, service, release);
}

/** Reads the states only when a change needs them: many releases have no change that syntax can show. */
function diffsOf(site: Site, service: string, release: Release): ReleaseSyntax {
  const changes = site.store.changes(service, release.id);
  const diffs = new Map<string, readonly SyntaxLine[]>();
  let known: SyntaxSides | undefined;
  for (const {
    key,
    changes: [change],
  } of worstFirst(cardsOf(changes))) {
    if (diffs.size >= maxDiffs) break;
    if (!hasSyntax(change)) continue;
    known ??= site.loadVersionPair?.(service, release) ?? { old: null, new: null };
    const operation = change.places[0]?.operation;
    const isShown = [known.old, known.new].some((side) => side?.operations.some(({ name }) => name === operation));
    const lines = syntaxDiff(isShown ? known : newest(site, service, release, change), change, changes);
    if (lines !== null) diffs.set(key, lines);
  }
  return diffs;
}

/**
 * An operation that only a changelog page has is in no state of a version. Then its current state in the store is used,
 * if it is still as of this release.
 */
function newest({ store }: Site, service: string, release: Release, change: Change): SyntaxSides {
  const wanted = change.places[0]?.operation;
  const found = store.service(service)?.operations.find(({ operation }) => operation.name === wanted);
  if (found === undefined || found.asOf.id !== release.id || found.removedIn !== null) return { old: null, new: null };
  return { old: null, new: { operations: [found.operation], shapes: found.shapes, facts: found.facts } };
}
