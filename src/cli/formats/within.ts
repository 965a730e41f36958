/** Lines that are no wider than the terminal: a `…` shows what is cut. */
import type { WordPiece } from '../../view/prose/word-diff.ts';

/** The text, with its middle cut if it is too wide: names and paths are recognised by their beginning and end. */
export function within(text: string, columns = Number.POSITIVE_INFINITY): string {
  if (text.length <= columns) return text;
  const head = Math.ceil((columns - 1) / 2);
  return `${text.slice(0, head)}…${text.slice(text.length - (columns - 1 - head))}`.toWellFormed();
}

/** As many words as fit; the marks around changed words need some of the room. */
export function wordsWithin(
  pieces: readonly WordPiece[],
  columns: number | undefined,
  mark: number,
): readonly WordPiece[] {
  if (columns === undefined) return pieces;
  let room = columns;
  const taken: WordPiece[] = [];
  for (const piece of pieces) {
    const marks = piece.change === 'same' ? 0 : mark;
    if (piece.text.length + marks > room - 1) {
      const text = piece.text.slice(0, Math.max(room - 1 - marks, 0));
      return [...taken, { text: `${text}…`, change: text === '' ? 'same' : piece.change }];
    }
    taken.push(piece);
    room -= piece.text.length + marks;
  }
  return taken;
}
