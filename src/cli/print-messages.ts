/** Prints the messages of parsers: each with its place, up to a limit, and the number of the rest. */
import type { VFileMessage } from 'vfile-message';
import { count, counted } from '../diff/catalogue.ts';
import { visibleText } from '../model/index.ts';
import { timesOf } from '../parse/index.ts';
import type { Out } from './io.ts';

/** The greatest number of printed messages; the others are only counted. */
const maxPrinted = 20;

/** Prints messages on stderr, first those about lost content. */
export function printMessages(messages: readonly VFileMessage[], out: Out): void {
  if (messages.length === 0) return;
  const weight = (message: VFileMessage) => (message.fatal === true ? 0 : message.fatal === false ? 1 : 2);
  const sorted = [...messages].sort((a, b) => weight(a) - weight(b));
  for (const message of sorted.slice(0, maxPrinted)) {
    const word = message.fatal === true ? 'error' : message.fatal === false ? 'dropped' : 'note';
    out.write(`${visibleText(`${message.name}: ${word}: ${message.reason} (${message.ruleId})`)}\n`);
  }
  const more = sorted.slice(maxPrinted);
  if (more.length === 0) return;
  const unprinted = more.reduce((sum, message) => sum + timesOf(message), 0);
  out.write(`… and ${counted(unprinted, 'more message')}: ${countsOf(more)}\n`);
}

function countsOf(messages: readonly VFileMessage[]): string {
  const counts = new Map<string, number>();
  for (const message of messages) {
    const rule = message.ruleId ?? 'other';
    counts.set(rule, (counts.get(rule) ?? 0) + timesOf(message));
  }
  return [...counts].map(([rule, number]) => `${count(number)} ${rule}`).join(', ');
}

/** Prints what was ignored, up to a limit, and the number of the rest. */
export function printPassedOver(sentences: readonly string[], out: Out): void {
  for (const sentence of sentences.slice(0, maxPrinted)) out.write(`${visibleText(sentence)}\n`);
  if (sentences.length > maxPrinted)
    out.write(
      `… and ${count(sentences.length - maxPrinted)} more ${sentences.length - maxPrinted === 1 ? 'was' : 'were'} passed over.\n`,
    );
}
