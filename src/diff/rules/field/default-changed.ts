/** The default value of a field was added, removed or changed. */
import { canonicalJson } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { MemberRule } from '../../findings/pairs.ts';
import { valueWords } from '../../wording/code.ts';
import { fields, fieldsVerb } from '../../wording/telling.ts';

const shared = { subject: 'member', severity: 'dangerous', audience: 'sdk', needs: ['fields', 'defaults'] } as const;
const port = 'CreateListener request Port integer optional';

export const defaultAdded: MemberRule = {
  ...shared,
  id: 'default-added',
  mirror: 'default-removed',
  description: 'A field that is left out now has a value that the service chooses.',
  sentence: (telling) =>
    `${fields(telling)} ${fieldsVerb(telling, 'defaults', 'default')} to ${valueWords(telling.change.after)} now`,
  example: {
    before: port,
    after: `${port} default=80`,
    line: 'default-added CreateListener request Port 80 dangerous',
    says: { request: 'dangerous: `Port` defaults to 80 now', response: 'dangerous: `Port` defaults to 80 now' },
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
  sentence: (telling) =>
    `${fields(telling)} no longer ${fieldsVerb(telling, 'has', 'have')} a default (was ${valueWords(telling.change.before)})`,
  example: {
    before: `${port} default=80`,
    after: port,
    line: 'default-removed CreateListener request Port 80 dangerous',
    says: {
      request: 'dangerous: `Port` no longer has a default (was 80)',
      response: 'dangerous: `Port` no longer has a default (was 80)',
    },
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
  sentence: (telling) =>
    `${fields(telling)} ${fieldsVerb(telling, 'defaults', 'default')} to ${valueWords(telling.change.after)} (was ${valueWords(telling.change.before)})`,
  example: {
    before: `${port} default=80`,
    after: `${port} default=443`,
    line: 'default-changed CreateListener request Port 80>443 dangerous',
    says: {
      request: 'dangerous: `Port` defaults to 443 (was 80)',
      response: 'dangerous: `Port` defaults to 443 (was 80)',
    },
  },
  find({ before, after }): readonly Match[] {
    if (before?.default === undefined || after?.default === undefined) return noMatch;
    const [old, now] = [canonicalJson(before.default), canonicalJson(after.default)];
    return old === now ? noMatch : [{ value: `${old}>${now}`, before: before.default, after: after.default }];
  },
};
