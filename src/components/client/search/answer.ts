/** Answers the questions of a page: what the worker of search does. */
import { type Answer, find } from './find.ts';
import type { Library } from './library.ts';
import type { Question, Reply, ShownAnswer } from './messages.ts';

/** Answers questions by the files of a library. It keeps the last answer, because the rest of a group is asked for later. */
export function makeAnswering(library: Library, send: (reply: Reply) => void): (question: Question) => Promise<void> {
  let last: { readonly id: number; readonly answer: Answer | null } | null = null;
  return async (question) => {
    const { id } = question;
    if ('rest' in question) {
      send({ id, rest: last?.id === question.of ? (last.answer?.all(question.rest) ?? []) : [] });
      return;
    }
    const reply = (answer: Answer | null, isEarly: boolean): void => {
      // A slow answer to an earlier question does not replace a later one.
      if (last === null || last.id <= id) last = { id, answer };
      send({ id, found: answer && shownOf(answer), isEarly });
    };
    let late: ReturnType<typeof setTimeout> | undefined;
    const early = (answer: Answer): void => {
      clearTimeout(late);
      late = setTimeout(() => reply(answer, true), patience);
    };
    try {
      const { typed, mine, isLong } = question;
      reply(await find(library, { typed, mine: new Set(mine), early, isLong }), false);
    } catch {
      send({ id, failed: true });
    } finally {
      clearTimeout(late);
    }
  };
}

/** Without the function, which cannot be sent. */
function shownOf({ groups, whole, nearest, told }: Answer): ShownAnswer {
  return { groups, whole, nearest, told };
}

/** Milliseconds to wait for all results before the first ones are sent: reading them takes time of the page. */
const patience = 150;
