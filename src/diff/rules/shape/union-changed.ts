/** A structure became a union, of which exactly one member is set, or the other way round. */
import { hasMembers } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { ShapePair, ShapeRule } from '../../findings/pairs.ts';
import { detail, subject, subjectVerb, type Telling } from '../../wording/telling.ts';

const shared = {
  id: 'union-changed',
  subject: 'shape',
  mirror: 'union-changed',
  audience: 'sdk',
  needs: ['fields', 'unions'],
  sentence: oneOrSeveral,
} as const satisfies Partial<ShapeRule>;
const action = (kind: 'structure' | 'union') =>
  `PutRule request Action ${kind} optional\nPutRule request Action.Allow string optional`;
const [structure, union] = [action('structure'), action('union')];
const deny = '\nPutRule request Action.Deny string optional';

export const becameUnion: ShapeRule = {
  ...shared,
  severity: { request: 'breaking', response: 'dangerous' },
  description: 'Exactly one member is set now. The SDK refuses requests that set two.',
  advice: 'Set exactly one of its fields.',
  example: {
    before: structure + deny,
    after: union + deny,
    line: 'union-changed PutRule request Action structure>union breaking',
    says: {
      request: 'breaking: Exactly one member of `Action` may be set now — the SDK refuses more',
      response: 'dangerous: Exactly one member of `Action` is set in responses now',
    },
  },
  isCase: ({ value, details }) => value.endsWith('>union') && details?.of !== 'one',
  find: (pair) => (hasOne(pair) ? noMatch : turned(pair, 'union')),
};

export const becameUnionOfOne: ShapeRule = {
  ...shared,
  severity: { request: 'dangerous', response: 'safe' },
  description: 'Of a structure with one member, that one is set now. The SDK refuses requests that leave it empty.',
  advice: 'Set its field, or leave out the whole.',
  example: {
    before: structure,
    after: union,
    line: 'union-changed PutRule request Action structure>union dangerous',
    says: {
      request: 'dangerous: `Action` may not be empty any more — the SDK refuses it',
      response: 'safe: `Action` is never empty in responses now',
    },
  },
  isCase: ({ details }) => details?.of === 'one',
  find: (pair) => (hasOne(pair) ? turned(pair, 'union', 'one') : noMatch),
};

export const noLongerUnion: ShapeRule = {
  ...shared,
  severity: { request: 'safe', response: 'dangerous' },
  description:
    'Several members may be set now. Where it comes back, code that reads the first it finds may miss others.',
  advice: 'Read each member, not only the first that is there.',
  example: {
    before: union + deny,
    after: structure + deny,
    line: 'union-changed PutRule request Action union>structure safe',
    says: {
      request: 'safe: Several members of `Action` may be set now',
      response: 'dangerous: Several members of `Action` may be set in responses now',
    },
  },
  isCase: ({ value }) => value.endsWith('>structure'),
  find: (pair) => turned(pair, 'structure'),
};

/** Whether the old side has a single member, so that a caller could not set two. */
function hasOne({ before }: ShapePair): boolean {
  return hasMembers(before) && before.members.length < 2;
}

function turned({ before, after }: ShapePair, to: 'structure' | 'union', of?: 'one'): readonly Match[] {
  const from = to === 'union' ? 'structure' : 'union';
  if (before.kind !== from || after.kind !== to) return noMatch;
  return [{ value: `${from}>${to}`, before: from, after: to, ...(of === undefined ? {} : { details: { of } }) }];
}

function oneOrSeveral(telling: Telling): string {
  const where = telling.direction === 'response' ? ' in responses' : '';
  if (detail(telling, 'of') === 'one')
    return where === ''
      ? `${subject(telling)} may not be empty any more — the SDK refuses it`
      : `${subject(telling)} ${subjectVerb(telling, 'is', 'are')} never empty in responses now`;
  const each = telling.fields.length > 1 ? 'each of ' : '';
  if (telling.change.after !== 'union') return `Several members of ${subject(telling)} may be set${where} now`;
  return where === ''
    ? `Exactly one member of ${each}${subject(telling)} may be set now — the SDK refuses more`
    : `Exactly one member of ${each}${subject(telling)} is set${where} now`;
}
