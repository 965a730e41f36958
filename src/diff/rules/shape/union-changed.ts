/** A structure of which several members may be set became one of which exactly one is, or the other way round. */
import { noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { code, fromTo, subjectOf } from '../../wording.ts';

export const unionChanged: ShapeRule = {
  id: 'union-changed',
  subject: 'shape',
  mirror: 'union-changed',
  severity: { request: 'breaking', response: 'dangerous' },
  audience: 'sdk',
  needs: ['fields', 'unions'],
  description:
    'Of a union exactly one member is set. Where a structure becomes a union, requests that set two members are refused.',
  sentence(change) {
    const [old, now] = fromTo(change.value);
    return `${subjectOf(change)} is a ${code(now)} instead of a ${code(old)}`;
  },
  example: {
    before: 'PutRule request Action structure optional\nPutRule request Action.Allow string optional',
    after: 'PutRule request Action union optional\nPutRule request Action.Allow string optional',
    line: 'union-changed PutRule request Action structure>union breaking',
  },
  find({ before, after }) {
    const both = [before.kind, after.kind];
    if (before.kind === after.kind || !both.every((kind) => kind === 'structure' || kind === 'union')) return noMatch;
    return [{ value: `${before.kind}>${after.kind}`, before: before.kind, after: after.kind }];
  },
};
