/** An operation, or a whole service, is signed in another way. */
import { canonicalJson, type Json } from '../../../model/index.ts';
import { noMatch, type OperationRule } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const authChanged: OperationRule = {
  id: 'auth-changed',
  subject: 'operation',
  mirror: 'auth-changed',
  severity: 'dangerous',
  audience: 'sdk',
  needs: ['auth'],
  description: 'Requests are authorized in another way: other schemes, or none.',
  sentence: (change) => `${subjectOf(change)} is authorized in another way`,
  example: {
    before: 'GetApi auth=["aws.auth#sigv4"]',
    after: 'GetApi auth=["aws.auth#sigv4a"]',
    line: 'auth-changed GetApi   aws.auth#sigv4>aws.auth#sigv4a dangerous',
  },
  find({ before, after }) {
    if (before === undefined || after === undefined) return noMatch;
    const [old, now] = [
      schemes(before.wire?.auth, before.wire?.authtype),
      schemes(after.wire?.auth, after.wire?.authtype),
    ];
    return old === now ? noMatch : [{ value: `${old}>${now}`, before: old, after: now }];
  },
};

function schemes(auth: Json | undefined, authtype: Json | undefined): string {
  const list = Array.isArray(auth) ? auth.map(String) : [];
  if (authtype !== undefined) list.push(typeof authtype === 'string' ? authtype : canonicalJson(authtype));
  return list.length === 0 ? 'default' : list.join(' ');
}
