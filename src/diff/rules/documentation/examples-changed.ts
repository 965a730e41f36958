/** The examples of an operation changed. */
import { canonicalJson } from '../../../model/index.ts';
import { nothing, type OperationRule } from '../../find.ts';
import { subjectOf } from '../../wording.ts';

export const examplesChanged: OperationRule = {
  id: 'examples-changed',
  subject: 'operation',
  mirror: 'examples-changed',
  severity: 'docs',
  audience: 'sdk',
  needs: ['documentation', 'examples'],
  description: 'The examples of an operation were added, removed or changed.',
  sentence: (change) => `${subjectOf(change)} has other examples`,
  example: {
    before: 'CreateListener',
    after: 'CreateListener example=client.create_listener()',
    line: 'examples-changed CreateListener    docs',
  },
  find({ before, after }) {
    if (before === undefined || after === undefined) return nothing;
    const [old, now] = [before.examples ?? [], after.examples ?? []];
    if (canonicalJson(old) === canonicalJson(now)) return nothing;
    return [{ before: old.map(({ request }) => request ?? ''), after: now.map(({ request }) => request ?? '') }];
  },
};
