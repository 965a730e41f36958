/** How units are handed to threads: the largest first, large ones in parts, and no page twice. The threads here make nothing. */
import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { RenderTask } from '../../../../src/cli/site/pages/render-messages.ts';
import { renderUnits } from '../../../../src/cli/site/pages/render-units.ts';
import type { PlannedUnit } from '../../../../src/cli/site/pages/unit-plan.ts';

const { asked, filesFor } = vi.hoisted(() => ({
  asked: [] as RenderTask[],
  filesFor: { current: (_task: RenderTask): readonly (readonly [string, string])[] => [] },
}));

vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor() {
      super();
      setImmediate(() => this.emit('message', { type: 'ready' }));
    }

    postMessage(task: RenderTask): void {
      asked.push(task);
      setImmediate(() => this.emit('message', { type: 'made', files: filesFor.current(task) }));
    }

    async terminate(): Promise<void> {}
  },
}));

const unit = (id: string, weight: number, canBeCut = true): PlannedUnit => {
  return { unit: { kind: 'changes', id }, name: `changes ${id}`, print: id, weight, canBeCut };
};
const render = (units: readonly PlannedUnit[], workers: number) =>
  renderUnits({ pages: '', out: '', precompress: false, parts: null, standing: new Map() }, {}, units, workers);
const told = () => asked.map(({ unit, index, count }) => `${unit.id} ${index}/${count}`);

beforeEach(() => {
  asked.length = 0;
  filesFor.current = ({ unit, index }) => [[`${JSON.stringify(unit)}-${index}.html`, `hash ${index}`]];
});

test('one thread makes each unit whole, the largest first', async () => {
  await render([unit('small', 10), unit('large', 400)], 1);
  expect(told()).toEqual(['large 0/1', 'small 0/1']);
});

test('several share a large unit that can be cut', async () => {
  await render([unit('small', 10), unit('large', 400), unit('uncut', 300, false)], 2);
  expect(told()).toEqual(['large 0/3', 'large 1/3', 'large 2/3', 'uncut 0/1', 'small 0/1']);
});

test('each unit has the files of all its parts, with their hashes', async () => {
  filesFor.current = ({ index }) => [[`${index}.html`, `hash ${index}`]];
  const made = await render([unit('large', 400)], 2);
  expect([...made.values()].map((files) => Object.fromEntries(files))).toEqual([
    { '0.html': 'hash 0', '1.html': 'hash 1', '2.html': 'hash 2' },
  ]);
});

test('a page that two units make is a mistake of ours', async () => {
  filesFor.current = () => [['same.html', 'hash']];
  await expect(render([unit('one', 1), unit('two', 1)], 1)).rejects.toThrow('Unexpected second page same.html');
});
