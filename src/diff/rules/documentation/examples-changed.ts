/** The examples of an operation changed. */
import type { Example } from '../../../model/index.ts';
import type { ProseReader } from '../../compare/prose-reader.ts';
import { noMatch } from '../../findings/finding.ts';
import type { OperationRule } from '../../findings/pairs.ts';
import { who } from '../../wording/telling.ts';

export const examplesChanged: OperationRule = {
  id: 'examples-changed',
  subject: 'operation',
  mirror: 'examples-changed',
  severity: 'docs',
  audience: 'sdk',
  needs: ['documentation', 'examples'],
  description: 'The examples of an operation were added, removed or changed.',
  sentence: (telling) => `The examples of ${who(telling)} changed`,
  example: {
    before: 'CreateListener',
    after: 'CreateListener example=client.create_listener()',
    line: 'examples-changed CreateListener    docs',
    says: 'docs: The examples of `CreateListener` changed',
  },
  find({ before, after, prose }) {
    if (before === undefined || after === undefined) return noMatch;
    const [old, now] = [before.examples ?? [], after.examples ?? []];
    const same = old.length === now.length && old.every((example, index) => isSame(example, now[index], prose));
    if (same) return noMatch;
    return [{ before: old.map(({ request }) => request ?? ''), after: now.map(({ request }) => request ?? '') }];
  },
};

/**
 * Documentation prints no titles, and white space and markup of descriptions have no meaning: all three are left out.
 */
function isSame(old: Example, now: Example | undefined, { words }: ProseReader): boolean {
  return (
    now !== undefined &&
    old.request === now.request &&
    old.response === now.response &&
    (old.title === now.title || old.title === undefined || now.title === undefined) &&
    words(old.description ?? []) === words(now.description ?? [])
  );
}
