/** A field must be present now: before, it was optional, or nothing was said about it. */
import { type Match, noMatch } from '../../findings/finding.ts';
import type { MemberPair, MemberRule } from '../../findings/pairs.ts';
import { detail, fieldsInside, type Telling, verb, who } from '../../wording/telling.ts';

const shared = {
  id: 'required-added',
  subject: 'member',
  mirror: 'required-removed',
  audience: 'sdk',
  sentence: nowRequired,
} as const satisfies Partial<MemberRule>;

export const requiredAdded: MemberRule = {
  ...shared,
  severity: { request: 'breaking', response: 'safe' },
  needs: ['fields', 'required'],
  description:
    'A field that could be left out is required now. In a request, calls without it are refused; in a response, it can be relied on.',
  advice: 'Send the field in every call.',
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer required',
    line: 'required-added CreateListener request Port  breaking',
    says: {
      request: 'breaking: `CreateListener` now requires `Port` — calls without it fail',
      response: 'safe: `CreateListener` now always returns `Port`',
    },
  },
  find: (pair) => (isToken(pair) ? noMatch : becameRequired(pair)),
};

/** botocore fills in tokens at the top of a request only (`generate_idempotent_uuid` in `botocore/handlers.py`). */
export const tokenRequiredBelow: MemberRule = {
  ...shared,
  severity: 'breaking',
  direction: 'request',
  depth: 'below',
  needs: ['fields', 'required', 'idempotency'],
  description:
    'A token below the top of a request is required now. Calls without it are refused: the SDK fills in tokens at the top only.',
  advice: 'Send the field in every call.',
  example: {
    before:
      'CreateListener request Rule structure optional\nCreateListener request Rule.Token string optional idempotencyToken',
    after:
      'CreateListener request Rule structure optional\nCreateListener request Rule.Token string required idempotencyToken',
    line: 'required-added CreateListener request Rule.Token  breaking',
    says: { request: 'breaking: `CreateListener` now requires `Token` in `Rule` — calls without it fail' },
  },
  find: (pair) => (isToken(pair) ? becameRequired(pair) : noMatch),
};

export const tokenRequired: MemberRule = {
  ...shared,
  severity: 'safe',
  direction: 'request',
  depth: 'top',
  needs: ['fields', 'required', 'idempotency'],
  description: 'A token at the top of a request is required now. The SDK fills it in where a caller leaves it out.',
  example: {
    before: 'CreateStack request ClientToken string optional idempotencyToken',
    after: 'CreateStack request ClientToken string required idempotencyToken',
    line: 'required-added CreateStack request ClientToken  safe',
    says: { request: 'safe: `CreateStack` now requires `ClientToken`, which the SDK fills in' },
  },
  find: (pair) =>
    isToken(pair) ? becameRequired(pair).map((found) => ({ ...found, details: { filledIn: 'yes' } })) : noMatch,
};

function nowRequired(telling: Telling): string {
  const what = `${fieldsInside(telling)}`;
  if (telling.direction === 'response')
    return `${who(telling)} now always ${verb(telling, 'returns', 'return')} ${what}`;
  const requires = `${who(telling)} now ${verb(telling, 'requires', 'require')} ${what}`;
  if (detail(telling, 'filledIn') !== '') return `${requires}, which the SDK fills in`;
  return `${requires} — calls without ${telling.fields.length > 1 ? 'them' : 'it'} fail`;
}

function becameRequired({ before, after, direction, facts }: MemberPair): readonly Match[] {
  if (before === undefined || after === undefined || (direction === 'response' && !facts.has('response-required')))
    return noMatch;
  return before.required === false && after.required === true ? [{ before: false, after: true }] : noMatch;
}

function isToken({ after, facts, direction }: MemberPair): boolean {
  return direction === 'request' && facts.has('idempotency') && after?.idempotencyToken === true;
}
