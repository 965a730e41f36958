/** What rules are asked: pairs of old and new things, and what they may answer. */
import type { Direction, ErrorReference, Fact, Json, Member, Operation, Service, Shape } from '../model/index.ts';
import type { RuleMeta } from './rule.ts';

/** Something that a rule found. */
export interface Found {
  readonly value?: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** What both sides can state, asked often. */
export type Facts = ReadonlySet<Fact>;

/** A member that one or both sides have. */
export interface MemberPair {
  readonly before: Member | undefined;
  readonly after: Member | undefined;
  /** The shapes that the members lead to. */
  readonly oldShape: Shape | undefined;
  readonly newShape: Shape | undefined;
  readonly direction: Direction;
  readonly facts: Facts;
  /** Whether the source of the old or the new side breaks off in this direction. */
  readonly oldPartial: boolean;
  readonly newPartial: boolean;
}

/** A shape on both sides, at the same place. */
export interface ShapePair {
  readonly before: Shape;
  readonly after: Shape;
  readonly direction: Direction;
  readonly facts: Facts;
}

export interface OperationPair {
  readonly before: Operation | undefined;
  readonly after: Operation | undefined;
  readonly facts: Facts;
  /** Whether each side lists all of its operations. */
  readonly oldWhole: boolean;
  readonly newWhole: boolean;
}

export interface ErrorPair {
  readonly before: ErrorReference | undefined;
  readonly after: ErrorReference | undefined;
  readonly oldShape: Shape | undefined;
  readonly newShape: Shape | undefined;
  readonly facts: Facts;
}

export interface ServicePair {
  readonly before: Service | undefined;
  readonly after: Service | undefined;
  readonly facts: Facts;
}

interface Asks<Pair> {
  find(pair: Pair): readonly Found[];
}

export type MemberRule = RuleMeta & { readonly subject: 'member' } & Asks<MemberPair>;
export type ShapeRule = RuleMeta & { readonly subject: 'shape' | 'enum' } & Asks<ShapePair>;
export type OperationRule = RuleMeta & { readonly subject: 'operation' } & Asks<OperationPair>;
export type ErrorRule = RuleMeta & { readonly subject: 'error' } & Asks<ErrorPair>;
export type ServiceRule = RuleMeta & { readonly subject: 'service' | 'waiter' | 'paginator' } & Asks<ServicePair>;
export type Rule = MemberRule | ShapeRule | OperationRule | ErrorRule | ServiceRule;

/** The answer of a rule that found nothing. */
export const nothing: readonly Found[] = [];
/** The answer of a rule that found its one thing, with nothing to add. */
export const yes: readonly Found[] = [{}];
