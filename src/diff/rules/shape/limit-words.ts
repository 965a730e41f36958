/** The sentences about limits: `Name` may have at most 64 characters (was 128). */
import { isLess, type Json, type Limit, type Shape } from '../../../model/index.ts';
import { count } from '../../wording/code.ts';
import { detail, subject, subjectVerb, type Telling } from '../../wording/telling.ts';

/** The unit of a limit, by the kind of the value; numbers have no unit. */
const units: Readonly<Record<string, string>> = {
  string: 'characters',
  list: 'entries',
  map: 'entries',
  blob: 'bytes',
  stream: 'bytes',
};

/** botocore itself checks `min` of these kinds, and nothing else (`range_check` in `botocore/validate.py`). */
export const checkedKinds: ReadonlySet<Shape['kind']> = new Set([
  'string',
  'list',
  'integer',
  'long',
  'float',
  'double',
]);

/** The sentence about a limit that changed. */
export function limitWords(telling: Telling): string {
  const what = subject(telling);
  if (detail(telling, 'limit') === 'pattern') {
    const { before, after } = telling.change;
    if (after === null) return `${what} no longer ${has(telling)} to match a pattern`;
    return before === null ? `${what} must match a pattern` : `${what} must match another pattern`;
  }
  const isMin = detail(telling, 'limit') === 'min';
  const [before, after] = [bound(telling, telling.change.before), bound(telling, telling.change.after)];
  if (after === null)
    return `${what} no longer ${has(telling)} a ${isMin ? 'minimum' : 'maximum'} (was ${amount(telling, before)})`;
  const old = before === null ? `no ${isMin ? 'minimum' : 'maximum'} before` : `was ${numberOf(before)}`;
  const isTighter = telling.change.kind === 'constraint-tightened';
  return `${what} ${isTighter ? tighter(telling, isMin) : looser(telling, isMin)} (${old})${checkedBy(telling, isMin, isTighter)}`;
}

/** The advice about a tighter limit: a text can be too long, a number too large. */
export function enoughWords(isMin: boolean, kind: Json | undefined): string {
  const isLength = typeof kind === 'string' && units[kind] !== undefined;
  const enough = isMin ? (isLength ? 'long' : 'large') : isLength ? 'short' : 'small';
  return `Send ${isLength ? 'values' : 'numbers'} that are ${enough} enough.`;
}

/** `has`, or `have` for several. */
function has(telling: Telling): string {
  return subjectVerb(telling, 'has', 'have');
}

/** A limit; null if it excludes nothing, because every length is 0 or more. */
function bound(telling: Telling, value: Json | undefined): Json {
  const isIdle = detail(telling, 'limit') === 'min' && unit(telling) !== '' && isLimit(value) && !isLess(0, value);
  return isIdle ? null : (value ?? null);
}

const isLimit = (value: Json | undefined): value is Limit => typeof value === 'number' || typeof value === 'string';

function tighter(telling: Telling, isMin: boolean): string {
  const { after } = telling.change;
  const limit = `at ${isMin ? 'least' : 'most'} ${amount(telling, after)}`;
  const isLength = unit(telling) !== '';
  if (telling.direction === 'response')
    return `${isLength ? has(telling) : subjectVerb(telling, 'is', 'are')} ${limit} now`;
  return `${isMin ? 'must' : 'may'} ${isLength ? 'have' : 'be'} ${limit}`;
}

function looser(telling: Telling, isMin: boolean): string {
  const { after } = telling.change;
  if (unit(telling) === '') return `may be as ${isMin ? 'small' : 'large'} as ${numberOf(after)}`;
  return isMin ? `may have as few as ${amount(telling, after)}` : `may have up to ${amount(telling, after)}`;
}

/** botocore checks minimums of these kinds before it sends a request. */
function checkedBy(telling: Telling, isMin: boolean, isTighter: boolean): string {
  const kind = detail(telling, 'of');
  if (!isMin || !isTighter || telling.direction === 'response' || !checkedKinds.has(kind as Shape['kind'])) return '';
  return ` — botocore refuses ${kind === 'string' || kind === 'list' ? 'shorter' : 'smaller'} ones`;
}

function amount(telling: Telling, value: Json | undefined): string {
  const what = unit(telling);
  if (what === '') return numberOf(value);
  const one = what === 'entries' ? 'entry' : what.slice(0, -1);
  return `${numberOf(value)} ${value === 1 ? one : what}`;
}

function unit(telling: Telling): string {
  return units[detail(telling, 'of')] ?? '';
}

function numberOf(value: Json | undefined): string {
  if (typeof value === 'number') return count(value);
  // The digits as text of a number that is too large for JavaScript.
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
