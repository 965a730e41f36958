/** Sites with as many releases and services as a test wants, and feeds with as much in them. */
import type { Feed, FeedItem } from '../../src/feed/feed.ts';
import type { Change } from '../../src/model/index.ts';
import type { Release, ServiceRelease, StoreReader } from '../../src/store/types.ts';
import type { Site } from '../../src/view/site/site.ts';
import { changeOf } from '../changes-by-hand.ts';
import { fixtureSite } from '../fixture-site.ts';

export const noCounts = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };

/** A service in a release, with one change where the test says nothing else. */
export function serviceRelease(release: Release, service: string, more: Partial<ServiceRelease> = {}): ServiceRelease {
  return {
    ...{ release, service, title: `Title of ${service}`, status: 'changed', counts: { ...noCounts, safe: 1 } },
    ...{ notes: [], sources: ['documentation'], ...more },
  };
}

/** A release: `1.3`, `1.3 2025-03-01` where its day is known, `1.3 2025-03` its month, `1.3 2025-03-01T10:20:30Z` where its time is. */
export function releaseOf(text: string): Release {
  const [id = '', instant] = text.split(' ');
  if (instant === undefined) return { id, version: id, date: null };
  return { id, version: id, date: instant.slice(0, 10), ...(instant.includes('T') ? { time: instant } : {}) };
}

/** A site over the fixtures with other releases and what they did. `changes`: of each service in each release. */
export function siteWith(
  releases: readonly Release[],
  entries: readonly ServiceRelease[],
  changes: (service: string, release: string) => readonly Change[] = (service, release) => [
    changeOf('operation-added', `New${release}`, { service, key: `key-${release}`, places: [] }),
  ],
  more: Partial<StoreReader> = {},
  from: Site = fixtureSite('/docs/'),
): Site {
  const serviceReleases: StoreReader['serviceReleases'] = (filter = {}) =>
    entries.filter(
      ({ service, release }) =>
        (filter.service ?? service) === service && (filter.release ?? release.id) === release.id,
    );
  return {
    ...from,
    store: {
      ...from.store,
      ...{ releases: () => releases, serviceReleases, generalNotes: () => [], changes, ...more },
    },
  };
}

/** A feed of these items, which is the whole of it. */
export function feedOf(items: readonly FeedItem[]): Feed {
  return {
    ...{ id: 'tag:apidelta,2026:aws', title: 'API changes', description: 'What changed.' },
    ...{ url: 'https://docs.example.org/', selfUrl: 'https://docs.example.org/feed.xml' },
    ...{ chain: { current: null, older: null, newer: null }, items },
  };
}

/** An item, or what the test says of it. */
export function itemOf(more: Partial<FeedItem> = {}): FeedItem {
  return {
    ...{ id: 'tag:apidelta,2026:aws/1.0/s3', title: 's3: PutThing is new (1.0)', url: 'https://docs.example.org/1.0/' },
    ...{ time: '2025-01-02T03:04:05Z', sortTime: '2025-01-02T03:04:05Z', summary: 'Words.', html: '<p>Body</p>' },
    ...{ categories: ['S3'], ...more },
  };
}
