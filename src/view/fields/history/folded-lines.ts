/** Lines of a release that tell the same of many fields, as one line. A model that gains patterns has dozens of them. */
import { count } from '../../../diff/catalogue.ts';
import { glyphs } from '../../changes/glyph.ts';
import type { Span } from '../../site/words.ts';
import type { HistoryLine } from './operation-history.ts';

/** Folds lines about words only that end in the same way; the fold stands where the first of them stood. */
export function foldedLines(lines: readonly HistoryLine[]): readonly HistoryLine[] {
  const groups = Map.groupBy(lines, endOf);
  return lines.flatMap((line) => {
    const end = endOf(line);
    const group = end === null ? [] : (groups.get(end) ?? []);
    if (end === null || group.length < fewest) return [line];
    return group[0] === line ? [{ ...line, title: titleOf(group, end), where: null, folded: group }] : [];
  });
}

/** `MasterArn`, values of `Tags` and 12 more must match another pattern. */
function titleOf(group: readonly HistoryLine[], end: string): readonly Span[] {
  const named = group.slice(0, shown).map(({ title }, at) => subjectOf(title, at === 0));
  const rest = group.length - named.length;
  const items = rest === 0 ? named : [...named, [plain(`${count(rest)} more`)]];
  const joined = items.flatMap((item, at) => {
    if (at === 0) return item;
    return [plain(at === items.length - 1 ? ' and ' : ', '), ...item];
  });
  return [...joined, plain(end)];
}

/** A sentence without its end: the fields that it is about. */
function subjectOf(title: readonly Span[], isFirst: boolean): readonly Span[] {
  const [first, ...others] = title.slice(0, -1);
  if (first === undefined || first.code || isFirst) return title.slice(0, -1);
  return [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...others];
}

/** The end of a sentence, after its names. Null for a line that stays as it is: only these verbs fit one and many. */
function endOf({ glyph, title }: HistoryLine): string | null {
  const last = title.at(-1);
  if (glyph !== glyphs.words || title.length < 2 || last === undefined || last.code) return null;
  return /^ (?:must|may|can) /.test(last.text) ? last.text : null;
}

function plain(text: string): Span {
  return { text, code: false };
}

/** Two lines are as short as one that says that there are two. */
const fewest = 3;
const shown = 2;
