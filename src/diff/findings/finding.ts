/** What a rule finds, and what becomes of it: it gets its rule, its place and its group on the way to a change. */
import type { Details, Direction, Json, Member, Position } from '../../model/index.ts';
import type { RuleMeta } from '../rule.ts';

/** The answer of a rule about a pair: what is different. */
export interface Match {
  readonly value?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** What sentences need beside that. */
  readonly details?: Details;
  /** Below what the rule was asked about; only of errors, which are no part of a request or response. */
  readonly path?: string;
  /** Why this one means nothing to any caller, where its rule does not say so of all. */
  readonly noEffect?: string;
}

/** A match with the rule that found it. `step` leads from a shape to the member that it is about; null where it is about the shape. */
export interface Finding {
  readonly rule: RuleMeta;
  readonly match: Match;
  readonly step: string | null;
}

/** A finding at one path, ready to be joined with others like it. */
export interface PlacedFinding {
  readonly rule: RuleMeta;
  readonly match: Match;
  readonly operation: string | null;
  readonly direction: Direction | null;
  readonly path: string;
  /** Findings with equal groups are one change. */
  readonly group: string;
  readonly shape?: string;
  /** Whether the shape is the request or response of exactly one operation: people do not know its name. */
  readonly isMessage?: boolean;
  /** The members that refer to the shape which the finding is about, on both sides. */
  readonly reference?: Reference;
  readonly old?: Position;
  readonly new?: Position;
  readonly unlisted?: number;
}

/** A member on both sides. */
export interface Reference {
  readonly before: Member | undefined;
  readonly after: Member | undefined;
}

/** The answer of a rule that found nothing. */
export const noMatch: readonly Match[] = [];
/** The answer of a rule that found its one thing, with nothing to add. */
export const match: readonly Match[] = [{}];
