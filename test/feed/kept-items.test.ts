/** Items that are kept between builds: made again only where a release says something else of the service. */
import { expect, test } from 'vitest';
import { type FeedFileName, feedFiles, feedText } from '../../src/feed/feed-files.ts';
import type { KeptParts, Unit } from '../../src/view/site/units.ts';
import { changeOf } from '../changes-by-hand.ts';
import { fixtureSite } from '../fixture-site.ts';
import { releaseOf, serviceRelease, siteWith } from './feeds-by-hand.ts';

const unit: Unit = { kind: 'changes', id: 'tea' };

/** Keeps every value, and gives it to whoever makes it the next time. */
function partsInMemory(): KeptParts {
  const kept = new Map<string, string>();
  return {
    of<T>({ kind, id }: Unit, part: string, make: (last: T | undefined) => T): T {
      const key = `${kind} ${id} ${part}`;
      const known = kept.get(key);
      const value = make(known === undefined ? undefined : (JSON.parse(known) as T));
      kept.set(key, JSON.stringify(value));
      return value;
    },
    last: () => undefined,
    keep() {},
  };
}

/** What a build reads for the items of a service, and its feeds. `stamps`: by release. */
function built(
  parts: KeptParts | undefined,
  stamps: Readonly<Record<string, string>>,
  { base = '/docs/', title = 'Tea' } = {},
): { readonly read: readonly string[]; readonly texts: readonly string[] } {
  const read: string[] = [];
  const releases = Object.keys(stamps).map((id) => releaseOf(`${id} 2025-03-0${id.at(-1)}`));
  const entries = releases.map((release) => serviceRelease(release, 'tea', { title }));
  const changes = (service: string, release: string) => {
    read.push(release);
    return [changeOf('operation-added', `New${stamps[release]}`, { service, key: `key-${release}`, places: [] })];
  };
  const more = { releaseStamps: () => new Map(Object.entries(stamps)) };
  const site = siteWith(releases, entries, changes, more, fixtureSite(base));
  const files = feedFiles(site, { unit, ...(parts && { parts }) });
  return { read: [...new Set(read)], texts: files.map(({ file }: { file: FeedFileName }) => feedText(site, file)) };
}

test('an item is made again where its release says something else, or has another address or title', () => {
  const parts = partsInMemory();
  const builds: readonly (readonly [stamps: Record<string, string>, made: readonly string[], more?: object])[] = [
    [{ '1.2': 'b', '1.1': 'a' }, ['1.2', '1.1']],
    [{ '1.2': 'b', '1.1': 'a' }, []],
    [{ '1.3': 'c', '1.2': 'b', '1.1': 'a' }, ['1.3']],
    [{ '1.3': 'c', '1.2': 'x', '1.1': 'a' }, ['1.2']],
    [{ '1.3': 'c', '1.1': 'a' }, []],
    [{ '1.3': 'c', '1.1': 'a' }, ['1.3', '1.1'], { base: '/' }],
    [{ '1.3': 'c', '1.1': 'a' }, ['1.3', '1.1'], { base: '/', title: 'Green tea' }],
  ];
  for (const [stamps, made, more = {}] of builds) {
    const kept = built(parts, stamps, more);
    expect(kept.read).toEqual(made);
    expect(kept.texts).toEqual(built(undefined, stamps, more).texts);
  }
});
