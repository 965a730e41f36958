/** Severities and statuses in words, because colour alone does not reach every reader. */
import { countedSeverity, severityWords, wireWords } from '../../diff/catalogue.ts';
import { type Severity, severities } from '../../model/index.ts';
import type { Counts, ServiceRelease } from '../../store/types.ts';
import { counted } from '../site/words.ts';
import { type GlyphView, glyphs, severityGlyph } from './glyph.ts';

/** How many changes one severity has, with its name for readers who do not see the colour. */
export interface CountView {
  readonly severity: Severity;
  readonly words: string;
  readonly count: number;
}

/** The name of a severity on pages. */
export function severityLabel(severity: Severity): string {
  return severityWords[severity];
}

/** The counts above zero of what callers of the SDK see, worst first. */
export function countViews(counts: Counts): readonly CountView[] {
  return severities
    .map((severity) => ({
      severity,
      words: countedSeverity(severity, counts[severity]),
      count: counts[severity],
    }))

    .filter(({ count }) => count > 0);
}

/** The number of changes with one glyph, for rows without room for sentences. */
export interface GlyphCount {
  readonly glyph: GlyphView;
  readonly words: string;
  readonly count: number;
}

/** The counts above zero, worst first. `described` is the number of changed descriptions. */
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

/** What the counts count: `7 changes`; empty if there are none. */
export function totalWords(counts: readonly GlyphCount[]): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? '' : counted(total, 'change');
}

/** The sum of counts. */
export function addCounts(all: readonly Counts[]): Counts {
  const sum = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };
  for (const counts of all) for (const key of [...severities, 'wire'] as const) sum[key] += counts[key];
  return sum;
}

/** What a release did to a whole service, in a word or two; null where the counts are enough. */
export function statusWords({ status, counts }: ServiceRelease): string | null {
  if (status === 'added') return 'new service';
  if (status === 'removed') return 'service removed';
  if (status === 'renamed') return 'service renamed';
  return status === 'first' && countViews(counts).length === 0 ? 'first known state' : null;
}
