/** Limits became tighter or looser: limits of numbers, or of the length of strings, lists, maps and blobs. */
import { type Constraints, isLess, type Json, type Limit, type Severity, type Shape } from '../../../model/index.ts';
import { type Match, noMatch, type Reference } from '../../findings/finding.ts';
import type { ShapePair, ShapeRule } from '../../findings/pairs.ts';
import type { RuleExample } from '../../rule.ts';
import { checkedKinds, enoughWords, limitWords } from './limit-words.ts';
import { acceptsEverything, withoutAnchors } from './patterns.ts';

type LimitName = 'min' | 'max' | 'pattern';
type Turn = 'tightened' | 'relaxed';

/** The changes of one limit that a rule is about, and the words of the rule. */
interface Case {
  readonly turn: Turn;
  readonly limit: LimitName;
  readonly request: Severity;
  readonly response: Severity;
  readonly description: string;
  readonly advice?: string;
  readonly noEffect?: string;
  readonly example: Omit<RuleExample, 'says'>;
  readonly says: RuleExample['says'];
  readonly is: (before: Shape, after: Shape) => boolean;
}

const lengths: ReadonlySet<Shape['kind']> = new Set(['string', 'list', 'map', 'blob', 'stream']);

const none: Constraints = {};
const of = (shape: Shape): Constraints => shape.constraints ?? none;
/** The minimum; undefined if it excludes nothing, because no length is less than 0. */
const least = (shape: Shape): Limit | undefined => {
  const { min } = of(shape);
  return min !== undefined && !isLess(0, min) && lengths.has(shape.kind) ? undefined : min;
};
const field = (type: string, limit = '') => `CreateListener request Name ${type} optional ${limit}`.trim();
const line = (kind: Turn, value: string, end: string) =>
  `constraint-${kind} CreateListener request Name ${value} ${end}`;

const cases: readonly Case[] = [
  {
    turn: 'tightened',
    limit: 'min',
    request: 'breaking',
    response: 'safe',
    description: 'A minimum that the SDK checks was raised. It refuses what is less, or shorter.',
    advice: 'Send values that are long or large enough.',
    is: (before, after) => least(before) !== undefined && checkedKinds.has(after.kind),
    example: {
      before: field('string', 'min=1'),
      after: field('string', 'min=20'),
      line: line('tightened', 'min 1>20', 'breaking'),
    },
    says: {
      request: 'breaking: `Name` must have at least 20 characters (was 1) — botocore refuses shorter ones',
      response: 'safe: `Name` has at least 20 characters now (was 1)',
    },
  },
  {
    turn: 'tightened',
    limit: 'min',
    request: 'dangerous',
    response: 'safe',
    description:
      'A minimum is new, or was raised where only the service checks it. What is less, or shorter, is refused.',
    advice: 'Send values that are long or large enough.',
    is: (before, after) => !(least(before) !== undefined && checkedKinds.has(after.kind)),
    example: {
      before: field('integer'),
      after: field('integer', 'min=1'),
      line: line('tightened', 'min none>1', 'dangerous'),
    },
    says: {
      request: 'dangerous: `Name` must be at least 1 (no minimum before) — botocore refuses smaller ones',
      response: 'safe: `Name` is at least 1 now (no minimum before)',
    },
  },
  {
    turn: 'tightened',
    limit: 'max',
    request: 'dangerous',
    response: 'safe',
    description:
      'A maximum is new, or was lowered. The service refuses what is greater, or longer; the SDK does not check it.',
    advice: 'Send values that are short or small enough.',
    is: () => true,
    example: {
      before: field('string', 'max=128'),
      after: field('string', 'max=64'),
      line: line('tightened', 'max 128>64', 'dangerous'),
    },
    says: {
      request: 'dangerous: `Name` may have at most 64 characters (was 128)',
      response: 'safe: `Name` has at most 64 characters now (was 128)',
    },
  },
  {
    turn: 'tightened',
    limit: 'pattern',
    request: 'docs',
    response: 'docs',
    description:
      'Values must match a pattern, or another one. Whether it allows more or less cannot be told: the service judges it, and the SDK does not.',
    is: () => true,
    example: {
      before: field('string', 'pattern="[a-z]+"'),
      after: field('string', 'pattern="[a-z0-9]+"'),
      line: line('tightened', 'pattern [a-z]+>[a-z0-9]+', 'docs'),
    },
    says: { request: 'docs: `Name` must match another pattern', response: 'docs: `Name` must match another pattern' },
  },
  {
    turn: 'relaxed',
    limit: 'min',
    request: 'safe',
    response: 'docs',
    description: 'A request may send less, or something shorter.',
    is: () => true,
    example: {
      before: field('string', 'min=5'),
      after: field('string', 'min=2'),
      line: line('relaxed', 'min 5>2', 'safe'),
    },
    says: {
      request: 'safe: `Name` may have as few as 2 characters (was 5)',
      response: 'docs: `Name` may have as few as 2 characters (was 5)',
    },
  },
  {
    turn: 'relaxed',
    limit: 'max',
    request: 'safe',
    response: 'docs',
    description: 'A request may send more, or something longer.',
    is: () => true,
    example: {
      before: field('string', 'max=1000'),
      after: field('string', 'max=4096'),
      line: line('relaxed', 'max 1000>4096', 'safe'),
    },
    says: {
      request: 'safe: `Name` may have up to 4,096 characters (was 1,000)',
      response: 'docs: `Name` may have up to 4,096 characters (was 1,000)',
    },
  },
  {
    turn: 'relaxed',
    limit: 'pattern',
    request: 'safe',
    response: 'docs',
    description: 'Values need not match a pattern any more.',
    is: () => true,
    example: {
      before: field('string', 'pattern="[a-z]+"'),
      after: field('string'),
      line: line('relaxed', 'pattern [a-z]+>none', 'safe'),
    },
    says: {
      request: 'safe: `Name` no longer has to match a pattern',
      response: 'docs: `Name` no longer has to match a pattern',
    },
  },
];

