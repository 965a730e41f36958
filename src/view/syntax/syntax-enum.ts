/** The values of an enum before and after, one on a line: the changed ones and their neighbours. */

import { counted } from '../site/words.ts';
import { quoted } from './syntax-forms.ts';
import { inBothOrders, type SyntaxLine } from './syntax-line.ts';

/** The lines; empty where both sides have the same values. */
export function enumLines(before: readonly string[], after: readonly string[]): readonly SyntaxLine[] {
  const merged = inBothOrders(before, after);
  const isChanged = merged.map(({ op }) => op !== ' ');
  if (!isChanged.includes(true)) return [];
  const near = (at: number) => isChanged.slice(Math.max(0, at - around), at + around + 1).includes(true);
  const lines: SyntaxLine[] = [];
  let left = maxChanged;
  for (let at = 0; at < merged.length; ) {
    const { op, name } = merged[at] as (typeof merged)[number];
    const shown = op === ' ' ? near(at) : left-- > 0;
    let end = at + 1;
    // Each run of hidden values becomes one line with their number.
    while (!shown && end < merged.length && merged[end]?.op === op && (op !== ' ' || !near(end))) end++;
    lines.push({ op, text: `| ${shown ? quoted(name) : `… ${counted(end - at, 'more value')}`}` });
    at = end;
  }
  return lines;
}

/** The number of values shown before and after a changed one. */
const around = 2;
/** The most changed values shown: an enum may gain hundreds at once. */
const maxChanged = 16;
