/** Changed descriptions: only those of one kind of source are compared, each operation with the state that had it last. */
import { expect, test } from 'vitest';
import type { Change, Service } from '../../../src/model/index.ts';
import { dialectOf } from '../../../src/parse/index.ts';
import { compareDescriptions } from '../../../src/store/history/compare-descriptions.ts';
import type { CurrentOperation } from '../../../src/store/history/current-operation.ts';
import { LastUnchanged } from '../../../src/store/history/last-unchanged.ts';
import { unpack } from '../../../src/store/packing/blobs.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';

const model = dialectOf('service-model').label;

const described = (...lines: readonly string[]) =>
  serviceOf(
    lines.map((line) => `${line.split(' ')[0]} doc="${line.split(' ').slice(1).join(' ')}"`).join('\n'),
  ) as Service;

interface Was {
  readonly service: Service;
  readonly source?: string;
  readonly removedIn?: string;
}

/** The operations that are told to have changed their words between states, by snapshot, and a new one of a model. */
function changed(old: Readonly<Record<string, Was>>, now: Service, snapshot = 'new') {
  const operations = new Map<string, CurrentOperation>();
  for (const [name, { service, source = model, removedIn = null }] of Object.entries(old))
    for (const operation of service.operations)
      operations.set(operation.name, { operation, snapshot: name, asOf: '1', source, removedIn });
  const found = compareDescriptions(
    { dialect: 'service-model', snapshot, service: now, stated: null },
    operations,
    new Map(Object.entries(old).map(([name, { service }]) => [name, service])),
    new LastUnchanged(),
  );
  if (found === null) return null;
  const changes = unpack(Buffer.from(found.data, 'base64')) as readonly Change[];
  expect(changes).toHaveLength(found.count);
  return changes.map(({ kind, places: [place] }) => `${kind} ${place?.operation}`);
}

const now = described('Brew Makes tea.', 'Pour Fills cups.');

test('words that a model has changed are told', () => {
  const before = described('Brew Makes hot tea.', 'Pour Fills cups.');
  expect(changed({ old: { service: before } }, now)).toEqual(['documentation-changed Brew']);
  expect(changed({ old: { service: now } }, now)).toBeNull();
});

test('each operation is compared with the state that had it last', () => {
  const states = { a: { service: described('Brew Makes hot tea.') }, b: { service: described('Pour Fills a cup.') } };
  expect(changed(states, now)?.toSorted()).toEqual(['documentation-changed Brew', 'documentation-changed Pour']);
});

test('another kind of source, a removed operation and the same snapshot are not compared', () => {
  const service = described('Brew Makes hot tea.');
  expect(changed({ old: { service, source: dialectOf('reference-rst').label } }, now)).toBeNull();
  expect(changed({ old: { service, removedIn: '2' } }, now)).toBeNull();
  expect(changed({ old: { service } }, now, 'old')).toBeNull();
});
