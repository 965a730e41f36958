/** The parts of a document that its dialect is recognised by: its content, never its name. */

import { layOut } from '../text/layout.ts';

export interface Sample {
  readonly text: string;
  /** The first 64 KB: they are enough for most dialects. */
  readonly head: string;
  /** The form, known from the first characters: dialects of another form need not look further. */
  readonly form: 'json-object' | 'json-list' | 'html' | 'text';
}

/** Takes the beginning of a document. */
export function sampleOf(text: string): Sample {
  const form = formOf(text);
  const shown = form === 'text' ? (layOut(text, 'plain')?.text ?? text) : text;
  return { text: shown, head: shown.slice(0, 65_536), form };
}

/** The form of a document. */
export function formOf(text: string): Sample['form'] {
  const start = text.slice(0, 65_536).trimStart();
  if (start.startsWith('{')) return 'json-object';
  if (start.startsWith('[')) return 'json-list';
  return /^<(?:!doctype html|html)\b/i.test(start) ? 'html' : 'text';
}
