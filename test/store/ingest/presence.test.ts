/** The text that the store keeps of a presence gives back the same presence, for services of any name. */
import { expect, test } from 'vitest';
import { formerName, type Presence, packPresence, unpackPresence } from '../../../src/store/ingest/presence.ts';
import { forSeeds } from '../../generate/random.ts';

test('packed and unpacked', () => {
  const texts: readonly [Presence, string][] = [
    [{ kind: 'shown' }, 'shown'],
    [{ kind: 'added' }, 'added'],
    [{ kind: 'removed' }, 'removed'],
    [{ kind: 'unread' }, 'unread'],
    [{ kind: 'renamed-from', service: 'aa' }, 'from aa'],
    [{ kind: 'renamed-to', service: 'aa' }, 'to aa'],
  ];
  for (const [presence, text] of texts) {
    expect(packPresence(presence)).toBe(text);
    expect(unpackPresence(text)).toEqual(presence);
  }
  expect(['', 'Shown', 'renamed-to', 'from', 'to'].map(unpackPresence)).toEqual(Array(5).fill(undefined));
});

test('generated names', () => {
  const parts = ['from ', 'to ', 'removed', ' ', 'aa', '~', '\n', 'é'];
  forSeeds(200, (random) => {
    const service = Array.from({ length: random.whole(0, 4) }, () => random.pick(parts)).join('');
    const kind = random.pick(['renamed-from', 'renamed-to'] as const);
    const presence: Presence = { kind, service };
    expect(unpackPresence(packPresence(presence))).toEqual(presence);
    expect(formerName(presence)).toBe(kind === 'renamed-from' ? service : undefined);
  });
});
