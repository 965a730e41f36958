/** A structure of which several members may be set became one of which exactly one is, or the other way round. */
import { type Match, noMatch } from '../../findings/finding.ts';
import type { ShapePair, ShapeRule } from '../../findings/pairs.ts';
import { subject, type Telling } from '../../wording/telling.ts';

const shared = {
  id: 'union-changed',
  subject: 'shape',
  mirror: 'union-changed',
  audience: 'sdk',
  needs: ['fields', 'unions'],
  sentence: oneOrSeveral,
} as const satisfies Partial<ShapeRule>;
const [structure, union] = ['structure', 'union'].map(
  (kind) => `PutRule request Action ${kind} optional\nPutRule request Action.Allow string optional`,
) as [string, string];

export const becameUnion: ShapeRule = {
  ...shared,
  severity: { request: 'breaking', response: 'dangerous' },
  description: 'Exactly one member is set now. The SDK refuses requests that set two.',
  advice: 'Set exactly one of its fields.',
  example: {
    before: structure,
    after: union,
    line: 'union-changed PutRule request Action structure>union breaking',
    says: {
      request: 'breaking: Exactly one member of `Action` may be set now — the SDK refuses more',
      response: 'dangerous: Exactly one member of `Action` is set in responses now',
    },
  },
  find: (pair) => turned(pair, 'union'),
};

export const noLongerUnion: ShapeRule = {
  ...shared,
  severity: { request: 'safe', response: 'dangerous' },
  description:
    'Several members may be set now. Where it comes back, code that reads the first it finds may miss others.',
  advice: 'Read each member, not only the first that is there.',
  example: {
    before: union,
    after: structure,
    line: 'union-changed PutRule request Action union>structure safe',
    says: {
      request: 'safe: Several members of `Action` may be set now',
      response: 'dangerous: Several members of `Action` may be set in responses now',
    },
  },
  find: (pair) => turned(pair, 'structure'),
};

function turned({ before, after }: ShapePair, to: 'structure' | 'union'): readonly Match[] {
  const from = to === 'union' ? 'structure' : 'union';
  return before.kind === from && after.kind === to ? [{ value: `${from}>${to}`, before: from, after: to }] : noMatch;
}

function oneOrSeveral(telling: Telling): string {
  const where = telling.direction === 'response' ? ' in responses' : '';
  if (telling.change.after !== 'union') return `Several members of ${subject(telling)} may be set${where} now`;
  return where === ''
    ? `Exactly one member of ${subject(telling)} may be set now — the SDK refuses more`
    : `Exactly one member of ${subject(telling)} is set${where} now`;
}
