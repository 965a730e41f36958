/** A structure gained a field; a new field that a request must have is another kind. */
import { type Direction, hasMembers, type Shape } from '../../../model/index.ts';
import { match, noMatch } from '../../findings/finding.ts';
import type { MemberPair, MemberRule } from '../../findings/pairs.ts';
import { count, counted, listed, withArticle } from '../../wording/code.ts';
import { detail, fields, inside, isCut, type Telling, typeName, verb, who } from '../../wording/telling.ts';

const shared = {
  id: 'field-added',
  subject: 'member',
  mirror: 'field-removed',
  audience: 'sdk',
  sentence: newField,
} as const satisfies Partial<MemberRule>;

export const fieldAdded: MemberRule = {
  ...shared,
  severity: 'safe',
  needs: ['fields'],
  description:
    'A new field that a caller may send, or that comes back. Code that was written before it goes on working.',
  example: {
    before: 'CreateListener request Port integer optional',
    after: 'CreateListener request Port integer optional\nCreateListener request Protocol string optional',
    line: 'field-added CreateListener request Protocol  safe',
    says: {
      request: 'safe: `CreateListener` takes a new optional field `Protocol`',
      response: 'safe: `CreateListener` returns a new field `Protocol`',
    },
  },
  find: (pair) => (isNew(pair) && !(pair.facts.has('unions') && isChoice(pair.owner)) ? match : noMatch),
};

export const choiceAdded: MemberRule = {
  ...shared,
  severity: { request: 'safe', response: 'dangerous' },
  needs: ['fields', 'unions'],
  description:
    'A union, or a stream of events, has one more choice. Where it comes back, code that knows only the others may not survive it.',
  advice: 'Where your code tells the choices apart, add a branch for one that it does not know.',
  example: {
    before: 'GetRule response Action union\nGetRule response Action.Allow string',
    after: 'GetRule response Action union\nGetRule response Action.Allow string\nGetRule response Action.Deny string',
    line: 'field-added GetRule response Action.Deny  dangerous',
    says: {
      request: 'safe: `GetRule` accepts a new kind of `Action`: `Deny`',
      response: 'dangerous: `Action` may now be a `Deny` — code that handles every kind of it needs a new case',
    },
  },
  find: (pair) => (isNew(pair) && isChoice(pair.owner) ? [{ details: { choice: 'yes' } }] : noMatch),
};

function newField(telling: Telling): string {
  const { direction, fields: all } = telling;
  const many = all.length > 1;
  if (detail(telling, 'choice') !== '') {
    const what = inside(telling).replace(/^ in /, '') || typeName(telling);
    if (direction === 'request')
      return `${who(telling)} ${verb(telling, 'accepts', 'accept')} ${many ? 'new kinds' : 'a new kind'} of ${what}: ${fields(telling)}`;
    return `${what} may now be ${choices(telling)} — code that handles every kind of it needs a new case`;
  }
  const what = many ? (isCut(telling) ? counted(all.length, 'new field') : 'new fields') : 'a new field';
  const optional = what.replace('new', 'new optional');
  if (direction === 'request') return `${who(telling)} ${verb(telling, 'takes', 'take')} ${optional}${placed(telling)}`;
  if (direction === 'response')
    return `${who(telling)} ${verb(telling, 'returns', 'return')} ${what}${placed(telling)}`;
  const joined = takeAndReturn(telling) ? verb(telling, 'takes and returns', 'take and return') : 'take or return';
  return `${who(telling)} ${joined} ${what}${placed(telling)}`;
}

/**
 * The fields and their place. The place stands before a list that is cut: after it, "and 9 more in" would seem to be
 * about the nine only.
 */
function placed(telling: Telling): string {
  return isCut(telling) ? `${inside(telling)}: ${fields(telling)}` : ` ${fields(telling)}${inside(telling)}`;
}

/** Whether each operation both takes and returns the field: many operations have it in one direction only. */
function takeAndReturn({ change: { places }, operations }: Telling): boolean {
  const of = (direction: Direction) =>
    new Set(places.filter((place) => place.direction === direction).map(({ operation }) => operation));
  const [taking, returning] = [of('request'), of('response')];
  return operations.every((operation) => taking.has(operation) && returning.has(operation));
}

/** `` an `Allow` or a `Deny` ``; the first three if there are more than four. */
function choices({ fields: all }: Telling): string {
  const shown = (all.length > 4 ? all.slice(0, 3) : all).map(withArticle);
  const rest = all.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} or one of ${count(rest)} others` : listed(shown, 'or');
}

function isNew({ before, after, direction, facts, oldPartial }: MemberPair): boolean {
  if (before !== undefined || after === undefined || oldPartial) return false;
  return !(direction === 'request' && facts.has('required') && after.required === true);
}

function isChoice(shape: Shape): boolean {
  return hasMembers(shape) && shape.kind !== 'structure';
}
