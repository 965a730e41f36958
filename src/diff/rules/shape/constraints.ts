/** Limits on values became tighter or looser: of numbers, or of the length of strings, lists, maps and blobs. */
import type { Constraints, Json, Severity, Shape } from '../../../model/index.ts';
import { type Found, noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { code, subjectOf, whereOf } from '../../wording.ts';

type Limit = 'min' | 'max' | 'pattern';
type Turn = 'tightened' | 'relaxed';

/** How one limit changed; undefined where it did not. */
function turnOf(limit: Limit, before: Constraints, after: Constraints): Turn | undefined {
  const [old, now] = [before[limit], after[limit]];
  if (old === now) return undefined;
  if (old === undefined) return 'tightened';
  if (now === undefined) return 'relaxed';
  if (limit === 'pattern') return 'tightened';
  return now > old === (limit === 'min') ? 'tightened' : 'relaxed';
}

const none: Constraints = {};

function findTurn(limit: Limit, turn: Turn, before: Shape, after: Shape): readonly Found[] {
  if (before.constraints === after.constraints || before.kind !== after.kind) return noMatch;
  const [old, now] = [before.constraints ?? none, after.constraints ?? none];
  if (turnOf(limit, old, now) !== turn) return noMatch;
  const show = (value: string | number | undefined) => (value === undefined ? 'none' : String(value));
  return [
    {
      value: `${limit} ${show(old[limit])}>${show(now[limit])}`,
      before: jsonOf(old[limit]),
      after: jsonOf(now[limit]),
    },
  ];
}

function jsonOf(value: string | number | undefined): Json {
  return value ?? null;
}

function constraintRule(
  limit: Limit,
  turn: Turn,
  request: Severity,
  response: Severity,
  description: string,
  example: readonly [string, string, string],
): ShapeRule {
  const [before, after, value] = example;
  return {
    id: `constraint-${turn}`,
    subject: 'shape',
    mirror: turn === 'tightened' ? 'constraint-relaxed' : 'constraint-tightened',
    severity: { request, response },
    audience: 'sdk',
    needs: ['fields', 'constraints'],
    description,
    sentence: (change) =>
      `A limit of ${subjectOf(change)} is ${turn === 'tightened' ? 'tighter' : 'looser'} ${whereOf(change)}: ${code(change.value)}`,
    example: {
      before: `CreateListener request Port integer optional ${before}`.trim(),
      after: `CreateListener request Port integer optional ${after}`.trim(),
      line: `constraint-${turn} CreateListener request Port ${value} ${request}`,
    },
    find: (pair) => findTurn(limit, turn, pair.before, pair.after),
  };
}

const words = {
  min: {
    tightened:
      'What is less, or shorter, than a limit is refused, and was not before. botocore itself checks this one.',
    relaxed: 'A request may send less, or something shorter. In a response less may come than code was written for.',
  },
  max: {
    tightened: 'What is greater, or longer, than a limit is refused by the service, and was not before.',
    relaxed: 'A request may send more, or something longer. In a response more may come than code was written for.',
  },
  pattern: {
    tightened:
      'Values must follow a pattern, or another one than before. Whether the new one allows more or less cannot be told: the service judges it.',
    relaxed: 'Values need not follow a pattern any more.',
  },
} as const;

export const constraintTightenedMin = constraintRule('min', 'tightened', 'breaking', 'safe', words.min.tightened, [
  'min=1',
  'min=5',
  'min 1>5',
]);
export const constraintTightenedMax = constraintRule('max', 'tightened', 'dangerous', 'safe', words.max.tightened, [
  'max=10',
  'max=5',
  'max 10>5',
]);
export const constraintTightenedPattern = constraintRule(
  'pattern',
  'tightened',
  'dangerous',
  'safe',
  words.pattern.tightened,
  ['', 'pattern="[a-z]+"', 'pattern none>[a-z]+'],
);
export const constraintRelaxedMin = constraintRule('min', 'relaxed', 'safe', 'dangerous', words.min.relaxed, [
  'min=5',
  'min=1',
  'min 5>1',
]);
export const constraintRelaxedMax = constraintRule('max', 'relaxed', 'safe', 'dangerous', words.max.relaxed, [
  'max=5',
  'max=10',
  'max 5>10',
]);
export const constraintRelaxedPattern = constraintRule('pattern', 'relaxed', 'safe', 'safe', words.pattern.relaxed, [
  'pattern="[a-z]+"',
  '',
  'pattern [a-z]+>none',
]);
