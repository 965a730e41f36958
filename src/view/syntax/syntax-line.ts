/** A line of a small diff, and names of two sides in one order. */

/** A line that stayed, came or went. */
export interface SyntaxLine {
  readonly op: ' ' | '+' | '-';
  readonly text: string;
}

/** A name with the sides that have it. */
export interface MergedName {
  readonly op: SyntaxLine['op'];
  readonly name: string;
}

/**
 * Names of both sides, each once, as the new side orders them; what was removed stands behind what it stood behind before.
 * A difference of lines would call a name that only moved both removed and added, and an order is never a change.
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

/** The lines of a diff as text, each with its mark. */
export function syntaxText(lines: readonly SyntaxLine[]): readonly string[] {
  return lines.map(({ op, text }) => `${op} ${text}`);
}

/** Longer lines say nothing more: names are what a source says they are. */
const longest = 240;

/** A line, indented, and no longer than anybody reads. */
export function syntaxLine(op: SyntaxLine['op'], depth: number, text: string): SyntaxLine {
  const whole = `${'  '.repeat(depth)}${text}`;
  // Cut at whole characters: half of one would be no text.
  return { op, text: whole.length <= longest ? whole : `${[...whole].slice(0, longest).join('')} …` };
}
