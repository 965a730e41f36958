/** Separates the code spans of a sentence from the words around them. */

/** Part of a sentence. */
export interface SentencePart {
  readonly text: string;
  readonly code: boolean;
}

/** Reads the code spans of a sentence; a fence of several backticks may contain shorter runs of backticks. */
export function sentenceParts(sentence: string): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const found of sentence.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs)) {
    const [all, , inside = ''] = found;
    if (found.index > end) parts.push({ text: sentence.slice(end, found.index), code: false });
    // Markdown removes one blank at each end, so that a span can begin with a backtick.
    parts.push({ text: /^ .*\S.* $/s.test(inside) ? inside.slice(1, -1) : inside, code: true });
    end = found.index + all.length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end), code: false });
  return parts;
}

/** The sentence without its fences. */
export function plainSentence(sentence: string): string {
  return sentenceParts(sentence)
    .map(({ text }) => text)
    .join('');
}
