/** The syntax around changes, for the formats that show it. */
import type { Change } from '../../model/index.ts';
import { type SyntaxSides, syntaxDiff } from '../../view/syntax/syntax-diff.ts';
import { type SyntaxLine, syntaxText } from '../../view/syntax/syntax-line.ts';

/** Gives both states of a service. */
export type LoadVersionPair = (service: string) => SyntaxSides;

/** Gives the syntax at the first place of a change; null if there is none to show. */
export type SyntaxOf = (change: Change) => readonly SyntaxLine[] | null;

/** The formats that show syntax by default: those for reading at leisure. At a terminal, changes come first. */
const byDefault: ReadonlySet<string> = new Set(['markdown', 'html', 'json']);

/** Formats whose changes are read in order; in the others each change must be complete by itself. */
const inARow: ReadonlySet<string> = new Set(['text', 'markdown']);

/** Gives the syntax for a format; null if the format shows none. */
export function syntaxFor(
  format: string,
  asked: boolean | undefined,
  loadVersionPair: LoadVersionPair,
): SyntaxOf | null {
  if (!(asked ?? byDefault.has(format))) return null;
  let above: string | undefined;
  let last: { readonly service: string; readonly sides: SyntaxSides } | undefined;
  return (change) => {
    // Changes come service by service, and states are large: only one pair is kept.
    if (last?.service !== change.service) last = { service: change.service, sides: loadVersionPair(change.service) };
    const lines = syntaxDiff(last.sides, change);
    if (lines === null || !inARow.has(format)) return lines;
    // Two values that were added to one enum have the same diff, which is read once.
    const text = syntaxText(lines).join('\n');
    if (text === above) return null;
    above = text;
    return lines;
  };
}
