/** Changed words on one line of plain text. */
import type { WordPiece } from '../../view/prose/word-diff.ts';

/** The pieces on one line of plain text: `the [-old-] {+new+} port`. */
export function wordLine(pieces: readonly WordPiece[]): string {
  return pieces
    .map(({ text, change }) => (change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
}
