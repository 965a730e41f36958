/** The page asks a worker: answers come to who asked, a broken worker is started again, and the rest of a group is that of its answer. */
import { expect, test } from 'vitest';
import { makeAnswering } from '../../../src/components/client/search/answer.ts';
import { Finder, type WorkerLike } from '../../../src/components/client/search/finder.ts';
import { Library } from '../../../src/components/client/search/library.ts';
import type { Question, Reply } from '../../../src/components/client/search/messages.ts';

/** A worker that is only its two ends. */
class FakeWorker {
  readonly questions: Question[] = [];
  isEnded = false;
  #message: (event: { data: Reply }) => void = () => {};
  #error: () => void = () => {};

  addEventListener(type: string, listener: never): void {
    if (type === 'message') this.#message = listener;
    if (type === 'error') this.#error = listener;
  }

  postMessage(question: Question): void {
    this.questions.push(question);
  }

  terminate(): void {
    this.isEnded = true;
  }

  reply(reply: Reply): void {
    this.#message({ data: structuredClone(reply) });
  }

  break(): void {
    this.#error();
  }
}

function makeFinder() {
  const workers: FakeWorker[] = [];
  const finder = new Finder(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    // Only these three are asked.
    return worker as unknown as WorkerLike;
  });
  const ask = (typed: string, early: (typed: string) => void = () => {}) =>
    finder.find({ typed, mine: new Set(['s3']), isLong: false, early: () => early(typed) });
  return { workers, finder, ask };
}

const found = (nearest: string) => ({ groups: [], whole: true, nearest: [nearest], told: null });

test('answers come to who asked, in any order, and what is early comes first', async () => {
  const { workers, ask } = makeFinder();
  const early: string[] = [];
  const [first, second] = [ask('one', (typed) => early.push(typed)), ask('two')];
  const [worker] = workers;
  expect(workers).toHaveLength(1);
  expect(worker?.questions).toEqual([
    { id: 1, typed: 'one', mine: ['s3'], isLong: false },
    { id: 2, typed: 'two', mine: ['s3'], isLong: false },
  ]);
  worker?.reply({ id: 2, found: found('second'), isEarly: false });
  worker?.reply({ id: 1, found: found('soon'), isEarly: true });
  expect(early).toEqual(['one']);
  worker?.reply({ id: 1, found: found('first'), isEarly: false });
  // What comes too late is nobody's.
  worker?.reply({ id: 1, found: null, isEarly: false });
  expect((await first).answer?.nearest).toEqual(['first']);
  expect((await second).answer?.nearest).toEqual(['second']);
});

test('a file that does not load is said, and the worker goes on', async () => {
  const { workers, ask } = makeFinder();
  const asked = ask('one');
  workers[0]?.reply({ id: 1, failed: true });
  await expect(asked).rejects.toThrow('did not load');
  const again = ask('one');
  workers[0]?.reply({ id: 2, found: null, isEarly: false });
  expect((await again).answer).toBe(null);
  expect(workers).toHaveLength(1);
});

test('a worker that breaks is said to all who wait, and started again', async () => {
  const { workers, ask } = makeFinder();
  const both = [ask('one'), ask('two')];
  workers[0]?.break();
  for (const asked of both) await expect(asked).rejects.toThrow('did not run');
  expect(workers[0]?.isEnded).toBe(true);
  const again = ask('three');
  workers[1]?.reply({ id: 3, found: found('third'), isEarly: false });
  expect((await again).answer?.nearest).toEqual(['third']);
});

test('a browser without workers says so', async () => {
  const finder = new Finder(() => {
    throw new Error('no workers here');
  });
  await expect(finder.find({ typed: 'one', mine: new Set(), isLong: false, early: () => {} })).rejects.toThrow(
    'no workers here',
  );
});

test('the rest of a group is that of the answer that shows it', async () => {
  const services: readonly [string, string][] = [
    ['alpha', 'Alpha'],
    ['alpine', 'Alpine'],
    ['albatross', 'Albatross'],
    ['almond', 'Almond'],
  ];
  const files: Readonly<Record<string, unknown>> = {
    'words.json': { services, folders: {}, ranges: [['', 'words/gone.json']], tops: [] },
    'operations.json': { services: services.map(([id]) => [id, 'GetAlarm']), elsewhere: {} },
  };
  const library = new Library(async (file) => {
    if (files[file] === undefined) throw new Error(`no file ${file}`);
    return files[file];
  });
  const replies: Reply[] = [];
  const answer = makeAnswering(library, (reply) => replies.push(structuredClone(reply)));
  await answer({ id: 1, typed: 'service:al', mine: ['almond'], isLong: false });
  const last = replies.at(-1);
  if (last === undefined || !('found' in last)) throw new Error('Expected an answer');
  expect(last).toMatchObject({ id: 1, isEarly: false, found: { whole: true } });
  expect(last.found?.groups.map(({ kind, hits }) => [kind, hits.map(({ name }) => name)])).toEqual([
    ['service', ['almond', 'alpha', 'alpine', 'albatross']],
  ]);
  await answer({ id: 2, rest: 'service', of: 1 });
  expect(replies.at(-1)).toMatchObject({ id: 2, rest: [{ name: 'almond' }, {}, {}, {}] });
  // Of an answer that another one replaced, nothing is left.
  await answer({ id: 3, typed: 'a', mine: [], isLong: false });
  expect(replies.at(-1)).toEqual({ id: 3, found: null, isEarly: false });
  await answer({ id: 4, rest: 'service', of: 1 });
  expect(replies.at(-1)).toEqual({ id: 4, rest: [] });
  await answer({ id: 5, typed: 'field:anything', mine: [], isLong: false });
  expect(replies.at(-1)).toEqual({ id: 5, failed: true });
});
