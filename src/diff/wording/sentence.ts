/** Writes a change as a sentence, with the words of all rules; and a sentence as a title. */
import type { Change } from '../../model/index.ts';
import { ruleOf } from '../rules/index.ts';
import { code } from './code.ts';
import { sentenceParts } from './code-spans.ts';
import { tellChanges } from './tell-changes.ts';

/** One change as a sentence, in Markdown with names as code. */
export function sentenceOf(change: Change): string {
  return sentenceOfAll([change]);
}

/** Changes of one kind in one sentence. */
export function sentenceOfAll(changes: readonly [Change, ...Change[]]): string {
  return tellChanges(changes, ruleOf);
}

/** The most characters of a title, without the backticks. */
export const maxTitle = 160;

/** The sentence as a title: if it is too long, the clause after the dash is left out; then it is cut before a name. */
export function titleOf(sentence: string, longest = maxTitle): string {
  if (lengthOf(sentence) <= longest) return sentence;
  const dash = sentence.lastIndexOf(' — ');
  const head = dash > 0 ? sentence.slice(0, dash) : sentence;
  if (lengthOf(head) <= longest) return head;
  let title = '';
  for (const part of sentenceParts(head)) {
    const next = part.code ? code(part.text) : part.text;
    if (lengthOf(title + next) > longest - 1) {
      const room = longest - lengthOf(title);
      // A whole name is left out, unless it is too long for every title.
      if (part.code && part.text.length > longest / 2 && room > minOfName)
        return title + code(`${part.text.slice(0, room - 1).toWellFormed()}…`);
      if (!part.code) title += next.slice(0, Math.max(next.lastIndexOf(' ', room - 1), 0));
      break;
    }
    title += next;
  }
  return `${title.trimEnd()}…`;
}

/** Fewer letters of a name are of no use. */
const minOfName = 10;

function lengthOf(sentence: string): number {
  return sentenceParts(sentence).reduce((sum, { text }) => sum + text.length, 0);
}
