/** The lines of a small diff, and a merge of the names of both sides into one order. */

/** A line that is the same, added or removed. */
export interface SyntaxLine {
  readonly op: ' ' | '+' | '-';
  readonly text: string;
}

/** A name, with the sides that have it. */
export interface MergedName {
  readonly op: SyntaxLine['op'];
  readonly name: string;
}

/**
 * The names of both sides, each once, in the order of the new side. A removed name comes after the name that it
 * followed before. A line diff would show a moved name as removed and added, but a change of order is never a change of
 * the API.
 */
export function inBothOrders(before: readonly string[], after: readonly string[]): readonly MergedName[] {
  const [old, now] = [new Set(before), new Set(after)];
  const removedBehind = new Map<string | null, string[]>();
  let last: string | null = null;
  for (const name of old) {
    if (now.has(name)) last = name;
    else removedBehind.set(last, [...(removedBehind.get(last) ?? []), name]);
  }
  const removedAfter = (behind: string | null): readonly MergedName[] =>
    (removedBehind.get(behind) ?? []).map((name) => ({ op: '-', name }));
  return [
    ...removedAfter(null),
    ...[...now].flatMap((name): readonly MergedName[] => [
      { op: old.has(name) ? ' ' : '+', name },
      ...removedAfter(name),
    ]),
  ];
}

/** The lines of a diff as text, each with its sign. */
export function syntaxText(lines: readonly SyntaxLine[]): readonly string[] {
  return lines.map(({ op, text }) => `${op} ${text}`);
}

/** The longest line in code units; a source may have names of any length. */
const longest = 240;

/** An indented line, cut at the maximum length. */
export function syntaxLine(op: SyntaxLine['op'], depth: number, text: string): SyntaxLine {
  const whole = `${'  '.repeat(depth)}${text}`;
  // Cut at whole characters, because half of a surrogate pair is not valid text.
  return { op, text: whole.length <= longest ? whole : `${[...whole].slice(0, longest).join('')} …` };
}
