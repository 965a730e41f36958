/** A request gained a field that every caller must send. */
import { match, noMatch } from '../../findings/finding.ts';
import type { MemberPair, MemberRule } from '../../findings/pairs.ts';
import { detail, fields, inside, isCut, type Telling, verb, who } from '../../wording/telling.ts';

const shared = {
  id: 'required-field-added',
  subject: 'member',
  mirror: 'field-removed',
  audience: 'sdk',
  direction: 'request',
  sentence: newRequiredField,
} as const satisfies Partial<MemberRule>;

export const requiredFieldAdded: MemberRule = {
  ...shared,
  severity: 'breaking',
  needs: ['fields', 'required'],
  description: 'A new field that every caller must send. Calls that were written before it are refused.',
  advice: 'Send the field in every call.',
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer optional\nCreateListener request Protocol string required',
    line: 'required-field-added CreateListener request Protocol  breaking',
    says: {
      request: 'breaking: `CreateListener` now requires a field that did not exist: `Protocol` — calls without it fail',
    },
  },
  find: (pair) => (isNewAndRequired(pair) && !isToken(pair) ? match : noMatch),
};

/** botocore fills in tokens at the top of a request only (`generate_idempotent_uuid` in `botocore/handlers.py`). */
export const requiredTokenAddedBelow: MemberRule = {
  ...shared,
  severity: 'breaking',
  depth: 'below',
  needs: ['fields', 'required'],
  description:
    'A new token below the top of a request that every caller must send. The SDK fills in tokens at the top only.',
  advice: 'Send the field in every call.',
  example: {
    before: 'CreateListener request Rule structure optional',
    after:
      'CreateListener request Rule structure optional\nCreateListener request Rule.Token string required idempotencyToken',
    line: 'required-field-added CreateListener request Rule.Token  breaking',
    says: {
      request:
        'breaking: `CreateListener` now requires a field that did not exist: `Token` in `Rule` — calls without it fail',
    },
  },
  find: (pair) => (isNewAndRequired(pair) && isToken(pair) ? match : noMatch),
};

export const requiredTokenAdded: MemberRule = {
  ...shared,
  severity: 'safe',
  depth: 'top',
  needs: ['fields', 'required', 'idempotency'],
  description:
    'A new token at the top of a request that must be there. The SDK fills it in where a caller leaves it out.',
  example: {
    before: 'CreateListener request Port integer optional',
    after:
      'CreateListener request Port integer optional\nCreateListener request ClientToken string required idempotencyToken',
    line: 'required-field-added CreateListener request ClientToken  safe',
    says: { request: 'safe: `CreateListener` takes a new field `ClientToken`, which the SDK fills in' },
  },
  find: (pair) => (isNewAndRequired(pair) && isToken(pair) ? [{ details: { filledIn: 'yes' } }] : noMatch),
};

function newRequiredField(telling: Telling): string {
  const many = telling.fields.length > 1;
  const placeFirst = isCut(telling);
  if (detail(telling, 'filledIn') !== '')
    return `${who(telling)} ${verb(telling, 'takes', 'take')} ${many ? 'new fields' : 'a new field'} ${fields(telling)}, which the SDK fills in`;
  return `${who(telling)} now ${verb(telling, 'requires', 'require')} ${many ? 'fields' : 'a field'}${placeFirst ? inside(telling) : ''} that did not exist: ${fields(telling)}${placeFirst ? '' : inside(telling)} — calls without ${many ? 'them' : 'it'} fail`;
}

function isNewAndRequired({ before, after, direction, oldPartial }: MemberPair): boolean {
  return before === undefined && after?.required === true && !oldPartial && direction === 'request';
}

function isToken({ after, facts }: MemberPair): boolean {
  return facts.has('idempotency') && after?.idempotencyToken === true;
}
