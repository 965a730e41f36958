/** The values of an enum before and after, one on a line, with those in sight that changed and their neighbours. */

import { counted } from '../site/words.ts';
import { quoted } from './syntax-forms.ts';
import { inBothOrders, type SyntaxLine } from './syntax-line.ts';

/** The lines; empty where the same values are on both sides. */
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
    // What is not shown is counted, run by run.
    while (!shown && end < merged.length && merged[end]?.op === op && (op !== ' ' || !near(end))) end++;
    lines.push({ op, text: `| ${shown ? quoted(name) : `… ${counted(end - at, 'more value')}`}` });
    at = end;
  }
  return lines;
}

/** Values that stay in sight on both sides of one that changed. */
const around = 2;
/** Changed values that are shown: an enum may gain hundreds at once. */
const maxChanged = 16;
