/** A string may take one more value. */
import { noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { code, subjectOf, whereOf } from '../../wording.ts';
import { valuesMissing } from './enum-values.ts';

export const enumValueAdded: ShapeRule = {
  id: 'enum-value-added',
  subject: 'enum',
  mirror: 'enum-value-removed',
  severity: { request: 'safe', response: 'dangerous' },
  audience: 'sdk',
  needs: ['fields', 'enums'],
  description:
    'A caller may send one more value. Where it comes back, correct code survives it, and code that knows only the old values may not.',
  sentence: (change) => `${code(change.value)} is a new value of ${subjectOf(change)} ${whereOf(change)}`.trim(),
  example: {
    before: 'CreateListener request Protocol string optional HTTP|HTTPS',
    after: 'CreateListener request Protocol string optional HTTP|HTTPS|QUIC',
    line: 'enum-value-added CreateListener request Protocol QUIC safe',
  },
  find: ({ before, after, oldPartial }) =>
    oldPartial ? noMatch : valuesMissing(after, before).map((value) => ({ value, after: value })),
};
