/**
 * The definition of a rule of the differ: its id, the facts it needs, its severity and audience, its words, and a tiny
 * example.
 */
import type { Audience, Change, Fact, Severity } from '../model/index.ts';
import type { Telling } from './wording/telling.ts';

/** The severity of a change, by direction. */
export interface SeverityByDirection {
  readonly request: Severity;
  readonly response: Severity;
}

/** A tiny before and after, and the expected result; a test runs it in every direction that the rule knows. */
export interface RuleExample {
  readonly before: string;
  readonly after: string;
  /**
   * The line of `--format tsv`, without the service, with blanks for tabs; for a difference without effect, the reason.
   */
  readonly line: string;
  /**
   * The expected text: `severity: sentence`, with `, wire` after the severity if only users of the protocol see it.
   * Examples about fields and shapes have one text for each direction; they are written for one direction, and the test
   * reverses them.
   */
  readonly says: string | { readonly request?: string; readonly response?: string };
}

/** The subject of a change. */
export type Subject = 'service' | 'operation' | 'member' | 'shape' | 'enum' | 'error' | 'waiter' | 'paginator';

/** The depth of a field: at the top of a request or response, or below. */
export type Depth = 'top' | 'below';

/** The part of a rule for people; the code that finds changes is beside it in the rule's file. */
export interface RuleMeta {
  /** The kind of its changes. A kind whose severity depends on more than the direction has one rule for each case. */
  readonly id: string;
  readonly subject: Subject;
  /**
   * The id of the rule that finds the same change with old and new swapped. If there is none, it is null, and the law
   * test of the rules has the reason.
   */
  readonly mirror: string | null;
  readonly severity: Severity | SeverityByDirection;
  readonly audience: Audience;
  /** Both sides must be able to state these. */
  readonly needs: readonly Fact[];
  /** The only depth that it applies to; absent for both. */
  readonly depth?: Depth;
  /** The only direction that it applies to; absent for both. */
  readonly direction?: 'request' | 'response';
  /**
   * Why its differences have no effect on any caller: they are then listed separately (`noEffect`), and are not
   * changes.
   */
  readonly noEffect?: string;
  /** What it means for a caller, in one or two sentences. */
  readonly description: string;
  /** What a caller does about it in code; absent if there is nothing to do. */
  readonly advice?: string;
  /** The advice if all that changed for the worse is in one direction, and less is to be done there. */
  readonly adviceIn?: Readonly<Record<'request' | 'response', string>>;
  /** The advice for one change, where its words depend on what is changed. */
  adviceFor?(change: Pick<Change, 'details'>): string;
  /** Whether a change of its kind is of this case; absent if severity and direction decide. */
  isCase?(change: Pick<Change, 'value' | 'details'>): boolean;
  /** The sentence for a change, or for several that share a card. Its only Markdown is code spans. */
  sentence(telling: Telling): string;
  /**
   * One fact for each line: `CreateListener request Port integer required min=1`,
   * `CreateListener error TooManyListeners`, `CreateListener deprecated`, `waiter ListenerReady delay=15`,
   * `paginator ListListeners resultKey=Listeners`, `clientContext use_tls type=boolean`,
   * `service apiVersion=2015-12-01`. Other words with `=` are traits by botocore's names, and `unknown:` marks a trait
   * that no reader knows; `of=` marks the traits of a field instead of its shape, `doc=` a description.
   */
  readonly example: RuleExample;
}
