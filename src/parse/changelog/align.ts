/**
 * Finds the marks of fields among the lines of a flattened page: their order is known, but some marks look like prose.
 */
import { append } from '../../model/index.ts';
import type { ExpectedField } from './expected-fields.ts';

/** A line that is the mark of a field. */
export interface Aligned {
  readonly line: number;
  readonly expected: ExpectedField;
}

export interface Alignment {
  readonly aligned: readonly Aligned[];
  /** Marks without a line. */
  readonly missing: readonly ExpectedField[];
  /** Lines of marks that could also be other lines: the page does not tell. */
  readonly unsure: readonly number[];
}

/** Above this many comparisons, the first line that fits is used. */
const maxComparisons = 200_000;

/**
 * Aligns expected marks with lines. A mark with a name is certain; a bare type may also be a line of prose. So the
 * types between two named marks are placed together. The best placement has all of them, then those before
 * `[REQUIRED]`, then the earliest lines.
 */
export function align(
  lines: readonly { readonly line: number; readonly text: string; readonly requiredNext: boolean }[],
  marks: readonly ExpectedField[],
): Alignment {
  const aligned: Aligned[] = [];
  const missing: ExpectedField[] = [];
  const unsure: number[] = [];
  let from = 0;
  let at = 0;
  while (true) {
    let weak = at;
    while (weak < marks.length && (marks[weak] as ExpectedField).weak) weak++;
    const anchor = marks[weak];
    const anchorAt = anchor === undefined ? undefined : find(lines, anchor, from + (weak - at));
    append(unsure, placeWeak(lines.slice(from, anchorAt), marks.slice(at, weak), aligned, missing));
    if (anchor === undefined) break;
    if (anchorAt === undefined) {
      missing.push(anchor);
      // No line of the weak marks is certain: continue after the last aligned line.
      from = nextAfter(lines, aligned.at(-1)?.line, from);
    } else {
      aligned.push({ line: (lines[anchorAt] as { line: number }).line, expected: anchor });
      from = anchorAt + 1;
    }
    at = weak + 1;
  }
  return { aligned, missing, unsure };
}

function find(lines: readonly { readonly text: string }[], anchor: ExpectedField, from: number): number | undefined {
  for (let at = from; at < lines.length; at++) if (markIn((lines[at] as { text: string }).text, anchor)) return at;
  return undefined;
}

/** The mark that a line shows, if it is a mark of the field. */
export function markIn(text: string, { mark, otherMark }: ExpectedField): string | undefined {
  return [mark, otherMark].find((one) => one !== undefined && (text === one || text.startsWith(`${one} `)));
}

function nextAfter(lines: readonly { readonly line: number }[], line: number | undefined, from: number): number {
  if (line === undefined) return from;
  let at = from;
  while (at < lines.length && (lines[at] as { line: number }).line <= line) at++;
  return at;
}

function placeWeak(
  lines: readonly { readonly line: number; readonly text: string; readonly requiredNext: boolean }[],
  marks: readonly ExpectedField[],
  aligned: Aligned[],
  missing: ExpectedField[],
): readonly number[] {
  if (marks.length === 0) return [];
  const wanted = new Set(marks.map(({ mark }) => mark));
  const candidates = lines.filter(({ text }) => wanted.has(text));
  const isLong = candidates.length * marks.length > maxComparisons;
  const chosen = isLong ? earliest(candidates, marks) : best(candidates, marks);
  for (const [index, mark] of marks.entries()) {
    const line = chosen[index];
    if (line === undefined) missing.push(mark);
    else aligned.push({ line, expected: mark });
  }
  if (isLong || candidates.length === marks.length) return [];
  const latest = best(candidates.toReversed(), marks.toReversed()).reverse();
  return chosen.filter((line, index): line is number => line !== undefined && line !== latest[index]);
}

function earliest(
  candidates: readonly { readonly line: number; readonly text: string }[],
  marks: readonly ExpectedField[],
): (number | undefined)[] {
  let at = 0;
  return marks.map(({ mark }) => {
    let next = at;
    while (next < candidates.length && (candidates[next] as { text: string }).text !== mark) next++;
    if (next >= candidates.length) return undefined;
    at = next + 1;
    return (candidates[next] as { line: number }).line;
  });
}

/** The alignment with the most marks, then the most `[REQUIRED]`, then the earliest lines. */
function best(
  candidates: readonly { readonly line: number; readonly text: string; readonly requiredNext: boolean }[],
  marks: readonly ExpectedField[],
): (number | undefined)[] {
  const rows = candidates.length;
  const columns = marks.length;
  const width = columns + 1;
  const score = new Float64Array((rows + 1) * width);
  const gain = (row: number, column: number) => {
    const candidate = candidates[row] as { text: string; requiredNext: boolean };
    if (candidate.text !== (marks[column] as ExpectedField).mark) return -1;
    return 1_000_000 + (candidate.requiredNext ? 1_000 : 0);
  };
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const skip = Math.max(score[(row + 1) * width + column] as number, score[row * width + column + 1] as number);
      const taken = gain(row, column);
      const take = taken < 0 ? -1 : taken + (score[(row + 1) * width + column + 1] as number);
      score[row * width + column] = Math.max(skip, take);
    }
  }
  const chosen: (number | undefined)[] = new Array(columns).fill(undefined);
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const here = score[row * width + column] as number;
    const taken = gain(row, column);
    if (taken >= 0 && here === taken + (score[(row + 1) * width + column + 1] as number)) {
      chosen[column++] = (candidates[row++] as { line: number }).line;
    } else if (here === score[(row + 1) * width + column]) row++;
    else column++;
  }
  return chosen;
}
