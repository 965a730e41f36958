/** A document as dialects are told apart by it: what is in it, never its name. */

export interface Sample {
  readonly text: string;
  /** The first 64 KB, which are enough for most. */
  readonly head: string;
  /** What it begins with: dialects of another form need not look. */
  readonly form: 'json-object' | 'json-list' | 'html' | 'text';
}

/** Looks at the beginning of a document. */
export function sampleOf(text: string): Sample {
  const head = text.slice(0, 65_536);
  return { text, head, form: formOf(head.trimStart()) };
}

function formOf(start: string): Sample['form'] {
  if (start.startsWith('{')) return 'json-object';
  if (start.startsWith('[')) return 'json-list';
  return /^<(?:!doctype html|html)\b/i.test(start) ? 'html' : 'text';
}
