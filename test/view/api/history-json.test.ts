/** The releases of a history: what has no net is told release by release, and what a release does not have is absent. */
import { expect, test } from 'vitest';
import type { Change } from '../../../src/model/index.ts';
import { historyJson } from '../../../src/view/api/history-json.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { changeOf } from '../../changes-by-hand.ts';
import { fixtureSite } from '../../fixture-site.ts';

/** The one release of a history with these changes and so many changed descriptions. */
function releaseWith(changes: readonly Change[], described = 0, beside = false) {
  const site = fixtureSite();
  const [release] = site.store.releases();
  if (release === undefined) throw new Error('expected a release');
  const { facts } = site.store.factHistory('elbv2');
  const store = {
    ...site.store,
    changes: () => changes,
    described: () => (described === 0 ? [] : [{ release, count: described }]),
    factHistory: () => ({ facts, releases: [{ release, service: 'elbv2', beside }] }),
  };
  return historyJson({ ...site, store, memory: new Memory() }, 'elbv2').releases[0];
}

const limits = (count: number) => Array.from({ length: count }, (_, at) => changeOf(`limit-${at}`, `v${at}`));

test('a release without anything has only its name, its day and its address', () => {
  expect(Object.keys(releaseWith([]) ?? {})).toEqual(['id', 'date', 'url']);
});

test('twelve steps are told, and the others counted', () => {
  expect(releaseWith(limits(12))).not.toHaveProperty('moreSteps');
  expect(releaseWith(limits(12))?.steps).toHaveLength(12);
  expect(releaseWith(limits(13))).toMatchObject({ moreSteps: 1 });
  expect(releaseWith(limits(13))?.steps).toHaveLength(12);
});

test('changed descriptions are counted, and a release beside the line says so', () => {
  expect(releaseWith([], 2)).toMatchObject({ descriptions: 2 });
  expect(releaseWith([], 0, true)).toMatchObject({ beside: true });
});

test('what has a net is no step', () => {
  expect(releaseWith([changeOf('field-added', 'A')])).not.toHaveProperty('steps');
});

test('of a step that may break only the places are told where it may', () => {
  const place = (direction: 'request' | 'response', path: string, severity: 'dangerous' | 'safe') => ({
    ...{ operation: 'Brew', direction, path, severity },
  });
  const [made] = limits(1);
  if (made === undefined) throw new Error('expected a change');
  const places = [
    ...Array.from({ length: 8 }, (_, at) => place('response', `R${at}`, 'safe')),
    ...Array.from({ length: 7 }, (_, at) => place('request', `Q${at}`, 'dangerous')),
  ];
  const step = releaseWith([{ ...made, severity: 'dangerous', places }])?.steps?.[0];
  expect(step?.places?.map(([, direction, path]) => `${direction}.${path}`)).toEqual([
    ...['request.Q0', 'request.Q1', 'request.Q2', 'request.Q3', 'request.Q4', 'request.Q5'],
  ]);
  expect(step?.morePlaces).toBe(1);
});
