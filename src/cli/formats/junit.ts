/** Changes as a JUnit report: one test case a card, which fails if the card breaks callers. */

import { plainSentence } from '../../diff/index.ts';
import { xmlAttribute, xmlText } from '../../feed/xml.ts';
import type { Comparison } from './diff-formats.ts';
import { placeOf, type ShownCard, shownServices } from './shown.ts';

/** One suite for each service. */
export function printJunit(comparison: Comparison): string {
  const shown = shownServices(comparison);
  const suites = shown.map(({ id, cards }) => {
    const failures = cards.filter(isFailure).length;
    const cases = cards.map((card) => caseOf(id, card));
    return `  <testsuite name="${attribute(id)}" tests="${cards.length}" failures="${failures}" errors="0" skipped="0">\n${cases.join('')}  </testsuite>\n`;
  });
  const all = shown.flatMap(({ cards }) => cards);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="apidelta" tests="${all.length}" failures="${all.filter(isFailure).length}" errors="0">\n${suites.join('')}</testsuites>\n`;
}

function caseOf(service: string, card: ShownCard): string {
  const places = card.places.map((place) => placeOf(place, service)).join('\n');
  const name = `${card.kind} ${card.changes.map(({ value }) => value).join(' ')}`.trim();
  const sentence = plainSentence(card.sentence);
  const body = isFailure(card)
    ? `      <failure message="${attribute(sentence)}" type="${attribute(card.severity)}">${xml(places)}</failure>\n`
    : `      <system-out>${xml(`${card.severity}: ${sentence}\n${places}`)}</system-out>\n`;
  return `    <testcase classname="${attribute(service)}" name="${attribute(`${name} (${card.key})`)}">\n${body}    </testcase>\n`;
}

function isFailure(card: ShownCard): boolean {
  return card.severity === 'breaking';
}

/** The value of an attribute, with the signs of `xml`. */
function attribute(text: string): string {
  return xmlAttribute(visible(text));
}

/** Text for XML, with a sign in place of every character that is invisible or that XML forbids. */
function xml(text: string): string {
  return xmlText(visible(text));
}

function visible(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}|\p{Cn}/gu, (char) => (/[\t\n\r]/.test(char) ? char : '\ufffd'));
}
