/** Changes as a JUnit report: one test case a card, failed where it is breaking. */

import { type Card, cardSentence, plainSentence } from '../../diff/index.ts';
import { xmlText } from '../../feed/xml.ts';
import type { Comparison } from './diff-formats.ts';
import { placeOf, shownServices } from './shown.ts';

/** One suite for each service. */
export function printJunit({ services, level }: Comparison): string {
  const shown = shownServices({ services, level });
  const suites = shown.map(({ id, cards }) => {
    const failures = cards.filter(isFailure).length;
    const cases = cards.map((card) => caseOf(id, card));
    return `  <testsuite name="${xml(id)}" tests="${cards.length}" failures="${failures}" errors="0" skipped="0">\n${cases.join('')}  </testsuite>\n`;
  });
  const all = shown.flatMap(({ cards }) => cards);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="apidelta" tests="${all.length}" failures="${all.filter(isFailure).length}" errors="0">\n${suites.join('')}</testsuites>\n`;
}

function caseOf(service: string, card: Card): string {
  const places = card.places.map((place) => placeOf(place, service)).join('\n');
  const name = `${card.kind} ${card.changes.map(({ value }) => value).join(' ')}`.trim();
  const sentence = plainSentence(cardSentence(card));
  const body = isFailure(card)
    ? `      <failure message="${xml(sentence)}" type="${xml(card.severity)}">${xml(places)}</failure>\n`
    : `      <system-out>${xml(`${card.severity}: ${sentence}\n${places}`)}</system-out>\n`;
  return `    <testcase classname="${xml(service)}" name="${xml(`${name} (${card.key})`)}">\n${body}    </testcase>\n`;
}

function isFailure(card: Card): boolean {
  return card.severity === 'breaking';
}

/** Text for XML, with a sign in the place of every character that cannot be seen or that XML may not hold. */
function xml(text: string): string {
  return xmlText(text.toWellFormed().replace(/\p{Cc}|\p{Cn}/gu, (char) => (/[\t\n\r]/.test(char) ? char : '\ufffd')));
}
