/** Limits that a number of JavaScript cannot hold are kept and compared to the last digit. */
import { expect, test } from 'vitest';
import { isLess, limitOf } from '../../src/model/index.ts';
import { Random } from '../generate/random.ts';

test.each([
  [1, 1],
  [0.5, 0.5],
  ['9007199254740993', '9007199254740993'],
  ['-9223372036854775808', '-9223372036854775808'],
  ['9'.repeat(42), '9'.repeat(42)],
  // A number holds these exactly.
  ['9007199254740991', 9007199254740991],
  ['1000000000000000', 1000000000000000],
  // No whole numbers, or none that anything is limited to.
  ['1', undefined],
  ['9223372036854775807.0', undefined],
  ['1e300', undefined],
  ['9'.repeat(401), undefined],
  ['', undefined],
  [null, undefined],
  [{}, undefined],
])('%j is the limit %j', (written, limit) => {
  expect(limitOf(written)).toBe(limit);
});

test('whole numbers of any length are ordered as their digits say, and as numbers where these are exact', () => {
  const random = new Random(11);
  const digits = () => {
    const length = 1 + random.whole(0, 24);
    const text = Array.from({ length }, () => random.whole(0, 9))
      .join('')
      .replace(/^0+(?=\d)/, '');
    return text !== '0' && random.chance(0.5) ? `-${text}` : text;
  };
  const limit = (text: string) => limitOf(text) ?? Number(text);
  let far = 0;
  for (let round = 0; round < 2000; round++) {
    const a = digits();
    const b = random.chance(0.3) ? `${a.slice(0, -1)}${random.whole(0, 9)}`.replace(/^-?$|^-0$/, '0') : digits();
    const [one, other] = [limit(a), limit(b)];
    expect(isLess(one, other), `${a} ${b}`).toBe(BigInt(a) < BigInt(b));
    if (typeof one === 'string' && Number(a) === Number(b) && a !== b) far++;
  }
  expect(far).toBeGreaterThan(20);
  expect([isLess('9223372036854775807', 1.5), isLess(1.5, '9223372036854775807')]).toEqual([false, true]);
});
