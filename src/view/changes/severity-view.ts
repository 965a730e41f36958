/** Severities and statuses in words: what the site says, so that colour never speaks alone. */
import { countedSeverity, severityWords, wireWords } from '../../diff/catalogue.ts';
import { type Severity, severities } from '../../model/index.ts';
import type { Counts, ServiceRelease } from '../../store/types.ts';
import { type GlyphView, glyphs, severityGlyph } from './glyph.ts';

/** How many changes of one severity; the word says it where colour does not. */
export interface CountView {
  readonly severity: Severity;
  readonly words: string;
  readonly count: number;
}

/** What a severity is called on pages. */
export function severityLabel(severity: Severity): string {
  return severityWords[severity];
}

/** The counts that are not zero, worst first, of what callers of the SDK see. */
export function countViews(counts: Counts): readonly CountView[] {
  return severities
    .map((severity) => ({
      severity,
      words: countedSeverity(severity, counts[severity]),
      count: counts[severity],
    }))

    .filter(({ count }) => count > 0);
}

/** How many changes of a glyph: what a row says where sentences have no room. */
export interface GlyphCount {
  readonly glyph: GlyphView;
  readonly words: string;
  readonly count: number;
}

/** The counts that are not zero, worst first; `described`: how many descriptions changed. */
export function glyphCounts(counts: Counts, described = 0): readonly GlyphCount[] {
  const all: readonly GlyphCount[] = [
    ...severities.map((severity) => {
      const count = counts[severity] + (severity === 'docs' ? described : 0);
      return { glyph: severityGlyph(severity), words: countedSeverity(severity, count), count };
    }),
    { glyph: glyphs.wire, words: wireWords, count: counts.wire },
  ];
  return all.filter(({ count }) => count > 0);
}

/** The sum of counts. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };
  for (const counts of all) for (const key of [...severities, 'wire'] as const) sum[key] += counts[key];
  return sum;
}

/** What a release did to a service, in a word or two; null where the counts say it all. */
export function statusWords({ status, counts }: ServiceRelease): string | null {
  if (status === 'added') return 'new service';
  if (status === 'removed') return 'service removed';
  if (status === 'renamed') return 'service renamed';
  return status === 'first' && countViews(counts).length === 0 ? 'first known state' : null;
}