/** Limits that change nothing, with the reason. */
type Void = Pick<Case, 'limit' | 'is'> & { readonly why: string };

const neverEmpty = 'a part of a host name is never empty';
const zeroLength: Void = { limit: 'min', why: 'a length is never less than 0', is: isZeroLength };
const hostLabel: Void = { limit: 'min', why: neverEmpty, is: isHostLabel };
const anything: Void = { limit: 'pattern', why: 'the pattern accepts everything', is: isEmptyPattern };
const anchors: Void = {
  limit: 'pattern',
  why: 'the SDK matches no patterns, and only anchors differ',
  is: isSameButAnchors,
};

const without: readonly Case[] = [
  withoutEffect('tightened', ['', 'min=0'], zeroLength),
  withoutEffect('relaxed', ['min=0', ''], zeroLength),
  withoutEffect('tightened', ['', 'min=1 hostLabel=true'], hostLabel),
  withoutEffect('relaxed', ['min=1 hostLabel=true', 'hostLabel=true'], hostLabel),
  withoutEffect('tightened', ['pattern="[a-z]+"', 'pattern="^[a-z]+$"'], anchors),
  withoutEffect('tightened', ['', 'pattern=".*"'], anything),
  withoutEffect('relaxed', ['pattern=".*"', ''], anything),
];

/** The rules of limits: a case without effect has priority over a case with an effect. */
export const constraintRules: readonly ShapeRule[] = [...cases, ...without].map((one) => {
  const { turn, limit, request, response, description, advice, noEffect, example, says } = one;
  return {
    id: `constraint-${turn}`,
    subject: 'shape',
    mirror:
      turn === 'tightened' && !(limit === 'pattern' && example.before.includes('pattern='))
        ? 'constraint-relaxed'
        : 'constraint-tightened',
    severity: { request, response },
    audience: 'sdk',
    needs: ['fields', 'constraints'],
    description,
    ...(advice === undefined ? {} : { advice, adviceFor: ({ details }) => enoughWords(limit === 'min', details?.of) }),
    ...(noEffect === undefined ? {} : { noEffect }),
    sentence: limitWords,
    isCase: ({ value }) => value.startsWith(`${limit} `),
    example: { ...example, says },
    find: (pair) => findTurn(one, pair),
    noEffectAt: atHostLabel,
  };
});

