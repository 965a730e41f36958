/** Tests how the values of an enum are laid out. */
import { expect, test } from 'vitest';
import { agesOf } from '../../../src/view/fields/field-age.ts';
import { valuesView } from '../../../src/view/fields/field-values.ts';
import { fixtureSite } from '../../fixture-site.ts';

const ages = agesOf(
  fixtureSite(),
  'elbv2',
  () => [],
  () => [],
);
const view = (values: readonly string[], anchors = true) =>
  valuesView(values, { ages, root: 'request', path: 'Size', own: null, anchors });
const sizes = (family: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${family}.${index}xlarge`);

test('twelve values are shown, more are folded', () => {
  expect(view([])).toBeNull();
  expect(view(sizes('c5', 12))).toMatchObject({ count: 12, folded: false });
  expect(view(sizes('c5', 13))).toMatchObject({ count: 13, folded: true });
});

test('many are grouped by what their names begin with, the small groups together at the end', () => {
  const groups = (values: readonly string[]) =>
    view(values)?.groups.map(({ label, values: own }) => [label, own.length]);
  expect(groups([...sizes('c5', 10), ...sizes('m5', 14)])).toEqual([[null, 24]]);
  expect(groups([...sizes('c5', 10), 'u-1.metal', ...sizes('m5', 14), 'plain'])).toEqual([
    ['c', 10],
    ['m', 14],
    ['other', 2],
  ]);
  expect(groups([...sizes('c5', 3), ...sizes('m5', 20), ...sizes('t3', 2)])).toEqual([
    ['c', 3],
    ['m', 20],
    ['other', 2],
  ]);
  // Among a hundred, generations stand apart; among fewer, those of one name stand together.
  expect(groups([...sizes('c5', 50), ...sizes('c6', 51)])).toEqual([
    ['c5', 50],
    ['c6', 51],
  ]);
  const runtimes = ['python2.7', 'python3.8', 'python3.15', ...Array.from({ length: 22 }, (_, at) => `nodejs${at}.x`)];
  expect(groups([...runtimes, 'provided'])).toEqual([
    ['python', 3],
    ['nodejs', 22],
    ['other', 1],
  ]);
  expect(groups(Array.from({ length: 30 }, (_, index) => `VALUE${index}`))).toEqual([[null, 30]]);
});

test('newer values are marked where most are not: a mark on all of them tells nothing', () => {
  const age = { label: '1.2.3', when: null, title: 'botocore 1.2.3', url: '/releases/1.2.3/' };
  const names = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`);
  const marksNewer = (newer: number, older: number) => {
    let asked = 0;
    // The first ones are newer.
    const newerAges = { ...ages, newer: () => (asked++ < newer ? age : null) };
    const at = { ages: newerAges, root: 'request', path: 'Size', own: null, anchors: true };
    return valuesView([...names('new', newer), ...names('old', older)], at)?.marksNewer;
  };
  expect([marksNewer(1, 12), marksNewer(10, 10), marksNewer(11, 10), marksNewer(20, 0)]).toEqual([
    ...[true, true, false, false],
  ]);
});

test('only the longest lists of a heavy page have no anchors', () => {
  const first = (count: number, anchors: boolean) => view(sizes('c5', count), anchors)?.groups[0]?.values[0]?.anchor;
  expect([first(200, false), first(201, false), first(201, true)]).toEqual([
    ...['request.Size=c5.0xlarge', null, 'request.Size=c5.0xlarge'],
  ]);
});

test('two hundred values have anchors, more only where there is room for them', () => {
  const anchored = (count: number, anchors: boolean) => {
    const all = view(sizes('c5', count), anchors)?.groups.flatMap(({ values }) => values) ?? [];
    return all.filter(({ anchor }) => anchor !== null).length;
  };
  expect([anchored(200, false), anchored(201, false), anchored(201, true)]).toEqual([200, 0, 201]);
});
