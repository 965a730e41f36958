/** What a rule of the differ is: its id, the facts it needs, its severity and audience, its words, and a tiny example. */
import type { Audience, Change, Fact, Severity } from '../model/index.ts';
import type { Telling } from './wording/telling.ts';

/** How bad a change is, by the direction it is seen in. */
export interface SeverityByDirection {
  readonly request: Severity;
  readonly response: Severity;
}

/** A tiny before and after, and what comes out of them; a test executes it in every direction that the rule knows. */
export interface RuleExample {
  readonly before: string;
  readonly after: string;
  /** The line of `--format tsv`, without the service, with blanks for tabs; for what has no effect, its reason. */
  readonly line: string;
  /**
   * What is said of it: `severity: sentence`, with `, wire` behind the severity where only the protocol sees it. Of fields
   * and shapes one for each direction; the example is written for one of them, and the test turns it round.
   */
  readonly says: string | { readonly request?: string; readonly response?: string };
}

/** What a change is about. */
export type Subject = 'service' | 'operation' | 'member' | 'shape' | 'enum' | 'error' | 'waiter' | 'paginator';

/** How deep a field stands: at the top of a request or response, or below. */
export type Depth = 'top' | 'below';

/** The part of a rule that people read; the finding itself stands beside it in the rule's file. */
export interface RuleMeta {
  /** The kind of the changes that it finds. A kind whose severity depends on more than the direction has a rule for each case. */
  readonly id: string;
  readonly subject: Subject;
  /** The id of the rule that finds the same thing with old and new swapped; null, with the reason in the rules' law test, where there is none. */
  readonly mirror: string | null;
  readonly severity: Severity | SeverityByDirection;
  readonly audience: Audience;
  /** Both sides must be able to state these. */
  readonly needs: readonly Fact[];
  /** Only there; everywhere where it is absent. */
  readonly depth?: Depth;
  /** Only in this direction; in both where it is absent. */
  readonly direction?: 'request' | 'response';
  /** Why what it finds means nothing to any caller: then it is listed apart (`noEffect`) and is no change. */
  readonly noEffect?: string;
  /** What it means for a caller, in one or two sentences. */
  readonly description: string;
  /** What a caller does about it in code; absent where there is nothing to do. */
  readonly advice?: string;
  /** Whether a change of its kind is of this case, where severity and direction do not tell; they do where it is absent. */
  isCase?(change: Pick<Change, 'value' | 'details'>): boolean;
  /** The change, or several that are told together, as a sentence. Markdown with code spans only. */
  sentence(telling: Telling): string;
  /**
   * One fact a line: `CreateListener request Port integer required min=1`, `CreateListener error TooManyListeners`,
   * `CreateListener deprecated`, `waiter ListenerReady delay=15`, `paginator ListListeners resultKey=Listeners`,
   * `clientContext use_tls type=boolean`, `service apiVersion=2015-12-01`. Other words with `=` are traits by botocore's
   * names, `unknown:` marks one that no reader knows; `of=` marks those of a field rather than of its shape, `doc=` a description.
   */
  readonly example: RuleExample;
}
