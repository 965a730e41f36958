/** The sign in front of a line. It shows the kind of change without words or colour. */
import { isDeprecation } from '../../diff/net.ts';
import type { Audience, Severity } from '../../model/index.ts';

/**
 * `new`, `gone` and `changed` break nobody. `words` are changed descriptions; only users of the raw protocol see
 * `wire`.
 */
export type Tone = 'breaks' | 'risk' | 'new' | 'gone' | 'changed' | 'words' | 'wire';

/** A sign with its meaning. It is a text character, so it survives copying and forced colours. */
export interface GlyphView {
  readonly tone: Tone;
  readonly sign: string;
  readonly words: string;
}

/** The glyph of each tone. */
export const glyphs: Readonly<Record<Tone, GlyphView>> = {
  breaks: { tone: 'breaks', sign: '!', words: 'breaks callers' },
  risk: { tone: 'risk', sign: '?', words: 'may break' },
  new: { tone: 'new', sign: '+', words: 'new' },
  gone: { tone: 'gone', sign: '-', words: 'removed' },
  changed: { tone: 'changed', sign: '~', words: 'changed' },
  words: { tone: 'words', sign: '≈', words: 'words only' },
  wire: { tone: 'wire', sign: '·', words: 'on the wire only' },
};

/** The glyph of a change. Its severity comes first, then the kind of change. */
export function glyphOf(change: {
  readonly severity: Severity;
  readonly audience?: Audience;
  readonly kind: string;
}): GlyphView {
  return glyphs[toneOf(change)];
}

/** The glyph for counts of one severity. */
export function severityGlyph(severity: Severity): GlyphView {
  return glyphs[bySeverity[severity]];
}

const bySeverity: Readonly<Record<Severity, Tone>> = {
  breaking: 'breaks',
  dangerous: 'risk',
  safe: 'new',
  docs: 'words',
};

/** Kinds about a statement that came or went, while the thing itself stands: what may be left out now is not removed. */
const statement = /^(?:required|enum|idempotency)-(?:added|removed)$/;

function toneOf({ severity, audience, kind }: Parameters<typeof glyphOf>[0]): Tone {
  if (audience === 'wire') return 'wire';
  if (severity !== 'safe') return bySeverity[severity];
  if (isDeprecation(kind) || statement.test(kind)) return 'changed';
  if (kind.endsWith('-added')) return 'new';
  return kind.endsWith('-removed') ? 'gone' : 'changed';
}

/** The marks that filters know, by their place. */
export const markOrder: readonly string[] = ['breaks', 'risk', 'new', 'words', 'wire'];
