/** The table of traits says of each what it means, and why it is not read or which changes it makes. */
import { expect, test } from 'vitest';
import { traits } from '../../src/model/traits.ts';

test('every trait says what it means, in words', () => {
  for (const { name, at, means, rule, unread } of traits) {
    expect(name, JSON.stringify(at)).toMatch(/^[a-z]\w+$/i);
    expect(means, name).toMatch(/^\w.*\w$/);
    if (rule === null) expect(unread, name).toMatch(/^\w.*\w$/);
    else expect(rule, name).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
  }
});
