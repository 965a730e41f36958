/** A value is of another type. */
import { documentedType, hasMembers, type Shape } from '../../../model/index.ts';
import { type Facts, noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { code, fromTo, subjectOf, whereOf } from '../../wording.ts';

export const typeChanged: ShapeRule = {
  id: 'type-changed',
  subject: 'shape',
  mirror: 'type-changed',
  severity: 'breaking',
  audience: 'sdk',
  needs: ['fields', 'types'],
  description: 'A value has another type. What used to be sent is refused, what comes back cannot be read as before.',
  sentence(change) {
    const [old, now] = fromTo(change.value);
    return `${subjectOf(change)} is ${code(now)} instead of ${code(old)} ${whereOf(change)}`.trim();
  },
  example: {
    before: 'CreateListener request Port string optional',
    after: 'CreateListener request Port integer optional',
    line: 'type-changed CreateListener request Port string>integer breaking',
  },
  find({ before, after, facts }) {
    const types = differingTypes(before, after, facts);
    return types === undefined ? noMatch : [{ value: `${types[0]}>${types[1]}`, before: types[0], after: types[1] }];
  },
};

/**
 * The names of two types that both sides can tell apart: the model's where both are models, else the documentation's.
 * Structure and union are one type here, as are a blob and a stream of one: other rules ask about those.
 */
export function differingTypes(before: Shape, after: Shape, facts: Facts): readonly [string, string] | undefined {
  if (before.kind === after.kind) return undefined;
  if (isPlain(before) && isPlain(after)) return undefined;
  if (isBlob(before) && isBlob(after)) return undefined;
  if (before.kind === 'recursive' || after.kind === 'recursive') {
    const [old, now] = [documentedType(before), documentedType(after)];
    return old === now ? undefined : [old, now];
  }
  if (facts.has('wire-types')) return [before.kind, after.kind];
  const [old, now] = [documentedType(before), documentedType(after)];
  if (old !== now) return [old, now];
  // A structure and a map are both a dict, and yet not the same.
  return hasMembers(before) !== hasMembers(after) ? [before.kind, after.kind] : undefined;
}

const isPlain = (shape: Shape) => shape.kind === 'structure' || shape.kind === 'union';
const isBlob = (shape: Shape) => shape.kind === 'blob' || shape.kind === 'stream';
