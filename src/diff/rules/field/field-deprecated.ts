/** A field was marked as deprecated, or the mark was taken back. */
import type { Deprecation, Json } from '../../../model/index.ts';
import { type MemberRule, noMatch } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const fieldDeprecated: MemberRule = {
  id: 'field-deprecated',
  subject: 'member',
  mirror: 'field-undeprecated',
  severity: 'dangerous',
  audience: 'sdk',
  needs: ['fields', 'member-deprecation'],
  description: 'A field still works, and its team says that it should not be used any more.',
  sentence: (change) => `${subjectOf(change)} is deprecated`,
  example: {
    before: 'CreateListener request SslPolicy string optional',
    after: 'CreateListener request SslPolicy string optional deprecated="Use Policy."',
    line: 'field-deprecated CreateListener request SslPolicy  dangerous',
  },
  find({ before, after }) {
    if (before === undefined || after?.deprecated === undefined || before.deprecated !== undefined) return noMatch;
    return [{ after: deprecationJson(after.deprecated) }];
  },
};

export const fieldUndeprecated: MemberRule = {
  id: 'field-undeprecated',
  subject: 'member',
  mirror: 'field-deprecated',
  severity: 'safe',
  audience: 'sdk',
  needs: ['fields', 'member-deprecation'],
  description: 'A field that was deprecated is not any more.',
  sentence: (change) => `${subjectOf(change)} is not deprecated any more`,
  example: {
    before: 'CreateListener request SslPolicy string optional deprecated="Use Policy."',
    after: 'CreateListener request SslPolicy string optional',
    line: 'field-undeprecated CreateListener request SslPolicy  safe',
  },
  find({ before, after }) {
    if (after === undefined || before?.deprecated === undefined || after.deprecated !== undefined) return noMatch;
    return [{ before: deprecationJson(before.deprecated) }];
  },
};

/** A deprecation as a plain value of a change. */
export function deprecationJson(deprecation: Deprecation): Json {
  return { ...deprecation };
}
