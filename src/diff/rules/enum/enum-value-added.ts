/** A string may take one more value. */
import { noMatch } from '../../findings/finding.ts';
import type { ShapeRule } from '../../findings/pairs.ts';
import { many } from '../../wording/code.ts';
import { subject, type Telling, typeName, typeVerb, valuesOr, who } from '../../wording/telling.ts';
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
  advice: 'Where your code compares the value, add a branch for values that it does not know.',
  sentence: valueAdded,
  example: {
    before: 'CreateListener request Protocol string optional HTTP|HTTPS',
    after: 'CreateListener request Protocol string optional HTTP|HTTPS|QUIC',
    line: 'enum-value-added CreateListener request Protocol QUIC safe',
    says: {
      request: 'safe: `CreateListener` accepts `QUIC` for `Protocol`',
      response: 'dangerous: `Protocol` can be `QUIC` in responses — handle unknown values',
    },
  },
  find: ({ before, after, oldPartial }) =>
    oldPartial ? noMatch : valuesMissing(after, before).map((value) => ({ value, after: value })),
};

function valueAdded(telling: Telling): string {
  const { values, direction, operations } = telling;
  if (values.length > 3)
    return `${typeName(telling)} ${typeVerb(telling, 'gains', 'gain')} ${many(values, 'values')}${direction === 'request' ? '' : ' — handle unknown values'}`;
  if (direction === 'request')
    return operations.length === 1
      ? `${who(telling)} accepts ${valuesOr(telling)} for ${subject(telling)}`
      : `${typeName(telling)} ${typeVerb(telling, 'accepts', 'accept')} ${valuesOr(telling)} in requests`;
  const where = direction === 'both' ? 'in requests and responses' : 'in responses';
  return `${typeName(telling)} can be ${valuesOr(telling)} ${where} — handle unknown values`;
}
