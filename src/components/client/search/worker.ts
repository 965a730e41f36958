/** The worker of search: it loads the files of names, reads them and looks through them. */
import { makeAnswering } from './answer.ts';
import { Library, loadFrom } from './library.ts';
import type { Question } from './messages.ts';

/** Answers what the page asks. The name of the worker is the address of the page of search. */
export function startWorker(): void {
  const answer = makeAnswering(new Library(loadFrom(self.name)), (reply) => postMessage(reply));
  // Only `finder.ts` writes to it.
  addEventListener('message', ({ data }) => void answer(data as Question));
}