function findTurn({ limit, turn, is, noEffect }: Case, { before, after }: ShapePair): readonly Match[] {
  if (before.constraints === after.constraints || before.kind !== after.kind) return noMatch;
  if (turnOf(limit, of(before), of(after)) !== turn) return noMatch;
  // If a change has no effect for two reasons, the first reason is listed.
  const empty = without.find((one) => one.limit === limit && one.turn === turn && one.is(before, after));
  if (
    noEffect === undefined
      ? empty !== undefined || !is(before, after)
      : noEffect !== empty?.noEffect || !is(before, after)
  )
    return noMatch;
  const [old, now] = [of(before)[limit], of(after)[limit]];
  const show = (value: string | number | undefined) => (value === undefined ? 'none' : String(value));
  return [
    {
      value: `${limit} ${show(old)}>${show(now)}`,
      before: jsonOf(old),
      after: jsonOf(now),
      details: { limit, of: after.kind },
    },
  ];
}

/**
 * The direction in which one limit changed; undefined if it did not. A replaced pattern counts as tightened: the id of
 * its change needs one.
 */
function turnOf(limit: LimitName, before: Constraints, after: Constraints): Turn | undefined {
  const [old, now] = [before[limit], after[limit]];
  if (old === now) return undefined;
  if (old === undefined) return 'tightened';
  if (now === undefined) return 'relaxed';
  if (limit === 'pattern') return 'tightened';
  return isLess(old, now) === (limit === 'min') ? 'tightened' : 'relaxed';
}

function withoutEffect(turn: Turn, [before, after]: readonly [string, string], { limit, why, is }: Void): Case {
  const show = (limits: string) => /(?:min|pattern)="?([^" ]*)"?/.exec(limits)?.[1] ?? 'none';
  return {
    turn,
    limit,
    request: 'docs',
    response: 'docs',
    noEffect: why,
    description: `A limit is stated in another way, and means the same: ${why}.`,
    is,
    example: {
      before: field('string', before),
      after: field('string', after),
      line: line(turn, `${limit} ${show(before)}>${show(after)}`, why),
    },
    says: {},
  };
}

function isZeroLength(before: Shape, after: Shape): boolean {
  return lengths.has(after.kind) && least(before) === undefined && least(after) === undefined;
}

/** The mark of a host label usually stands at the field. */
function atHostLabel({ details, before, after }: Match, reference: Reference): string | null {
  const isLittle = (min: Json | undefined) => min === null || (typeof min === 'number' && min <= 1);
  if (details?.limit !== 'min' || details.of !== 'string' || !isLittle(before) || !isLittle(after)) return null;
  return reference.after?.wire?.hostLabel === true ? neverEmpty : null;
}

function isHostLabel(before: Shape, after: Shape): boolean {
  const isLittle = (shape: Shape) => !isLess(1, least(shape) ?? 1);
  return isLittle(before) && isLittle(after) && after.kind === 'string' && after.wire?.hostLabel === true;
}

function isSameButAnchors(before: Shape, after: Shape): boolean {
  const [old, now] = [of(before).pattern, of(after).pattern];
  return old !== undefined && now !== undefined && withoutAnchors(old) === withoutAnchors(now);
}

function isEmptyPattern(before: Shape, after: Shape): boolean {
  return [of(before).pattern, of(after).pattern].every(
    (pattern) => pattern === undefined || acceptsEverything(pattern),
  );
}

function jsonOf(value: string | number | undefined): Json {
  return value ?? null;
}
