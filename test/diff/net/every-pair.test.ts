/** What is told between two states from a history alone is what a comparison of the two states finds. */
import { expect, test } from 'vitest';
import { compareServices } from '../../../src/diff/index.ts';
import { isNetted, netChanges } from '../../../src/diff/net.ts';
import type { Change, Service } from '../../../src/model/index.ts';
import { factHistoryOf } from '../../../src/store/facts/fact-history.ts';
import { serviceOf } from '../rules/example-notation.ts';

/** `enum-value-added Brew response Kind x`, one for each place. */
function told(changes: readonly Change[]): readonly string[] {
  return changes
    .filter(({ kind }) => isNetted(kind))
    .flatMap(({ kind, value, severity, places }) =>
      places.map(({ operation, direction, path }) => [kind, severity, operation, direction, path, value].join(' ')),
    )
    .sort();
}

const lines = (text: string) => text.split('\n');

test.each<[string, readonly string[]]>([
  [
    'values that come and go',
    ['Kind string a|b', 'Kind string a|b|c', 'Kind string b|c', 'Kind string', 'Kind string c'],
  ],
  ['fields that come, go and come back', ['A string', 'A string\nB string', 'B string', 'A string\nB string']],
  ['types that change', ['A string', 'A integer', 'A string', 'A[] string', 'A[] integer']],
  ['what is required', ['A string optional', 'A string required', 'A string required\nB string', 'A string optional']],
  [
    'parts of parts',
    ['A structure\nA.B string', 'A structure\nA.C string', 'A structure\nA.B string x|y\nA.C string', 'A structure'],
  ],
])('%s', (_name, states) => {
  for (const direction of ['request', 'response']) {
    const services = states.map((text) =>
      serviceOf(
        lines(text)
          .map((line) => `Brew ${direction} ${line}`)
          .join('\n'),
      ),
    ) as readonly Service[];
    // As a page gets it.
    const history = JSON.parse(JSON.stringify(factHistoryOf(services)));
    for (const [from, before] of services.entries())
      for (const [to, after] of services.entries()) {
        if (from >= to) continue;
        const found = told(compareServices(before, after)?.changes ?? []);
        expect(told(netChanges(history, { service: before.id, from, to })), `${direction} ${from} to ${to}`).toEqual(
          found,
        );
      }
  }
});
