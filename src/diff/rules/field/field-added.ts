/** A structure gained a field; one that a request must carry is another kind. */
import { hasMembers, type Shape } from '../../../model/index.ts';
import { type MemberPair, type MemberRule, match, noMatch } from '../../findings/pairs.ts';
import { code, subjectOf, whereOf } from '../../wording.ts';

const shared = {
  id: 'field-added',
  subject: 'member',
  mirror: 'field-removed',
  audience: 'sdk',
  sentence: (change) =>
    `${subjectOf(change)} is a new field ${whereOf(change)}${change.shape === undefined ? '' : ` of ${code(change.shape)}`}`.trim(),
} as const satisfies Partial<MemberRule>;

export const fieldAdded: MemberRule = {
  ...shared,
  severity: 'safe',
  needs: ['fields'],
  description:
    'A new field that a caller may send, or that comes back. Code that was written before it goes on working.',
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer optional\nCreateListener request Protocol string optional',
    line: 'field-added CreateListener request Protocol  safe',
  },
  find: (pair) => (isNew(pair) && !(pair.facts.has('unions') && isChoice(pair.owner)) ? match : noMatch),
};

export const choiceAdded: MemberRule = {
  ...shared,
  severity: { request: 'safe', response: 'dangerous' },
  needs: ['fields', 'unions'],
  description:
    'A union, or a stream of events, has one more choice. Where it comes back, code that knows only the others may not survive it.',
  example: {
    before: 'GetRule response Action union\nGetRule response Action.Allow string',
    after: 'GetRule response Action union\nGetRule response Action.Allow string\nGetRule response Action.Deny string',
    line: 'field-added GetRule response Action.Deny  dangerous',
  },
  find: (pair) => (isNew(pair) && isChoice(pair.owner) ? match : noMatch),
};

function isNew({ before, after, direction, facts, oldPartial }: MemberPair): boolean {
  if (before !== undefined || after === undefined || oldPartial) return false;
  return !(direction === 'request' && facts.has('required') && after.required === true);
}

function isChoice(shape: Shape): boolean {
  return hasMembers(shape) && shape.kind !== 'structure';
}
