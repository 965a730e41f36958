/** Sorts the services of a release: breaking changes first, then by number of changes, never by name. */
import { type Severity, severities } from '../../model/index.ts';
import { severityGlyph } from './glyph.ts';
import type { ReleaseEntry } from './release-entry.ts';

/** Sorts by the worst severity, then by the number of changes. Equal rows keep their order. */
export function worstEntriesFirst<Entry extends Ranked>(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => worst(a) - worst(b) || size(b) - size(a));
}

/** The parts of a row that the order needs. */
type Ranked = Pick<ReleaseEntry, 'tones' | 'counts' | 'status'>;

function worst({ tones, status }: Ranked): number {
  // A service that came or went stands among what breaks callers.
  if (status !== null) return 0;
  const at = severities.findIndex((severity: Severity) => tones.includes(severityGlyph(severity).tone));
  return at === -1 ? severities.length : at;
}

function size({ counts }: Ranked): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
