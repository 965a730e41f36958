/**
 * A type or field was marked as sensitive, so that logs leave it out, or the mark was removed: a statement that changes
 * no call.
 */
import { match, noMatch } from '../../findings/finding.ts';
import type { MemberRule, ShapeRule } from '../../findings/pairs.ts';
import type { RuleMeta } from '../../rule.ts';
import { areOrIs, fields } from '../../wording/telling.ts';
import { restated, whereTold } from '../trait/stated-twice.ts';

const [field, marked] = ['CreateUser request Password string optional', 'sensitive'];

/** The ids and words of a rule, for a mark of a type or of a field. */
function metaOf(turn: 'added' | 'removed', mark: string): Omit<RuleMeta, 'subject'> {
  const now = turn === 'added' ? 'marked as sensitive now' : 'no longer marked as sensitive';
  const [before, after] = turn === 'added' ? [field, `${field} ${mark}`] : [`${field} ${mark}`, field];
  const said = `docs: \`Password\` is ${now}`;
  return {
    id: `sensitive-${turn}`,
    mirror: `sensitive-${turn === 'added' ? 'removed' : 'added'}`,
    severity: 'docs',
    audience: 'sdk',
    needs: ['fields', 'sensitive'],
    description:
      turn === 'added'
        ? 'The value is to be kept out of logs.'
        : 'The value is not said to be kept out of logs any more.',
    sentence: (telling) => `${fields(telling)} ${areOrIs(telling)} ${now}`,
    example: {
      before,
      after,
      line: `sensitive-${turn} CreateUser request Password  docs`,
      says: { request: said, response: said },
    },
  };
}

type Bearer = { readonly sensitive?: boolean } | undefined;

/** Whether a mark was added or removed. */
function isTurned(turn: 'added' | 'removed', before: Bearer, after: Bearer): boolean {
  const [old, now] = [before?.sensitive === true, after?.sensitive === true];
  return turn === 'added' ? !old && now : old && !now;
}

const turns = ['added', 'removed'] as const;

/** Marks of types: they hold wherever the type is used. */
export const sensitiveTypeRules: readonly ShapeRule[] = turns.map((turn) => ({
  ...metaOf(turn, marked),
  subject: 'shape',
  find: ({ before, after }) => (isTurned(turn, before, after) ? match : noMatch),
  noEffectAt(_, { before, after }) {
    const type = turn === 'added' ? ([false, true] as const) : ([true, false] as const);
    return whereTold([before?.sensitive, after?.sensitive], type) === 'type' ? null : restated;
  },
}));

/** Marks of fields. */
export const sensitiveFieldRules: readonly MemberRule[] = turns.map((turn) => ({
  ...metaOf(turn, 'of=sensitive=true'),
  subject: 'member',
  find({ before, after, oldShape, newShape }) {
    if (before === undefined || after === undefined || !isTurned(turn, before, after)) return noMatch;
    const told = whereTold([before.sensitive, after.sensitive], [oldShape?.sensitive, newShape?.sensitive]);
    if (told === 'type') return noMatch;
    return told === 'field' ? match : [{ noEffect: restated }];
  },
}));
