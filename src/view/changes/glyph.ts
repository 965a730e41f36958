/** The sign in the gutter: what a line tells, before its words and without any colour. */
import { isDeprecation } from '../../diff/net.ts';
import type { Audience, Severity } from '../../model/index.ts';

/** `new`, `gone` and `changed` break nobody; `words` and `wire` are seen by few. */
export type Tone = 'breaks' | 'risk' | 'new' | 'gone' | 'changed' | 'words' | 'wire';

/** A sign with its meaning; the sign is text, so that it survives copying and forced colours. */
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

/** The glyph of a change: how bad it is counts before what it does. */
export function glyphOf(change: {
  readonly severity: Severity;
  readonly audience?: Audience;
  readonly kind: string;
}): GlyphView {
  return glyphs[toneOf(change)];
}

/** The glyph of a number of changes of one severity. */
export function severityGlyph(severity: Severity): GlyphView {
  return glyphs[bySeverity[severity]];
}

const bySeverity: Readonly<Record<Severity, Tone>> = {
  breaking: 'breaks',
  dangerous: 'risk',
  safe: 'new',
  docs: 'words',
};

function toneOf({ severity, audience, kind }: Parameters<typeof glyphOf>[0]): Tone {
  if (audience === 'wire') return 'wire';
  if (severity !== 'safe') return bySeverity[severity];
  if (isDeprecation(kind)) return 'changed';
  if (kind.endsWith('-added')) return 'new';
  return kind.endsWith('-removed') ? 'gone' : 'changed';
}
