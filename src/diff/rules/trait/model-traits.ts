/** Traits of a model that no reader knows: what AWS adds tomorrow is told as it stands, before anybody knows what it means. */
import { canonicalJson, type Json, type Wire } from '../../../model/index.ts';
import {
  type Found,
  type MemberRule,
  noMatch,
  type OperationRule,
  type ServiceRule,
  type ShapeRule,
} from '../../findings/pairs.ts';
import type { RuleMeta } from '../../rule.ts';
import { code, subjectOf } from '../../wording.ts';

/** A trait's JSON is told up to here. */
const longest = 200;

const turns = {
  'trait-added': { words: 'something new', mirror: 'trait-removed', description: 'appeared' },
  'trait-changed': { words: 'something else', mirror: 'trait-changed', description: 'has another value' },
  'trait-removed': { words: 'one thing less', mirror: 'trait-added', description: 'is not there any more' },
} as const;
type Turn = keyof typeof turns;
const ids = Object.keys(turns) as Turn[];

interface Bearer {
  readonly unknownTraits?: Wire;
}

/** Of members; what a new member carries came with it. */
export const unknownMemberTraitRules: readonly MemberRule[] = ids.map((id) => ({
  ...metaOf(
    id,
    ['fields', 'http'],
    'CreateListener request Port integer optional of=unknown:',
    'CreateListener request Port integer optional',
    'CreateListener request Port',
  ),
  subject: 'member',
  find: ({ before, after }) => (before === undefined || after === undefined ? noMatch : differences(id, before, after)),
}));

export const unknownShapeTraitRules: readonly ShapeRule[] = ids.map((id) => ({
  ...metaOf(
    id,
    ['fields', 'http'],
    'CreateListener request Port integer optional unknown:',
    'CreateListener request Port integer optional',
    'CreateListener request Port',
  ),
  subject: 'shape',
  find: ({ before, after }) => (before.kind === after.kind ? differences(id, before, after) : noMatch),
}));

export const unknownOperationTraitRules: readonly OperationRule[] = ids.map((id) => ({
  ...metaOf(id, ['http'], 'CreateListener unknown:', 'CreateListener', 'CreateListener  '),
  subject: 'operation',
  find: ({ before, after }) => (before === undefined || after === undefined ? noMatch : differences(id, before, after)),
}));

export const unknownServiceTraitRules: readonly ServiceRule[] = ids.map((id) => ({
  ...metaOf(id, ['metadata'], 'service endpointPrefix=elb unknown:', 'service endpointPrefix=elb', '  '),
  subject: 'service',
  find: ({ before, after }) => (before === undefined || after === undefined ? noMatch : differences(id, before, after)),
}));

function metaOf(
  id: Turn,
  needs: RuleMeta['needs'],
  bearing: string,
  bare: string,
  place: string,
): Omit<RuleMeta, 'subject'> {
  const { words, mirror, description } = turns[id];
  const first = `${bearing}brandNewTrait=1`;
  return {
    id,
    mirror,
    severity: 'docs',
    audience: 'sdk',
    needs,
    description: `A trait of the model that apidelta does not know ${description}: what it means is for the reader to find out.`,
    sentence: (change) =>
      `the model states ${words} of ${change.places[0]?.operation === null ? code(change.service) : subjectOf(change)}: ${code(change.value)}`,
    example: {
      before: id === 'trait-added' ? bare : first,
      after: id === 'trait-added' ? first : id === 'trait-removed' ? bare : `${bearing}brandNewTrait=2`,
      line: `${id} ${place} brandNewTrait docs`,
    },
  };
}

function differences(id: Turn, before: Bearer, after: Bearer): readonly Found[] {
  const [old, now] = [before.unknownTraits, after.unknownTraits];
  if (old === now) return noMatch;
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  return [...names].sort().flatMap((name) => {
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

/** A trait may be called as something that every record inherits. */
function ownValue(traits: Wire | undefined, name: string): Json | undefined {
  return traits !== undefined && Object.hasOwn(traits, name) ? traits[name] : undefined;
}

function shortened(value: Json): string {
  const text = canonicalJson(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
