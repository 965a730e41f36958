/** The pairs of old and new things that rules compare, and the answers that they may give. */
import type { Direction, ErrorReference, Fact, Member, Operation, Service, Shape } from '../../model/index.ts';
import type { ProseReader } from '../compare/prose-reader.ts';
import type { RuleMeta } from '../rule.ts';
import type { ErrorFinding, Match, Reference } from './finding.ts';

/** The facts that both sides can state, as a set for many look-ups. */
export type Facts = ReadonlySet<Fact>;

/** What every pair carries. */
interface Common {
  readonly facts: Facts;
  /** Reads descriptions; only for rules that need the fact `documentation`. */
  readonly prose: ProseReader;
}

/** A member that one or both sides have. */
export interface MemberPair extends Common {
  readonly before: Member | undefined;
  readonly after: Member | undefined;
  /** The shapes that the members lead to. */
  readonly oldShape: Shape | undefined;
  readonly newShape: Shape | undefined;
  /** The structure with the member, on the side that has it. */
  readonly owner: Shape;
  readonly direction: Direction;
  /** Whether the source of the old or the new side breaks off in this direction. */
  readonly oldPartial: boolean;
  readonly newPartial: boolean;
}

/** A shape on both sides, at the same place. */
export interface ShapePair extends Common {
  readonly before: Shape;
  readonly after: Shape;
  readonly direction: Direction;
  /** Whether the source of the old or the new side breaks off in this direction. */
  readonly oldPartial: boolean;
  readonly newPartial: boolean;
}

export interface OperationPair extends Common {
  readonly before: Operation | undefined;
  readonly after: Operation | undefined;
  /** Whether each side lists all of its operations. */
  readonly oldWhole: boolean;
  readonly newWhole: boolean;
  /** Whether requests contain the names of operations. */
  readonly sendsNames: boolean;
}

export interface ErrorPair extends Common {
  readonly before: ErrorReference | undefined;
  readonly after: ErrorReference | undefined;
  readonly oldShape: Shape | undefined;
  readonly newShape: Shape | undefined;
  /** The differences in the fields of the error, if both sides show them. */
  readonly inside: readonly ErrorFinding[];
}

export interface ServicePair extends Common {
  readonly before: Service | undefined;
  readonly after: Service | undefined;
}

interface Finds<Pair> {
  find(pair: Pair): readonly Match[];
}

export type MemberRule = RuleMeta & { readonly subject: 'member' } & Finds<MemberPair>;
export type ShapeRule = RuleMeta & {
  readonly subject: 'shape' | 'enum';
  /** Why a match has no effect if this member refers to the shape; null if it has one. */
  noEffectAt?(match: Match, reference: Reference): string | null;
} & Finds<ShapePair>;
export type OperationRule = RuleMeta & { readonly subject: 'operation' } & Finds<OperationPair>;
export type ErrorRule = RuleMeta & { readonly subject: 'error' } & Finds<ErrorPair>;
export type ServiceRule = RuleMeta & { readonly subject: 'service' | 'waiter' | 'paginator' } & Finds<ServicePair>;
export type Rule = MemberRule | ShapeRule | OperationRule | ErrorRule | ServiceRule;
