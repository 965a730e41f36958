/**
 * Notes that boto3 copies from botocore: its releases have their own numbers, and botocore's entries have the mark
 * `[botocore]`.
 */
import type { Block, Inline, Paragraph } from '../../model/index.ts';
import type { ParsedNote } from '../result.ts';

/** Whether the notes are boto3's: one entry with the mark is enough. */
export function areBoto3s(notes: readonly ParsedNote[]): boolean {
  return notes.some(({ text }) => withoutMark(text) !== undefined);
}

/** The note without the mark of botocore. */
export function unmarked(note: ParsedNote): ParsedNote {
  const text = withoutMark(note.text);
  return text === undefined ? note : { ...note, text };
}

/** `[`, `botocore` as code, `]`: the beginning of a paragraph. */
function withoutMark(text: ParsedNote['text']): readonly Block[] | undefined {
  const [first] = text;
  if (first?.type !== 'paragraph') return undefined;
  const [open, name, close] = first.children;
  if (open?.type !== 'text' || open.value !== '[' || name?.type !== 'inlineCode' || name.value !== 'botocore')
    return undefined;
  if (close?.type !== 'text' || !close.value.startsWith(']')) return undefined;
  const children: readonly Inline[] = [
    { ...close, value: close.value.slice(1).trimStart() },
    ...first.children.slice(3),
  ];
  const paragraph: Paragraph = { ...first, children };
  return [paragraph, ...text.slice(1)];
}
