/** An operation that was renamed since a lone page showed it last is the same one: nothing is new, nothing is lost. */
import { expect, test } from 'vitest';
import { Unchanged } from '../../../src/diff/index.ts';
import type { Operation, Service } from '../../../src/model/index.ts';
import { compareWithKnown } from '../../../src/store/history/compare-with-known.ts';
import type { CurrentOperation } from '../../../src/store/history/current-operation.ts';
import type { SourceSnapshot } from '../../../src/store/history/source-snapshots.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';

const named = (...names: readonly string[]): readonly Operation[] =>
  names.map((name) => ({ name, sdkName: name.toLowerCase(), nameOrigin: 'stated' }));

function view(snapshot: string, ...names: readonly string[]): SourceSnapshot {
  // An example of one line is a service.
  const service = { ...(serviceOf('operation Stay') as Service), operations: named(...names) };
  return { dialect: 'service-model', snapshot, service, stated: null };
}

/** The model, a page that shows `MakeURL` later, and a model in which it is `MakeUrl`. */
const [model, page, now] = [view('1', 'MakeURL', 'Stay'), view('2', 'MakeURL'), view('3', 'MakeUrl', 'Stay')];
const services = new Map([model, page].map(({ snapshot, service }) => [snapshot, service]));

function current(seen: Readonly<Record<string, string>>): ReadonlyMap<string, CurrentOperation> {
  return new Map(
    named(...Object.keys(seen)).map((operation) => {
      const snapshot = seen[operation.name] ?? '';
      const source = 'service model';
      return [operation.name, { operation, snapshot, asOf: `1.0.${snapshot}`, source, removedIn: null }];
    }),
  );
}

test('the rename is told, and no new operation', () => {
  const changes = compareWithKnown(now, {
    ...{ also: false, release: '1.0.3', head: model, services, version: '1.0.3' },
    operations: current({ MakeURL: '2', Stay: '1' }),
    between: ({ before, after }) => new Unchanged(before, after),
  });
  expect(changes.map(({ kind, value }) => `${kind} ${value}`)).toEqual(['operation-renamed MakeURL>MakeUrl']);
});
