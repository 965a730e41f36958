/** The order of versions. */
import { compare, valid } from '@renovatebot/pep440';
import { expect, test } from 'vitest';
import { compareVersions, isVersion, plainVersion } from '../../src/model/versions.ts';
import { findGrowth } from '../generate/growth.ts';
import { forSeeds, Random } from '../generate/random.ts';

/** In the order of PEP 440. */
const ordered =
  '0.107.0 1.0.dev1 1.0.0a1.dev1 1.0.0a1 1.0.0a2 1.0.0a10 1.0.0b1 1.0.0rc1 1.0.0 1.0.0+local.2 1.0.0+local.10 1.0.0.post1.dev1 1.0.0.post1 1.0.1 1.2.4 1.10.0 1.40.72 1.40.73 2.0.0-beta.2 2.0.0-rc.1 2.0.0 99999999999999999999.1 1!0.1'.split(
    ' ',
  );

test('orders versions as PEP 440 does', () => {
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
});

test('orders as an independent reading of PEP 440 does, whatever versions are made of', () => {
  const random = new Random(440);
  const number = () => String(random.whole(0, 11));
  const part = (likely: number, make: () => string) => (random.chance(likely / 100) ? make() : '');
  const version = () =>
    part(10, () => 'v') +
    part(10, () => `${number()}!`) +
    Array.from({ length: random.whole(2, 3) }, () => random.whole(0, 1)).join('.') +
    part(
      40,
      () =>
        `${random.pick(['', '.', '-', '_'])}${random.pick(['a', 'alpha', 'b', 'beta', 'c', 'rc', 'pre', 'preview'])}${part(80, number)}`,
    ) +
    part(30, () => `${random.pick(['.', '-', '_'])}${random.pick(['post', 'rev', 'r'])}${part(80, number)}`) +
    part(30, () => `${random.pick(['.', '-', '_'])}dev${part(80, number)}`) +
    part(20, () => `+${random.pick(['ubuntu', '1', 'a.10', 'a.9', 'a-b'])}`);
  for (let round = 0; round < 5_000; round++) {
    const [a, b] = [version(), version()];
    expect([isVersion(a), valid(a)], a).toEqual([true, a]);
    // Spellings of one version are apart in ours, in an order of their own.
    const order = Math.sign(compare(a, b));
    if (order !== 0) expect(Math.sign(compareVersions(a, b)), `${a} ${b}`).toBe(order);
  }
});

test('is a total order: 0 for equal texts only, turned when swapped, transitive', () => {
  const texts = [...ordered, 'v1.0.0', '1.0', '2025-11-13', 'main', '', '1.0.0-1', 'latest'];
  for (const a of texts) {
    for (const b of texts) {
      expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a)), `${a} ${b}`).toBe(0);
      expect(compareVersions(a, b) === 0).toBe(a === b);
      for (const c of texts)
        if (compareVersions(a, b) < 0 && compareVersions(b, c) < 0) expect(compareVersions(a, c)).toBeLessThan(0);
    }
  }
});

test('what is no version comes after all that are, days by their order', () => {
  expect(['main', '2025-11-13', '1.0', '2024-01-01'].sort(compareVersions)).toEqual([
    '1.0',
    '2024-01-01',
    '2025-11-13',
    'main',
  ]);
});

test('tells versions from days, numbers and words', () => {
  for (const text of ordered) expect(isVersion(text), text).toBe(true);
  expect(isVersion('v1.2')).toBe(true);
  expect(isVersion(`1.${'0'.repeat(98)}`)).toBe(true);
  for (const text of [
    '2015-12-01',
    '2015',
    'v2',
    'main',
    '',
    '1.',
    '.1',
    '1.0-',
    '1.0.0-1',
    '1.2.x',
    `1.${'0'.repeat(99)}`,
  ])
    expect(isVersion(text), text).toBe(false);
  expect(['v1.2.3', '1.2.3', 'version'].map(plainVersion)).toEqual(['1.2.3', '1.2.3', 'version']);
});

test('takes time that grows with the text, not faster', () => {
  const long = (size: number) => () => {
    isVersion(`1${'.1'.repeat(size / 2)}x`);
    compareVersions('9'.repeat(size), `${'9'.repeat(size)}a`);
  };
  expect(findGrowth(long, 0.04)).toBeUndefined();
});

test('versions of numbers alone are in the order that the grammar gives', () => {
  forSeeds(300, (random) => {
    const number = () => random.pick(['0', '00', '1', '01', '9', '10', `${random.whole(0, 999)}`]);
    const version = () => Array.from({ length: random.whole(1, 4) }, number).join('.');
    const [a, b] = [version(), version()];
    // With a `v` in front it is read by the grammar.
    expect(Math.sign(compareVersions(a, b)), `${a} ${b}`).toBe(Math.sign(compareVersions(`v${a}`, `v${b}`)));
  });
});

test.each(['1..2', '.1', '1.', '', '.', '1.2a', '1/2', '1:2'])('`%s` is no version of numbers alone', (text) => {
  for (const other of ['1.2', '1.10', '0.0'])
    expect(Math.sign(compareVersions(text, other))).toBe(
      isVersion(text) ? Math.sign(compareVersions(`v${text}`, `v${other}`)) : 1,
    );
});
