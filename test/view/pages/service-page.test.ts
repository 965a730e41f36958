/** The page of a service: tabs only for what it has, groups where there are enough operations, and the newest changes. */
import { expect, test } from 'vitest';
import type { OperationState, ServiceRelease, ServiceState } from '../../../src/store/types.ts';
import { servicePage } from '../../../src/view/pages/service-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { noCounts, releaseOf, serviceRelease } from '../../feed/feeds-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');
const elb = site.store.service('elbv2') as ServiceState;

function pageOf(more: Partial<ServiceState>, releases?: readonly ServiceRelease[]) {
  const store: Site['store'] = {
    ...site.store,
    service: () => ({ ...elb, ...more }),
    ...(releases === undefined ? {} : { serviceReleases: () => releases }),
  };
  return servicePage({ ...site, store, memory: new Memory() }, 'elbv2');
}

const labels = (more: Partial<ServiceState>, releases?: readonly ServiceRelease[]) =>
  pageOf(more, releases).tabs.map(({ label }) => label);

test('what a service does not have has no tab', () => {
  const nothing = { waiters: [], paginators: [], errors: [], clientContextParams: [] };
  expect(labels(nothing, [])).toEqual(['Operations', 'Shapes', 'About']);
  expect(labels({ ...nothing, waiters: [{ name: 'Ready' }] }, [])).toContain('Waiters');
  expect(labels({ ...nothing, paginators: [{ name: 'List' }] }, [])).toContain('Paginators');
  expect(labels({ ...nothing, errors: [{ name: 'TooHot' }] as unknown as ServiceState['errors'] }, [])).toContain(
    'Errors',
  );
  expect(labels({ ...nothing, clientContextParams: [{ name: 'A', type: 'string' }] }, [])).toContain('Settings');
  expect(labels(nothing, [serviceRelease(releaseOf('1.0 2025-01-01'), 'elbv2')])).toContain('Changes');
});

/** So many operations of a noun. */
function operations(...counts: readonly (readonly [noun: string, count: number])[]): readonly OperationState[] {
  const [first] = elb.operations;
  if (first === undefined) throw new Error('expected an operation');
  return counts.flatMap(([noun, count]) =>
    Array.from({ length: count }, (_, at): OperationState => {
      const name = `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at]}do${noun}`;
      return { ...first, operation: { ...first.operation, name } };
    }),
  );
}

test('what was removed is counted apart, at the top and above the list', () => {
  const [gone] = site.store.releases();
  const [one, two, three] = operations(['Cup', 3]);
  if (one === undefined || two === undefined || three === undefined || gone === undefined) throw new Error('expected');
  const counts = (...of: readonly OperationState[]) => {
    const { operationsTitle, facts, removed } = pageOf({ operations: of });
    return [operationsTitle, [facts[0], removed].filter((words) => words !== null).join(', ')];
  };
  const removed = (state: OperationState): OperationState => ({ ...state, removedIn: gone });
  const alive = (state: OperationState): OperationState => ({ ...state, removedIn: null });
  expect(counts(alive(one), removed(two), removed(three))).toEqual(Array(2).fill('1 operation, 2 removed'));
  expect(counts(alive(one), alive(two))).toEqual(Array(2).fill('2 operations'));
  expect(counts(removed(one), removed(two))).toEqual(Array(2).fill('2 operations'));
});

test('twenty-five operations of two nouns stand in groups, fewer or of one noun in a list', () => {
  const titles = (...counts: readonly (readonly [string, number])[]) =>
    pageOf({ operations: operations(...counts) }).groups.map(({ title, operations: own }) => [title, own.length]);
  expect(titles(['Cup', 13], ['Mug', 12])).toEqual([
    ['Cup', 13],
    ['Mug', 12],
  ]);
  expect(titles(['Cup', 12], ['Mug', 12])).toEqual([['', 24]]);
  expect(titles(['Cup', 26])).toEqual([['', 26]]);
  expect(titles(['Cup', 24], ['Mug', 2])).toEqual([
    ['Cup', 24],
    ['Other operations', 2],
  ]);
});

test('the changes of the twelve months before the newest one are shown, and five in any case', () => {
  const latest = (...days: readonly string[]) => {
    const releases = days.map((day, at) => serviceRelease(releaseOf(`1.${100 - at} ${day}`), 'elbv2'));
    const { latest: shown, latestTitle } = pageOf({}, releases);
    return [shown.length, latestTitle];
  };
  const year = (count: number) => Array.from({ length: count }, () => '2025-06-01');
  expect(latest(...year(6))).toEqual([6, 'Changes']);
  expect(latest(...year(6), '2024-06-02')).toEqual([7, 'Changes']);
  expect(latest(...year(6), '2024-06-01')).toEqual([6, 'Latest changes']);
  expect(latest('2025-06-01', '2020-01-05', '2020-01-04', '2020-01-03', '2020-01-02', '2020-01-01')).toEqual([
    5,
    'Latest changes',
  ]);
});

test('the newest twenty are in sight, the others of the year are folded', () => {
  const year = (count: number) =>
    Array.from({ length: count }, (_, at) => serviceRelease(releaseOf(`1.${100 - at} 2025-06-01`), 'elbv2'));
  const lengths = (count: number) => {
    const { latest, older } = pageOf({}, year(count));
    return [latest.length, older?.rows.length, older?.title];
  };
  expect(lengths(60)).toEqual([20, 40, '40 more of these twelve months']);
  // One line that says so is no shorter than a few rows.
  expect(lengths(24)).toEqual([24, undefined, undefined]);
  expect(lengths(25)).toEqual([20, 5, '5 more of these twelve months']);
});

test('releases without news are shown only where there are no others', () => {
  const quiet = (id: string) => serviceRelease(releaseOf(id), 'elbv2', { counts: noCounts });
  const loud = serviceRelease(releaseOf('1.2 2025-01-01'), 'elbv2');
  expect(pageOf({}, [quiet('1.3 2025-02-01'), loud]).latest).toHaveLength(1);
  expect(pageOf({}, [quiet('1.3 2025-02-01'), quiet('1.2 2025-01-01')]).latest).toHaveLength(2);
});
