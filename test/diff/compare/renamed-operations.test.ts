/** Operations, waiters and paginators with another name in the model, and the same name in the SDK. */
import { describe, expect, test } from 'vitest';
import { compareServices, sentenceOf } from '../../../src/diff/index.ts';
import type { Service } from '../../../src/model/index.ts';
import { serviceOf } from '../rules/example-notation.ts';
import { said } from '../rules/said.ts';

/** Severity, audience and sentence of every change. */
function told(before: Service | undefined, after: Service | undefined): readonly string[] {
  const { changes = [], noEffect = [] } = compareServices(before, after) ?? {};
  return [
    ...changes.map((change) => `${change.severity}, ${change.audience}: ${sentenceOf(change).replaceAll('`', '')}`),
    ...noEffect.map(({ kind, why }) => `no effect: ${kind}, ${why}`),
  ];
}

const tellOf = (before: string, after: string) => told(serviceOf(before), serviceOf(after));

describe('an operation that the SDK calls by the same name', () => {
  const renamed = 'breaking, wire: CreateDBWidget is sent as CreateDbWidget now';

  test('is the same operation, with another name on the wire', () => {
    expect(tellOf('CreateDBWidget', 'CreateDbWidget')).toEqual([renamed]);
  });

  test('is compared field by field, and by its errors', () => {
    const before = 'CreateDBWidget request Size integer optional\nCreateDBWidget error TooMany\nOther';
    const after = 'CreateDbWidget request Size integer required\nCreateDbWidget error TooFew\nOther';
    const lines = tellOf(before, after).filter((line) => !line.includes('the type has another name'));
    expect(lines.toSorted()).toEqual([
      'breaking, sdk: CreateDbWidget now requires Size — calls without it fail',
      renamed,
      'safe, sdk: CreateDbWidget can raise TooFew',
      'safe, sdk: CreateDbWidget no longer raises TooMany',
    ]);
  });

  test('has its old name in the old source, and its new name in the new one', () => {
    const asked: string[] = [];
    const locate = (side: string) => (_service: string, operation: string) => {
      asked.push(`${side} ${operation}`);
      return undefined;
    };
    const field = (name: string, need: string) => serviceOf(`${name} request Size integer ${need}`);
    compareServices(field('CreateDBWidget', 'optional'), field('CreateDbWidget', 'required'), {
      oldAt: locate('old'),
      newAt: locate('new'),
    });
    expect([...new Set(asked)]).toEqual(['old CreateDBWidget', 'new CreateDbWidget']);
  });

  test.each(['rest-json', 'rest-xml'])('has no name on the wire in %s', (protocol) => {
    const service = `service protocol=${protocol}`;
    expect(tellOf(`CreateDBWidget\n${service}`, `CreateDbWidget\n${service}`)).toEqual([
      'no effect: operation-renamed, requests of its protocol do not contain the name',
    ]);
  });

  test('has a name on the wire if one of its protocols sends it', () => {
    const service = 'service protocol=rest-json protocols=["rest-json","json"]';
    expect(tellOf(`CreateDBWidget\n${service}`, `CreateDbWidget\n${service}`)).toEqual([renamed]);
  });

  test('has an unknown name on the wire if a source derived it from the SDK', () => {
    const guessed = (name: string) => {
      const service = serviceOf(name) as Service;
      return { ...service, operations: service.operations.map((one) => ({ ...one, nameOrigin: 'known' as const })) };
    };
    expect(told(guessed('CreateDBWidget'), guessed('CreateDbWidget'))).toEqual([]);
  });
});

describe('two operations that the SDK calls by one name', () => {
  const both = 'CreateDBWidget\nCreateDbWidget';

  test('are one method, which neither comes nor goes with one of them', () => {
    expect(tellOf('CreateDBWidget', both)).toEqual(['safe, wire: New operation CreateDbWidget']);
    expect(tellOf(both, 'CreateDBWidget')).toEqual(['breaking, wire: CreateDbWidget is gone']);
  });

  test('are not renamed: nobody knows which of them', () => {
    expect(tellOf('CREATEDbWidget', both).toSorted()).toEqual([
      'breaking, wire: CREATEDbWidget is gone',
      'safe, wire: New operation CreateDBWidget',
      'safe, wire: New operation CreateDbWidget',
    ]);
  });
});

describe('a waiter or paginator that the SDK calls by the same name', () => {
  const why = 'the SDK calls both by the same name';

  test('works as before', () => {
    expect(tellOf('Op\nwaiter WidgetReady delay=5', 'Op\nwaiter widgetReady delay=5')).toEqual([
      `no effect: waiter-added, ${why}`,
      `no effect: waiter-removed, ${why}`,
    ]);
    expect(tellOf('ListDBs\npaginator ListDBs resultKey=A', 'ListDbs\npaginator ListDbs resultKey=A')).toEqual([
      'breaking, wire: ListDBs is sent as ListDbs now',
      `no effect: paginator-added, ${why}`,
      `no effect: paginator-removed, ${why}`,
    ]);
  });

  test('is compared, setting by setting', () => {
    expect(said('Op\nwaiter WidgetReady operation=A', 'Op\nwaiter widgetReady operation=B')).toContain(
      'dangerous: widgetReady calls B (was A)',
    );
    expect(said('Op\npaginator ListDBs resultKey=A', 'Op\npaginator ListDbs resultKey=B')).toContain(
      'dangerous: Joined pages of ListDbs no longer carry A, but B',
    );
  });

  test('is compared with its own namesake first', () => {
    const both = 'Op\nwaiter WidgetReady operation=A\nwaiter widgetReady operation=B';
    expect(said(both, 'Op\nwaiter WidgetReady operation=A')).toEqual([`no effect: waiter-removed, ${why}`]);
    expect(said('Op\nwaiter widgetReady operation=B', both)).toEqual([`no effect: waiter-added, ${why}`]);
  });

  test('calls the same method', () => {
    expect(said('Op\nwaiter Ready operation=GetDBs', 'Op\nwaiter Ready operation=GetDbs')).toEqual([
      `no effect: waiter-changed, ${why}`,
    ]);
  });
});
