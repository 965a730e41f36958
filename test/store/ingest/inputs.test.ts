/** The rows of what was taken in: a state is one row, however often it comes and from wherever. */
import { expect, test } from 'vitest';
import { addInput, type LoneFacts } from '../../../src/store/ingest/inputs.ts';
import { shown } from '../../../src/store/ingest/presence.ts';
import { Database } from '../../../src/store/write.ts';
import { Random } from '../../generate/random.ts';
import { randomService } from '../../generate/service.ts';

const service = randomService(new Random(5), { markup: false });
const factsOf = (complete: boolean): LoneFacts => ({
  ...{ version: '1.0.0', date: null, complete, presence: shown, stated: null, spec: 'a model' },
  dialect: 'service-model',
});

/** Whether each of these was news to the store, and what the one row says in the end. */
function taken(...all: readonly (readonly [complete: boolean, origin: string])[]) {
  const database = Database.open(':memory:');
  try {
    const news = all.map(([complete, origin]) => addInput(database, service, factsOf(complete), origin));
    return [news, database.all<{ complete: number }>('SELECT complete FROM input').map((row) => row.complete === 1)];
  } finally {
    database.close();
  }
}

test.each([
  ['one file', 'a', 'a'],
  ['two files', 'a', 'b'],
])('from %s', (_, first, second) => {
  expect(taken([false, first], [false, second])).toEqual([[true, false], [false]]);
  expect(taken([true, first], [true, second])).toEqual([[true, false], [true]]);
  expect(taken([true, first], [false, second])).toEqual([[true, false], [true]]);
  expect(taken([false, first], [true, second])).toEqual([[true, true], [true]]);
});
