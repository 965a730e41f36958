/** Changes as annotations of GitHub Actions: one workflow command a card. */

import { counted, plainSentence, titleOf } from '../../diff/index.ts';
import { type Severity, visibleText } from '../../model/index.ts';
import { checkoutPath } from './checkout-path.ts';
import type { Comparison } from './diff-formats.ts';
import { placeOf, shownServices } from './shown.ts';

const commands: Readonly<Record<Severity, string>> = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'notice',
  docs: 'notice',
};

/** One line a card, at the line of the pin or at its first place; GitHub shows the first ten of each level. */
export function printGithub(comparison: Comparison): string {
  const { pin, locate } = comparison;
  const lines = shownServices(comparison).flatMap(({ id, cards }) =>
    cards.map((card) => {
      const [first] = card.places;
      const at = pin ?? first?.new ?? first?.old ?? locate?.(id, first?.operation ?? null);
      const where =
        at === undefined
          ? ''
          : `file=${property(visibleText(checkoutPath(at.file)))},line=${at.line},col=${at.column},`;
      const more = card.places.length + card.unlisted - 1;
      const places =
        first === undefined || first.operation === null
          ? ''
          : ` (${placeOf(first, id)}${more > 0 ? ` and ${counted(more, 'more place')}` : ''})`;
      return `::${commands[card.severity]} ${where}title=${property(visibleText(`${id}: ${card.kind}`))}::${data(`${plainSentence(titleOf(card.sentence))}${places}`)}`;
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
