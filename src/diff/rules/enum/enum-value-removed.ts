/** A string may take one value less. */
import { noMatch } from '../../findings/finding.ts';
import type { ShapeRule } from '../../findings/pairs.ts';
import { many } from '../../wording/code.ts';
import { type Telling, typeName, typeVerb, valuesOr } from '../../wording/telling.ts';
import { valuesMissing } from './enum-values.ts';

export const enumValueRemoved: ShapeRule = {
  id: 'enum-value-removed',
  subject: 'enum',
  mirror: 'enum-value-added',
  severity: { request: 'breaking', response: 'safe' },
  audience: 'sdk',
  needs: ['fields', 'enums'],
  description: 'A value is refused that could be sent before. In a response it just does not come any more.',
  advice: 'Send another value of the list.',
  sentence: valueRemoved,
  example: {
    before: 'CreateListener request Protocol string optional HTTP|HTTPS|QUIC',
    after: 'CreateListener request Protocol string optional HTTP|HTTPS',
    line: 'enum-value-removed CreateListener request Protocol QUIC breaking',
    says: {
      request: 'breaking: `Protocol` no longer accepts `QUIC`',
      response: 'safe: `Protocol` is no longer `QUIC` in responses',
    },
  },
  find: ({ before, after, newPartial }) =>
    newPartial ? noMatch : valuesMissing(before, after).map((value) => ({ value, before: value })),
};

function valueRemoved(telling: Telling): string {
  const { values, direction } = telling;
  if (values.length > 3)
    return direction === 'response'
      ? `${typeName(telling)} ${typeVerb(telling, 'loses', 'lose')} ${many(values, 'values')} in responses`
      : `${typeName(telling)} no longer ${typeVerb(telling, 'accepts', 'accept')} ${many(values, 'values')}`;
  if (direction === 'response')
    return `${typeName(telling)} ${typeVerb(telling, 'is', 'are')} no longer ${valuesOr(telling)} in responses`;
  return `${typeName(telling)} no longer ${typeVerb(telling, 'accepts', 'accept')} ${valuesOr(telling)}`;
}
