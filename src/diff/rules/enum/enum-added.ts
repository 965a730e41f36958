/** A string that could be anything has a list of values now. */
import { noMatch } from '../../findings/finding.ts';
import type { ShapeRule } from '../../findings/pairs.ts';
import { code, listed, names } from '../../wording/code.ts';
import { areOrIs, subject, type Telling } from '../../wording/telling.ts';
import { enumOf } from './enum-values.ts';

export const enumAdded: ShapeRule = {
  id: 'enum-added',
  subject: 'enum',
  mirror: 'enum-removed',
  severity: { request: 'breaking', response: 'safe' },
  audience: 'sdk',
  needs: ['fields', 'enums'],
  description: 'A string that could be anything has a list of values now. In a request, the service refuses others.',
  advice: 'Send only values of the list.',
  sentence: (telling) =>
    telling.direction === 'response'
      ? `${subject(telling)} ${areOrIs(telling)} now always one of ${valuesOf(telling)}`
      : `${subject(telling)} now ${areOrIs(telling) === 'is' ? 'takes' : 'take'} only ${valuesOf(telling)} — the service refuses other values`,
  example: {
    before: 'CreateListener request Protocol string optional',
    after: 'CreateListener request Protocol string optional HTTP|HTTPS',
    line: 'enum-added CreateListener request Protocol  breaking',
    says: {
      request: 'breaking: `Protocol` now takes only `HTTP` and `HTTPS` — the service refuses other values',
      response: 'safe: `Protocol` is now always one of `HTTP` and `HTTPS`',
    },
  },
  find({ before, after, oldPartial }) {
    // Values are part of the syntax: if the syntax of one side breaks off, its values may only be lost.
    if (oldPartial) return noMatch;
    const values = enumOf(after);
    return before.kind === 'string' && after.kind === 'string' && values.length > 0 && enumOf(before).length === 0
      ? [{ before: [], after: [...values] }]
      : noMatch;
  },
};

function valuesOf({ change: { after } }: Telling): string {
  const values = Array.isArray(after) ? after.map(String) : [];
  return values.length <= 3 ? listed(values.map(code)) : names(values);
}
