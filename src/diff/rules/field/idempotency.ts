/** A token that the SDK fills in by itself became one, or stopped being one. */
import { type MemberRule, match, noMatch } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const idempotencyAdded: MemberRule = {
  id: 'idempotency-added',
  subject: 'member',
  mirror: 'idempotency-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: ['fields', 'idempotency'],
  description: 'The SDK fills the field in by itself, so that a repeated call has no second effect.',
  sentence: (change) => `${subjectOf(change)} is filled in by the SDK as an idempotency token`,
  example: {
    before: 'CreateStack request ClientToken string optional',
    after: 'CreateStack request ClientToken string optional idempotencyToken',
    line: 'idempotency-added CreateStack request ClientToken  safe',
  },
  find: ({ before, after }) =>
    before !== undefined && after?.idempotencyToken === true && before.idempotencyToken !== true ? match : noMatch,
};

export const idempotencyRemoved: MemberRule = {
  id: 'idempotency-removed',
  subject: 'member',
  mirror: 'idempotency-added',
  severity: { request: 'breaking', response: 'safe' },
  audience: 'sdk',
  needs: ['fields', 'idempotency'],
  description: 'The SDK does not fill the field in any more: repeated calls may have a second effect.',
  sentence: (change) => `${subjectOf(change)} is not filled in by the SDK any more`,
  example: {
    before: 'CreateStack request ClientToken string optional idempotencyToken',
    after: 'CreateStack request ClientToken string optional',
    line: 'idempotency-removed CreateStack request ClientToken  breaking',
  },
  find: ({ before, after }) =>
    after !== undefined && before?.idempotencyToken === true && after.idempotencyToken !== true ? match : noMatch,
};
