/** Tiny services with one operation, and changes of it, for tests of syntax. */
import type { Change, Direction, Fact, Member, Shape } from '../../../src/model/index.ts';
import type { SyntaxSide } from '../../../src/view/syntax/syntax-side.ts';
import { modelFacts } from '../../fixture-services.ts';

export type Shapes = Readonly<Record<string, Shape>>;

export const to = (name: string, target: string, more: Partial<Member> = {}): Member => ({ name, target, ...more });
export const listOf = (target: string): Shape => ({ kind: 'list', member: to('', target) });
export const structure = (...members: readonly Member[]): Shape => ({ kind: 'structure', members });
export const letters = (names: string): Shape => structure(...[...names].map((name) => to(name, 'Text')));
const base: Shapes = { Text: { kind: 'string' }, Count: { kind: 'integer' } };

/** A service whose one operation takes `In`. */
export function side(shapes: Shapes, facts: readonly Fact[] = modelFacts): SyntaxSide {
  const operation = { name: 'Do', sdkName: 'do', nameOrigin: 'stated', request: 'In', response: null } as const;
  return { operations: [operation], shapes: { ...base, ...shapes }, facts };
}

export function change(kind: string, path: string, value = '', direction: Direction | null = 'request'): Change {
  const place = { operation: 'Do', direction, path, severity: 'safe' } as const;
  return { service: 's', kind, value, severity: 'safe', audience: 'sdk', key: '0'.repeat(12), places: [place] };
}
