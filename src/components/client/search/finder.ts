/** The page's side of search: asks the worker, and hands out what it answers. */
import type { Hit } from './groups.ts';
import type { Question, Reply, ShownAnswer } from './messages.ts';
import type { HitKind } from './query.ts';

export interface Asked {
  readonly typed: string;
  /** Ids of the reader's own services: they come first among equals. */
  readonly mine: ReadonlySet<string>;
  /** Whether there is room for many results of each kind. */
  readonly isLong: boolean;
  /** Takes what is known before all is. */
  readonly early: (found: Found) => void;
}

/** An answer, and how to get what it leaves out. */
export interface Found {
  readonly answer: ShownAnswer | null;
  /** All that fit of a kind, the best first. */
  rest(kind: HitKind): Promise<readonly Hit[]>;
}

interface Waiting {
  readonly early: (answer: ShownAnswer | null) => void;
  readonly done: (reply: Reply) => void;
  readonly failed: (reason: Error) => void;
}

/** What a finder needs of a worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Asks a worker, which is started with the first question. One that breaks is started again with the next. */
export class Finder {
  readonly #start: () => WorkerLike;
  readonly #waiting = new Map<number, Waiting>();
  #worker: WorkerLike | null = null;
  #asked = 0;

  constructor(start: () => WorkerLike) {
    this.#start = start;
  }

  /** Finds what fits; the answer is null where too little was typed. Rejects where a file does not load. */
  async find({ typed, mine, isLong, early }: Asked): Promise<Found> {
    const of = this.#asked + 1;
    const foundOf = (answer: ShownAnswer | null): Found => ({ answer, rest: (kind) => this.#rest(kind, of) });
    const reply = await this.#ask(
      (id) => ({ id, typed, mine: [...mine], isLong }),
      (answer) => early(foundOf(answer)),
    );
    return foundOf('found' in reply ? reply.found : null);
  }

  async #rest(kind: HitKind, of: number): Promise<readonly Hit[]> {
    const reply = await this.#ask((id) => ({ id, rest: kind, of }));
    return 'rest' in reply ? reply.rest : [];
  }

  #ask(questionOf: (id: number) => Question, early: Waiting['early'] = () => {}): Promise<Reply> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { early, done, failed });
      try {
        this.#started().postMessage(questionOf(id));
      } catch (error) {
        this.#break(error instanceof Error ? error : new Error(String(error)));
      }
    });
  }

  #started(): WorkerLike {
    if (this.#worker !== null) return this.#worker;
    const worker = this.#start();
    this.#worker = worker;
    // Only `worker.ts` answers.
    worker.addEventListener('message', ({ data }) => this.#take(data as Reply));
    worker.addEventListener('error', () => this.#break(new Error('the worker of search did not run')));
    return worker;
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if ('found' in reply && reply.isEarly) {
      waiting.early(reply.found);
      return;
    }
    this.#waiting.delete(reply.id);
    if ('failed' in reply) waiting.failed(new Error('a file of search did not load'));
    else waiting.done(reply);
  }

  /** Nobody waits for a worker that is gone. */
  #break(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { failed } of all) failed(reason);
  }
}
