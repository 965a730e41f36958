/** The finding of a rule: on the way to a change it gets its rule, its place and its group. */
import type { Details, Direction, Json, Member, Position } from '../../model/index.ts';
import type { RuleMeta } from '../rule.ts';

/** The answer of a rule about a pair: the difference. */
export interface Match {
  readonly value?: string;
  readonly before?: Json;
  readonly after?: Json;
  /** Other data that sentences need. */
  readonly details?: Details;
  /** The path below the pair; only for errors, which are not part of a request or response. */
  readonly path?: string;
  /** Why this match has no effect on any caller, if its rule does not say so for all. */
  readonly noEffect?: string;
}

/**
 * A match with the rule that found it. `step` leads from a shape to the member of the finding; null if the finding is
 * about the shape itself.
 */
export interface Finding {
  readonly rule: RuleMeta;
  readonly match: Match;
  readonly step: string | null;
}

/** A finding inside an error: paths begin at the error, which is of no operation. */
export type ErrorFinding = Pick<PlacedFinding, 'rule' | 'match' | 'path'>;

/** A finding at one path, ready to be joined with similar ones. */
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
  /** The members that refer to the shape of the finding, on both sides. */
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
/** The answer of a rule with exactly one match and no data. */
export const match: readonly Match[] = [{}];
