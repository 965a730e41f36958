/** What was unpacked last is kept, as long as there is room. */
import { expect, test } from 'vitest';
import { LastBytes } from '../../../src/store/packing/last-bytes.ts';
import { forSeeds } from '../../generate/random.ts';

test('what was put last is there, as much as there is room for', () => {
  forSeeds(30, (random) => {
    const kept = new LastBytes(100);
    let put: { readonly name: string; readonly bytes: Buffer }[] = [];
    for (let step = 0; step < 60; step++) {
      const bytes = Buffer.alloc(random.whole(0, 60));
      const name = `${step}`;
      kept.set(name, bytes);
      put.push({ name, bytes });
      while (put.reduce((sum, one) => sum + one.bytes.length, 0) > 100) put = put.slice(1);
      for (const one of put) expect(kept.get(one.name)).toBe(one.bytes);
      expect(kept.get(`${step - put.length}`)).toBeUndefined();
    }
  });
});

test('what is larger than all of the room is not kept, and drives nothing out', () => {
  const kept = new LastBytes(10);
  const small = Buffer.alloc(5);
  kept.set('small', small);
  kept.set('large', Buffer.alloc(11));
  expect(kept.get('large')).toBeUndefined();
  expect(kept.get('small')).toBe(small);
  // The same name again is the same content, and takes no more room.
  for (let again = 0; again < 5; again++) kept.set('small', small);
  expect(kept.get('small')).toBe(small);
});

test('what fills the room is kept', () => {
  const kept = new LastBytes(10);
  const whole = Buffer.alloc(10);
  kept.set('whole', whole);
  expect(kept.get('whole')).toBe(whole);
});
