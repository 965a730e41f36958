/** Changes as a JUnit report: one test case a change, failed where it is breaking. */

import { xmlText } from '../../feed/xml.ts';
import type { Change } from '../../model/index.ts';
import { plainSentence } from './code-spans.ts';
import type { Comparison } from './diff-formats.ts';
import { placeOf, sentenceOf, worstFirst } from './sentences.ts';

/** One suite for each service. */
export function printJunit({ services }: Comparison): string {
  const suites = services.map(({ id, changes }) => {
    const failures = changes.filter(isFailure).length;
    const cases = worstFirst(changes).map((change) => caseOf(id, change));
    return `  <testsuite name="${xml(id)}" tests="${changes.length}" failures="${failures}" errors="0" skipped="0">\n${cases.join('')}  </testsuite>\n`;
  });
  const all = services.flatMap(({ changes }) => changes);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="apidelta" tests="${all.length}" failures="${all.filter(isFailure).length}" errors="0">\n${suites.join('')}</testsuites>\n`;
}

function caseOf(service: string, change: Change): string {
  const places = change.places.map((place) => placeOf(place, service)).join('\n');
  const name = `${change.kind} ${change.value}`.trim();
  const body = isFailure(change)
    ? `      <failure message="${xml(plainSentence(sentenceOf(change)))}" type="${xml(change.severity)}">${xml(places)}</failure>\n`
    : `      <system-out>${xml(`${change.severity}: ${sentenceOf(change)}\n${places}`)}</system-out>\n`;
  return `    <testcase classname="${xml(service)}" name="${xml(`${name} (${change.key})`)}">\n${body}    </testcase>\n`;
}

function isFailure(change: Change): boolean {
  return change.severity === 'breaking';
}

/** Text for XML, with a sign in the place of every character that cannot be seen or that XML may not hold. */
function xml(text: string): string {
  return xmlText(text.toWellFormed().replace(/\p{Cc}|\p{Cn}/gu, (char) => (/[\t\n\r]/.test(char) ? char : '\ufffd')));
}
