/** A string may take one value less. */
import { noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { code, subjectOf, whereOf } from '../../wording.ts';
import { valuesMissing } from './enum-values.ts';

export const enumValueRemoved: ShapeRule = {
  id: 'enum-value-removed',
  subject: 'enum',
  mirror: 'enum-value-added',
  severity: { request: 'breaking', response: 'safe' },
  audience: 'sdk',
  needs: ['fields', 'enums'],
  description: 'A value is refused that could be sent before. In a response it just does not come any more.',
  sentence: (change) => `${code(change.value)} is no value of ${subjectOf(change)} any more ${whereOf(change)}`.trim(),
  example: {
    before: 'CreateListener request Protocol string optional HTTP|HTTPS|QUIC',
    after: 'CreateListener request Protocol string optional HTTP|HTTPS',
    line: 'enum-value-removed CreateListener request Protocol QUIC breaking',
  },
  find: ({ before, after, newPartial }) =>
    newPartial ? noMatch : valuesMissing(before, after).map((value) => ({ value, before: value })),
};
