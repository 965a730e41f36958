/** Services, operations, fields and types that should not be used any more: marked, unmarked, or said in other words. */
import { canonicalJson, type Deprecation, type Fact, type Json, type Severity } from '../../../model/index.ts';
import { type Match, noMatch, type Reference } from '../../findings/finding.ts';
import type { MemberPair, MemberRule, OperationRule, Rule, ServiceRule, ShapeRule } from '../../findings/pairs.ts';
import type { RuleExample } from '../../rule.ts';
import { deprecationWords, subject, subjectVerb, type Telling } from '../../wording/telling.ts';
import { isSame, restated, whereTold } from '../trait/stated-twice.ts';

type Turn = 'deprecated' | 'undeprecated' | 'deprecation-changed';

interface Turned {
  readonly turn: Turn;
  readonly mirror: Turn;
  readonly severity: Severity;
  describe(what: string): string;
  readonly advice?: string;
}

const turns: readonly Turned[] = [
  {
    turn: 'deprecated',
    mirror: 'undeprecated',
    severity: 'safe',
    describe: (what) =>
      `${what} still works, and its team says that it should not be used any more. A removal may follow.`,
    advice: 'Plan to replace it before it is removed.',
  },
  {
    turn: 'undeprecated',
    mirror: 'deprecated',
    severity: 'safe',
    describe: (what) => `${what} that was deprecated is not any more.`,
  },
  {
    turn: 'deprecation-changed',
    mirror: 'deprecation-changed',
    severity: 'docs',
    describe: (what) =>
      `${what} is deprecated, and what is said of that changed: since when it holds, or what to use instead.`,
  },
];

/** Something that can be deprecated: its name, the facts that it needs, and the lines of its examples. */
interface Deprecated {
  readonly subject: 'service' | 'operation' | 'member' | 'shape';
  readonly prefix: string;
  readonly what: string;
  readonly needs: readonly Fact[];
  /** The line of an example with a message; without a deprecation if the message is null. */
  line(message: string | null): string;
  readonly columns: string;
  readonly named: string;
}

const field = 'CreateListener request SslPolicy string optional';
const all: readonly Deprecated[] = [
  {
    subject: 'service',
    prefix: 'service',
    what: 'A service',
    needs: ['metadata'],
    line: (message) => `CreateListener${message === null ? '' : `\nservice deprecated="${message}"`}`,
    columns: '   ',
    named: '`example` is',
  },
  {
    subject: 'operation',
    prefix: 'operation',
    what: 'An operation',
    needs: ['operation-deprecation'],
    line: (message) => `CreateListener${message === null ? '' : ` deprecated="${message}"`}`,
    columns: 'CreateListener   ',
    named: '`CreateListener` is',
  },
  {
    subject: 'member',
    prefix: 'field',
    what: 'A field',
    needs: ['fields', 'member-deprecation'],
    line: (message) => `${field}${message === null ? '' : ` deprecated="${message}"`}`,
    columns: 'CreateListener request SslPolicy ',
    named: '`SslPolicy` is',
  },
  {
    subject: 'shape',
    prefix: 'shape',
    what: 'A type',
    needs: ['fields', 'shape-names', 'member-deprecation'],
    line: (message) => `${field}${message === null ? '' : ` shapeDeprecated="${message}"`}`,
    columns: 'CreateListener request SslPolicy ',
    named: 'The type of `SslPolicy` is',
  },
];

/** One rule for each of the four things, in each of the three turns. */
export const deprecationRules: readonly Rule[] = all.flatMap((one) => turns.map((turn) => deprecationRule(one, turn)));

function deprecationRule(one: Deprecated, { turn, mirror, severity, describe, advice }: Turned): Rule {
  const meta = {
    id: `${one.prefix}-${turn}`,
    mirror: `${one.prefix}-${mirror}`,
    severity,
    audience: 'sdk',
    // Documentation says that an operation is deprecated, but never what to use instead.
    needs: turn === 'deprecation-changed' ? [...new Set<Fact>([...one.needs, 'member-deprecation'])] : one.needs,
    description: describe(one.what),
    ...(advice === undefined ? {} : { advice }),
    sentence: (telling: Telling) => sentence(telling, one, turn),
    example: example(one, turn, severity),
  } as const;
  const find = ({ before, after }: { readonly before: Bearer; readonly after: Bearer }) =>
    difference(before, after, turn);
  switch (one.subject) {
    case 'service':
      return { ...meta, subject: 'service', find } satisfies ServiceRule;
    case 'operation':
      return { ...meta, subject: 'operation', find } satisfies OperationRule;
    case 'member':
      return { ...meta, subject: 'member', find: (pair) => fieldDifference(pair, turn) } satisfies MemberRule;
    case 'shape':
      return { ...meta, subject: 'shape', find, noEffectAt } satisfies ShapeRule;
  }
}

