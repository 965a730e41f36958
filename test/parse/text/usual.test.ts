/** A text without unusual characters is not looked through again: its result is the one that the whole way gives. */
import { expect, test } from 'vitest';
import { Messages } from '../../../src/parse/messages.ts';
import { cleanText, isUsual } from '../../../src/parse/text/clean.ts';
import { layOut } from '../../../src/parse/text/layout.ts';
import { Random } from '../../generate/random.ts';

const plain = ['word', 'x', ' ', '  ', '    ', '\n', '\n\n', '\r\n', '\u00a0', '•', '“', '\u00e9', "'A'|'B'"];
const odd = ['\t', '\u200b', '\u3000', '\ufeff', 'Ã©', 'â€™', '\u2003'];

test('with and without the shortcut', () => {
  const random = new Random(11);
  const seen = { usual: 0, unusual: 0, laidOut: 0 };
  for (let round = 0; round < 3_000; round++) {
    const pieces = random.chance(0.5) ? plain : [...plain, ...odd];
    const text = Array.from({ length: random.whole(1, 14) }, () => random.pick(pieces)).join('');
    const usual = isUsual(text);
    const [fast, slow] = [usual, false].map((shortcut) => {
      const messages = new Messages('a.txt');
      const clean = cleanText(text, messages, shortcut);
      return { clean, said: messages.list.map(String), layout: layOut(clean, 'plain', shortcut)?.text };
    });
    expect(fast, JSON.stringify(text)).toEqual(slow);
    seen[usual ? 'usual' : 'unusual']++;
    if (fast?.layout !== undefined) seen.laidOut++;
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
});
