/** Damages bytes in the ways in which real inputs are damaged, and in some that only somebody hostile would think of. */
import type { Random } from '../generate/random.ts';

const tokens = [
  '\0',
  '\r',
  '\u2028',
  '\ufeff',
  '\ud800',
  '&',
  '<script>',
  '</pre>',
  '``',
  '**',
  '`_',
  "'",
  '"',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '{key}',
  '[]',
  '\\',
  '..',
  '.. py:method:: X.Client.go()',
  ':type A: dict',
  '- **A** *(dict) --*',
  '2025/11/13 - X - 1 new api methods',
  '__proto__',
  'constructor',
  '../../../evil',
  '/etc/passwd',
  'null',
  '-0',
  '1e999',
  '{"shape":"A"}',
  '\u001b[31m',
  '::error::',
  '%s%n',
];

/** One input with one to eight things wrong with it. */
export function mutated(random: Random, bytes: Buffer): Buffer {
  let now = bytes;
  for (let count = random.whole(1, 8); count > 0; count--) now = step(random, now);
  return now;
}

function step(random: Random, bytes: Buffer): Buffer {
  const [from, to] = range(random, bytes.length);
  const [head, piece, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (random.whole(0, 8)) {
    case 0:
      return head;
    case 1:
      return Buffer.concat([head, tail]);
    case 2:
      return Buffer.concat([head, piece, piece, tail]);
    case 3:
      return Buffer.concat([head, Buffer.from(piece).reverse(), tail]);
    case 4: {
      const copy = Buffer.from(bytes);
      for (let count = random.whole(1, 20); count > 0 && copy.length > 0; count--)
        copy[random.whole(0, copy.length - 1)] = random.whole(0, 255);
      return copy;
    }
    case 5:
      return Buffer.concat([head, Buffer.from(random.pick(tokens).repeat(random.pick([1, 1, 3, 2000]))), tail]);
    case 6: {
      // A word of the input in another place: a name twice, a reference to itself.
      const words = piece.toString('latin1').match(/\w+/g) ?? ['A'];
      return Buffer.concat([head, Buffer.from(random.pick(words)), tail]);
    }
    case 7:
      return Buffer.concat([head, Buffer.from(piece.toString('latin1').replace(/\d/g, '9'), 'latin1'), tail]);
    default: {
      const lines = bytes.toString('latin1').split('\n');
      const at = random.whole(0, lines.length - 1);
      lines.splice(random.whole(0, lines.length), 0, ...lines.splice(at, random.whole(1, 10)));
      return Buffer.from(lines.join('\n'), 'latin1');
    }
  }
}

/** Mostly a short piece, sometimes any. */
function range(random: Random, length: number): readonly [number, number] {
  const from = random.whole(0, length);
  const most = random.chance(0.8) ? Math.min(length, from + 200) : length;
  return [from, random.whole(from, most)];
}
