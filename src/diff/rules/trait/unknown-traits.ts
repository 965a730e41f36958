/**
 * Traits of a model that no reader knows: a trait that AWS adds tomorrow is told unchanged, before its meaning is
 * known.
 */
import { canonicalJson, type Json, type Wire } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { MemberRule, OperationRule, Rule, ServiceRule, ShapeRule } from '../../findings/pairs.ts';
import { names } from '../../wording/code.ts';
import { subject } from '../../wording/telling.ts';

/** The most characters of a trait's JSON that are told. */
const longest = 200;

const turns = {
  'trait-added': { words: 'states', mirror: 'trait-removed', description: 'appeared' },
  'trait-changed': { words: 'states something else by', mirror: 'trait-changed', description: 'has another value' },
  'trait-removed': { words: 'no longer states', mirror: 'trait-added', description: 'is not there any more' },
} as const;
type Turn = keyof typeof turns;

interface Bearer {
  readonly unknownTraits?: Wire;
}

/** The places of unknown traits, with the lines and columns of their examples. */
const bearers = [
  {
    subject: 'member',
    needs: ['fields', 'http'],
    with: 'CreateListener request Port integer optional of=unknown:',
    without: 'CreateListener request Port integer optional',
    columns: 'CreateListener request Port',
    of: '`Port`',
  },
  {
    subject: 'shape',
    needs: ['fields', 'http'],
    with: 'CreateListener request Port integer optional unknown:',
    without: 'CreateListener request Port integer optional',
    columns: 'CreateListener request Port',
    of: '`Port`',
  },
  {
    subject: 'operation',
    needs: ['http'],
    with: 'CreateListener unknown:',
    without: 'CreateListener',
    columns: 'CreateListener  ',
    of: '`CreateListener`',
  },
  {
    subject: 'service',
    needs: ['metadata'],
    with: 'service serviceId=Elb unknown:',
    without: 'service serviceId=Elb',
    columns: '  ',
    of: '`example`',
  },
] as const;

/** One rule for each bearer, in each turn. */
export const unknownTraitRules: readonly Rule[] = bearers.flatMap((bearer) =>
  (Object.keys(turns) as Turn[]).map((turn) => unknownTraitRule(bearer, turn)),
);

function unknownTraitRule(bearer: (typeof bearers)[number], id: Turn): Rule {
  const { words, mirror, description } = turns[id];
  const first = `${bearer.with}brandNewTrait=1`;
  const says = `docs, wire: The model of ${bearer.of} ${words} \`brandNewTrait\``;
  const meta = {
    id,
    mirror,
    severity: 'docs',
    audience: 'wire',
    needs: bearer.needs,
    description: `A trait of the model that apidelta does not know ${description}: what it means is for the reader to find out.`,
    sentence: (telling) => `The model of ${subject(telling)} ${words} ${names(telling.values)}`,
    example: {
      before: id === 'trait-added' ? bearer.without : first,
      after: id === 'trait-added' ? first : id === 'trait-removed' ? bearer.without : `${bearer.with}brandNewTrait=2`,
      line: `${id} ${bearer.columns} brandNewTrait docs`,
      says: bearer.subject === 'member' || bearer.subject === 'shape' ? { request: says, response: says } : says,
    },
  } as const satisfies Omit<MemberRule, 'subject' | 'find'>;
  const ofBoth = (before: Bearer | undefined, after: Bearer | undefined) =>
    // A new bearer comes with its traits.
    before === undefined || after === undefined ? noMatch : differences(id, before, after);
  switch (bearer.subject) {
    case 'member':
      return { ...meta, subject: 'member', find: ({ before, after }) => ofBoth(before, after) } satisfies MemberRule;
    case 'operation':
      return {
        ...meta,
        subject: 'operation',
        find: ({ before, after }) => ofBoth(before, after),
      } satisfies OperationRule;
    case 'service':
      return { ...meta, subject: 'service', find: ({ before, after }) => ofBoth(before, after) } satisfies ServiceRule;
    case 'shape':
      return {
        ...meta,
        subject: 'shape',
        find: ({ before, after }) => (before.kind === after.kind ? ofBoth(before, after) : noMatch),
      } satisfies ShapeRule;
  }
}

function differences(id: Turn, before: Bearer, after: Bearer): readonly Match[] {
  const [old, now] = [before.unknownTraits, after.unknownTraits];
  if (old === now) return noMatch;
  const all = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  return [...all].sort().flatMap((name) => {
    const [was, is] = [ownValue(old, name), ownValue(now, name)];
    const turn: Turn = was === undefined ? 'trait-added' : is === undefined ? 'trait-removed' : 'trait-changed';
    if (turn !== id || (was !== undefined && is !== undefined && canonicalJson(was) === canonicalJson(is))) return [];
    return [
      {
        value: name,
        ...(was === undefined ? {} : { before: shortened(was) }),
        ...(is === undefined ? {} : { after: shortened(is) }),
      },
    ];
  });
}

/** The name of a trait may be a name that every object inherits. */
function ownValue(traits: Wire | undefined, name: string): Json | undefined {
  return traits !== undefined && Object.hasOwn(traits, name) ? traits[name] : undefined;
}

function shortened(value: Json): string {
  const text = canonicalJson(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
