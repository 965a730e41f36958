/** A field became a token that the SDK fills in by itself, or is no longer one. */
import { type Match, match, noMatch } from '../../findings/finding.ts';
import type { MemberPair, MemberRule } from '../../findings/pairs.ts';
import { detail, fields, type Telling } from '../../wording/telling.ts';

const needs = ['fields', 'idempotency'] as const;
const added = { id: 'idempotency-added', subject: 'member', mirror: 'idempotency-removed', needs } as const;
const removed = { id: 'idempotency-removed', subject: 'member', mirror: 'idempotency-added', needs } as const;
const sdk = { audience: 'sdk', depth: 'top', direction: 'request' } as const;

/** botocore fills in tokens at the top of a request only (`generate_idempotent_uuid` in `botocore/handlers.py`). */
const notFilledIn = 'the SDK fills in tokens at the top of a request only';
const [plain, token] = [
  'CreateStack request ClientToken string optional',
  'CreateStack request ClientToken string optional idempotencyToken',
];
const below = 'CreateStack request Rule structure optional\nCreateStack request Rule.Token string optional';

export const idempotencyAdded: MemberRule = {
  ...added,
  ...sdk,
  severity: 'safe',
  description: 'The SDK fills the field in by itself, so that a repeated call has no second effect.',
  sentence: (telling) => `The SDK fills in ${fields(telling)} when you leave it out`,
  example: {
    before: plain,
    after: token,
    line: 'idempotency-added CreateStack request ClientToken  safe',
    says: { request: 'safe: The SDK fills in `ClientToken` when you leave it out' },
  },
  find: (pair) => (became(pair) ? unlessTold(pair) : noMatch),
};

export const idempotencyRemoved: MemberRule = {
  ...removed,
  ...sdk,
  severity: 'dangerous',
  description: 'The SDK does not fill the field in any more: a call that is repeated may act twice.',
  advice: 'Send a token of your own, the same one for each try of a call.',
  sentence: noLongerFilledIn,
  example: {
    before: token,
    after: plain,
    line: 'idempotency-removed CreateStack request ClientToken  dangerous',
    says: { request: 'dangerous: The SDK no longer fills in `ClientToken` — a repeated call may act twice' },
  },
  find: (pair) => (stopped(pair) && pair.after?.required !== true ? match : noMatch),
};

export const idempotencyRemovedFromRequired: MemberRule = {
  ...removed,
  ...sdk,
  severity: 'breaking',
  description: 'The SDK does not fill the field in any more, and a request must carry it.',
  advice: 'Send a token of your own, the same one for each try of a call.',
  sentence: noLongerFilledIn,
  example: {
    before: 'CreateStack request ClientToken string required idempotencyToken',
    after: 'CreateStack request ClientToken string required',
    line: 'idempotency-removed CreateStack request ClientToken  breaking',
    says: { request: 'breaking: You must send `ClientToken` yourself now — calls without it fail' },
  },
  find: (pair) =>
    stopped(pair) && pair.after?.required === true ? unlessTold(pair, { details: { required: 'yes' } }) : noMatch,
};

/** Marks below the top of a request, and marks of responses: the SDK fills in nothing there. */
export const idempotencyWithoutEffect: readonly MemberRule[] = [
  withoutEffect('added', { depth: 'below', direction: 'request' }),
  withoutEffect('removed', { depth: 'below', direction: 'request' }),
  withoutEffect('added', { direction: 'response' }),
  withoutEffect('removed', { direction: 'response' }),
];

function withoutEffect(turn: 'added' | 'removed', where: Pick<MemberRule, 'depth' | 'direction'>): MemberRule {
  const [first, second] = turn === 'added' ? ['', ' idempotencyToken'] : [' idempotencyToken', ''];
  const isResponse = where.direction === 'response';
  const line = isResponse ? plain.replace('request', 'response') : below;
  return {
    ...(turn === 'added' ? added : removed),
    ...where,
    audience: 'sdk',
    severity: 'safe',
    noEffect: notFilledIn,
    description: 'A field that the SDK never fills in is marked as a token, or is not any more.',
    sentence: () => notFilledIn,
    example: {
      before: line + first,
      after: line + second,
      line: `idempotency-${turn} CreateStack ${where.direction} ${isResponse ? 'ClientToken' : 'Rule.Token'}  ${notFilledIn}`,
      says: {},
    },
    find: (pair) => ((turn === 'added' ? became(pair) : stopped(pair)) ? match : noMatch),
  };
}

function noLongerFilledIn(telling: Telling): string {
  return detail(telling, 'required') === ''
    ? `The SDK no longer fills in ${fields(telling)} — a repeated call may act twice`
    : `You must send ${fields(telling)} yourself now — calls without it fail`;
}

/** If a field became required, that change also says whether the SDK fills it in: it is one change, told once. */
function unlessTold({ before, after }: MemberPair, found: Match = {}): readonly Match[] {
  const isTold = before?.required === false && after?.required === true;
  return [isTold ? { ...found, noEffect: 'the field is required now, which says whether the SDK fills it in' } : found];
}

function became({ before, after }: MemberPair): boolean {
  return before !== undefined && after?.idempotencyToken === true && before.idempotencyToken !== true;
}

function stopped({ before, after }: MemberPair): boolean {
  return after !== undefined && before?.idempotencyToken === true && after.idempotencyToken !== true;
}