function sentence(telling: Telling, { prefix }: Deprecated, turn: Turn): string {
  const { change } = telling;
  const what = prefix === 'shape' ? `The type of ${subject(telling)}` : subject(telling);
  const be = prefix === 'shape' ? 'is' : subjectVerb(telling, 'is', 'are');
  if (turn === 'deprecated') return `${what} ${be} deprecated${deprecationWords(change.after)}`;
  if (turn === 'undeprecated') return `${what} ${be} no longer deprecated`;
  return changedWords(change, prefix === 'shape' ? what.replace('The', 'the') : what);
}

/** The part of the statement that changed: the reason, or the date, or both. */
function changedWords({ before, after }: Telling['change'], what: string): string {
  const [old, now] = [(before ?? {}) as Deprecation, (after ?? {}) as Deprecation];
  const date =
    now.since === undefined
      ? `has no date any more (was ${old.since})`
      : `is dated ${now.since} now${old.since === undefined ? '' : ` (was ${old.since})`}`;
  const isDateNew = old.since !== now.since;
  const [reason, other] = [old.message ?? '', now.message ?? ''];
  if (reason === other && isDateNew) return `The deprecation of ${what} ${date}`;
  const text =
    other === '' && reason !== ''
      ? `The deprecation of ${what} gives no reason any more`
      : `New deprecation text for ${what}`;
  return isDateNew ? `${text}, and it ${date}` : text;
}

function example(one: Deprecated, turn: Turn, severity: Severity): RuleExample {
  const [old, now] = {
    deprecated: [null, 'Use another.'],
    undeprecated: ['Use another.', null],
    'deprecation-changed': ['Use another.', 'Use that.'],
  }[turn] as [string | null, string | null];
  const said = {
    deprecated: `${one.named} deprecated: Use another`,
    undeprecated: `${one.named} no longer deprecated`,
    'deprecation-changed': `New deprecation text for ${one.named.replace(/ is$/, '').replace('The', 'the')}`,
  }[turn];
  const says = `${severity}: ${said}`;
  return {
    before: one.line(old),
    after: one.line(now),
    line: `${one.prefix}-${turn} ${one.columns} ${severity}`,
    says: one.subject === 'service' || one.subject === 'operation' ? says : { request: says, response: says },
  };
}

/**
 * The change at a field. A field and its type may both be deprecated; then the field's statement holds. Documentation
 * never says that a type is deprecated.
 */
function fieldDifference(pair: MemberPair, turn: Turn): readonly Match[] {
  const { before, after, facts } = pair;
  if (before === undefined || after === undefined) return noMatch;
  const field = [sideOf(before), sideOf(after)] as const;
  if (isSame(...field)) return noMatch;
  const type = facts.has('shape-names') ? ([sideOf(pair.oldShape), sideOf(pair.newShape)] as const) : noSides;
  switch (whereTold(field, type)) {
    case 'type':
      return noMatch;
    case 'nowhere':
      return difference(before, after, turn).map((match) => ({ ...match, noEffect: restated }));
    case 'field':
      return difference(inEffect(field[0] ?? type[0]), inEffect(field[1] ?? type[1]), turn);
  }
}

/** The deprecation of a type, seen at a field that may have its own deprecation. */
function noEffectAt({ before, after }: Match, { before: old, after: now }: Reference): string | null {
  const type = [before, after] as const;
  return whereTold([sideOf(old), sideOf(now)], type) === 'type' ? null : restated;
}

const noSides = [undefined, undefined] as const;

// A match keeps a deprecation as the model has it.
const inEffect = (deprecated: Json | undefined): Bearer =>
  deprecated === undefined ? {} : { deprecated: deprecated as Deprecation };

function sideOf(bearer: Bearer): Json | undefined {
  return bearer?.deprecated === undefined ? undefined : { ...bearer.deprecated };
}

type Bearer = { readonly deprecated?: Deprecation } | undefined;

/**
 * The difference; nothing if one side does not exist, because it was added or removed together with its deprecation.
 */
function difference(before: Bearer, after: Bearer, turn: Turn): readonly Match[] {
  if (before === undefined || after === undefined) return noMatch;
  const [old, now] = [before.deprecated, after.deprecated];
  if (turn === 'deprecated') return old === undefined && now !== undefined ? [{ after: { ...now } }] : noMatch;
  if (turn === 'undeprecated') return old !== undefined && now === undefined ? [{ before: { ...old } }] : noMatch;
  if (old === undefined || now === undefined || canonicalJson({ ...old }) === canonicalJson({ ...now })) return noMatch;
  return [{ before: { ...old }, after: { ...now } }];
}
