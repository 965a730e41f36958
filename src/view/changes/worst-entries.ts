/** The order of services in a release: what breaks callers first, then by size, never by name. */
import { type Severity, severities } from '../../model/index.ts';
import { severityGlyph } from './glyph.ts';
import type { ReleaseEntry } from './release-entry.ts';

/** Sorts by the worst severity, then by how much changed; equal ones stay in their order. */
export function worstEntriesFirst<Entry extends Ranked>(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => worst(a) - worst(b) || size(b) - size(a));
}

/** What the order asks of a row. */
type Ranked = Pick<ReleaseEntry, 'tones' | 'counts' | 'status'>;

function worst({ tones, status }: Ranked): number {
  // A service that comes or goes is news before any field.
  if (status !== null) return 0;
  const at = severities.findIndex((severity: Severity) => tones.includes(severityGlyph(severity).tone));
  return at < 0 ? severities.length : at;
}

function size({ counts }: Ranked): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
