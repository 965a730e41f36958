/** Headings that state a day and nothing else: `## 2024-05-01`, `### May 1, 2024`, `# Release (2026-06-10.2)`. */
import { statedDay } from '../text/day.ts';

const dated = /^(?:Release )?[[(]?([^[\]()]+?)(?:\.\d{1,3})?[\])]?$/;
const isoDay = '2025-11-13'.length;

/** The day of such a title, in ISO form. A month alone is above the releases of that month. */
export function dayOfTitle(title: string): string | undefined {
  const alone = onlyDay(dated.exec(title)?.[1]);
  return alone?.length === isoDay ? alone : undefined;
}

/** The day, or the month, that words state, if they state nothing else. */
export function onlyDay(words: string | undefined): string | undefined {
  const found = words === undefined ? undefined : statedDay(words);
  return found?.text === words?.trim() ? found?.iso : undefined;
}

/** A heading, by the signs before it or by its underline. A title with a day alone is short. */
const heading = /^ {0,3}(?:#{1,4}[ \t]+(\S[^\n]{0,200})|(\S[^\n]{0,60})\n {0,3}(?:=+|-+)[ \t]*(?=\r?\n|$))/gm;

/** Whether a text has such a heading. */
export function hasDayHeading(text: string): boolean {
  const plain = text.replaceAll('\r', '');
  for (const [, marked, underlined = ''] of plain.matchAll(heading))
    if (dayOfTitle(titleOf(marked ?? underlined)) !== undefined) return true;
  return false;
}

/** The words of a heading without signs behind them, marks, and addresses of links. */
function titleOf(heading: string): string {
  return heading
    .replace(/\]\([^()]*\)/, ']')
    .replace(/[*_`#]/g, '')
    .trim();
}
