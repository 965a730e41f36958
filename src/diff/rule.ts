/** What a rule of the differ is: its id, the facts it needs, its severity by direction, its words, and a tiny example. */
import type { Audience, Change, Fact, Severity } from '../model/index.ts';

/** How bad a change is, by the direction it is seen in; `service` where it has no direction. */
export interface SeverityByDirection {
  readonly request: Severity;
  readonly response: Severity;
}

export interface RuleExample {
  readonly before: string;
  readonly after: string;
  readonly line: string;
}

/** What a change is about. */
export type Subject = 'service' | 'operation' | 'member' | 'shape' | 'enum' | 'error' | 'waiter' | 'paginator';

/** The part of a rule that people read; the finding itself stands beside it in the rule's file. */
export interface RuleMeta {
  /** The kind of the changes that it finds; also the name of its file. */
  readonly id: string;
  readonly subject: Subject;
  /** The id of the rule that finds the same thing with old and new swapped; null, with the reason in the rules' law test, where there is none. */
  readonly mirror: string | null;
  readonly severity: Severity | SeverityByDirection;
  readonly audience: Audience;
  /** Both sides must be able to state these. */
  readonly needs: readonly Fact[];
  /** What it means for a caller, in one or two sentences. */
  readonly description: string;
  /** One change as a sentence: "`QUIC` is a new value of `Protocol`". Markdown with code spans only. */
  sentence(change: Change): string;
  /**
   * A tiny before and after, and the line of `--format tsv` that must come out of them; a test executes it.
   *
   * One fact a line: `CreateListener request Port integer required min=1`, `CreateListener error TooManyListeners`,
   * `CreateListener deprecated`, `waiter ListenerReady delay=15`, `paginator ListListeners resultKey=Listeners`,
   * `clientContext use_tls type=boolean`, `service apiVersion=2015-12-01`. Other words with `=` are traits by botocore's
   * names, `unknown:` marks one that no reader knows; `of=` marks those of a field rather than of its shape, `doc=` a description.
   */
  readonly example: RuleExample;
}
