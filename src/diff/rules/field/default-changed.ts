/** The value that holds where a caller gives none was added, removed or changed. */
import { canonicalJson } from '../../../model/index.ts';
import { type Found, type MemberRule, noMatch } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

const shared = { subject: 'member', severity: 'dangerous', audience: 'sdk', needs: ['fields', 'defaults'] } as const;

export const defaultAdded: MemberRule = {
  ...shared,
  id: 'default-added',
  mirror: 'default-removed',
  description: 'A field that is left out now has a value that the service chooses.',
  sentence: (change) => `${subjectOf(change)} has a default now`,
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer optional default=80',
    line: 'default-added CreateListener request Port 80 dangerous',
  },
  find: ({ before, after }) =>
    before !== undefined && before.default === undefined && after?.default !== undefined
      ? [{ value: canonicalJson(after.default), after: after.default }]
      : noMatch,
};

export const defaultRemoved: MemberRule = {
  ...shared,
  id: 'default-removed',
  mirror: 'default-added',
  description: 'A field that is left out has no value any more.',
  sentence: (change) => `${subjectOf(change)} has no default any more`,
  example: {
    before: 'CreateListener request Port integer optional default=80',
    after: 'CreateListener request Port integer optional',
    line: 'default-removed CreateListener request Port 80 dangerous',
  },
  find: ({ before, after }) =>
    after !== undefined && after.default === undefined && before?.default !== undefined
      ? [{ value: canonicalJson(before.default), before: before.default }]
      : noMatch,
};

export const defaultChanged: MemberRule = {
  ...shared,
  id: 'default-changed',
  mirror: 'default-changed',
  description: 'A field that is left out has another value than before.',
  sentence: (change) => `The default of ${subjectOf(change)} changed`,
  example: {
    before: 'CreateListener request Port integer optional default=80',
    after: 'CreateListener request Port integer optional default=443',
    line: 'default-changed CreateListener request Port 80>443 dangerous',
  },
  find({ before, after }): readonly Found[] {
    if (before?.default === undefined || after?.default === undefined) return noMatch;
    const [old, now] = [canonicalJson(before.default), canonicalJson(after.default)];
    return old === now ? noMatch : [{ value: `${old}>${now}`, before: before.default, after: after.default }];
  },
};
