/** A value has another type. */
import { documentedType, hasMembers, type Shape } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { Facts, ShapePair, ShapeRule } from '../../findings/pairs.ts';
import { areOrIs, fields, inDirection, type Telling } from '../../wording/telling.ts';

const shared = {
  id: 'type-changed',
  subject: 'shape',
  mirror: 'type-changed',
  needs: ['fields', 'types'],
  sentence: typeNow,
} as const satisfies Partial<ShapeRule>;

/** The way in which a type changed, as a caller of boto3 sees it. */
type Turn = 'other' | 'wider' | 'narrower' | 'same name';

export const typeChanged: ShapeRule = {
  ...shared,
  severity: 'breaking',
  audience: 'sdk',
  description:
    'A value has another type for callers. What used to be sent is refused, what comes back cannot be read as before.',
  advice: 'Send and read the new type.',
  adviceIn: { request: 'Send the new type.', response: 'Read the new type.' },
  example: {
    before: 'CreateListener request Port string optional',
    after: 'CreateListener request Port integer optional',
    line: 'type-changed CreateListener request Port string>integer breaking',
    says: {
      request: 'breaking: `Port` is now an integer (was a string) in requests',
      response: 'breaking: `Port` is now an integer (was a string) in responses',
    },
  },
  isCase: ({ value }) => !widened.test(value) && !narrowed.test(value),
  find: (pair) => turned(pair, 'other'),
};

export const typeWidened: ShapeRule = {
  ...shared,
  severity: { request: 'safe', response: 'breaking' },
  audience: 'sdk',
  description:
    'A whole number may have a fraction now. A request may send more, and what comes back is read as a float.',
  advice: 'Read the value as a float.',
  example: {
    before: 'CreateListener request Weight integer optional',
    after: 'CreateListener request Weight float optional',
    line: 'type-changed CreateListener request Weight integer>float safe',
    says: {
      request: 'safe: `Weight` is now a float (was an integer) in requests',
      response: 'breaking: `Weight` is now a float (was an integer) in responses',
    },
  },
  isCase: ({ value }) => widened.test(value),
  find: (pair) => turned(pair, 'wider'),
};

export const typeNarrowed: ShapeRule = {
  ...shared,
  severity: { request: 'breaking', response: 'safe' },
  audience: 'sdk',
  description: 'A value that could have a fraction is a whole number now. A request with a fraction is refused.',
  advice: 'Send whole numbers.',
  example: {
    before: 'CreateListener request Weight float optional',
    after: 'CreateListener request Weight integer optional',
    line: 'type-changed CreateListener request Weight float>integer breaking',
    says: {
      request: 'breaking: `Weight` is now an integer (was a float) in requests',
      response: 'safe: `Weight` is now an integer (was a float) in responses',
    },
  },
  isCase: ({ value }) => narrowed.test(value),
  find: (pair) => turned(pair, 'narrower'),
};

export const typeOfSameName: ShapeRule = {
  ...shared,
  severity: 'safe',
  audience: 'wire',
  needs: ['fields', 'types', 'wire-types'],
  description:
    'A value has another type on the wire only. Python calls both by one name, and so does the documentation.',
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port long optional',
    line: 'type-changed CreateListener request Port integer>long safe',
    says: {
      request: 'safe, wire: `Port` is now a long (was an integer) in requests',
      response: 'safe, wire: `Port` is now a long (was an integer) in responses',
    },
  },
  find: (pair) => turned(pair, 'same name'),
};

function turned({ before, after, facts }: ShapePair, wanted: Turn): readonly Match[] {
  const types = differingTypes(before, after, facts);
  if (types === undefined || turnOf(before, after) !== wanted) return noMatch;
  return [{ value: `${types[0]}>${types[1]}`, before: types[0], after: types[1] }];
}

/** The values of changes between whole numbers and fractions, with the names of models and of documentation. */
const widened = /^(?:integer|long)>(?:float|double)$/;
const narrowed = /^(?:float|double)>(?:integer|long)$/;

function turnOf(before: Shape, after: Shape): Turn {
  const [old, now] = [documentedType(before), documentedType(after)];
  if (old === now && scalars.has(before.kind) && scalars.has(after.kind)) return 'same name';
  if (old === 'integer' && now === 'float') return 'wider';
  return old === 'float' && now === 'integer' ? 'narrower' : 'other';
}

/** Types that a caller reads in the same way if the documentation gives them one name; not containers. */
const scalars = new Set<Shape['kind']>(['string', 'integer', 'long', 'float', 'double', 'boolean', 'timestamp']);

function typeNow(telling: Telling): string {
  const [old, now] = [String(telling.change.before), String(telling.change.after)];
  const several = areOrIs(telling) === 'are';
  const turned = several
    ? `are now ${plural(now)} (were ${plural(old)})`
    : `is now ${article(now)} (was ${article(old)})`;
  return `${fields(telling)} ${turned}${inDirection(telling)}`;
}

function article(type: string): string {
  if (type === 'bytes' || type === 'blob') return 'bytes';
  if (type === 'eventstream') return 'an event stream';
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}

function plural(type: string): string {
  if (type === 'bytes' || type === 'blob') return 'bytes';
  return type === 'eventstream' ? 'event streams' : `${type}s`;
}

/**
 * The names of two types that both sides can tell apart: the names of models if both are models, else the names of
 * documentation. Structure and union are one type here, and so are a blob and a stream: other rules compare those.
 */
export function differingTypes(before: Shape, after: Shape, facts: Facts): readonly [string, string] | undefined {
  if (before.kind === after.kind) return undefined;
  if (isPlain(before) && isPlain(after)) return undefined;
  if (isBlob(before) && isBlob(after)) return undefined;
  if (before.kind === 'recursive' || after.kind === 'recursive') {
    const [old, now] = [documentedType(before), documentedType(after)];
    return old === now || old === '' || now === '' ? undefined : [old, now];
  }
  if (facts.has('wire-types')) return [before.kind, after.kind];
  const [old, now] = [documentedType(before), documentedType(after)];
  if (old !== now) return [old, now];
  // Documentation calls a structure and a map `dict`, but they are different types.
  return hasMembers(before) !== hasMembers(after) ? [before.kind, after.kind] : undefined;
}

const isPlain = (shape: Shape) => shape.kind === 'structure' || shape.kind === 'union';
const isBlob = (shape: Shape) => shape.kind === 'blob' || shape.kind === 'stream';
