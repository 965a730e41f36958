/**
 * The fingerprint of a unit: a short text made from everything that its pages read. Equal fingerprints mean equal
 * pages.
 */
import { createHash } from 'node:crypto';
import type { Stamps } from '../../store/types.ts';
import { timeOf } from '../changes/feed-times.ts';
import { releaseMonths, toldMonths } from '../changes/release-lines.ts';
import { recentReleases } from '../syntax/release-syntax.ts';
import type { Site } from './site.ts';
import { fileSlug } from './slug.ts';
import { type Unit, unitName } from './units.ts';

/** Computes the fingerprints of units. They are valid for one version of the code and one address of the site. */
export function unitPrints(site: Site, stamps: Stamps): (unit: Unit) => string {
  const releases = site.store.releases().map(({ id }) => id);
  const recent = new Set(releases.slice(0, recentReleases));
  const places = new Map(releases.map((id, at) => [id, at]));
  const months = releaseMonths(site);
  const byMonth = Map.groupBy(site.store.releases(), ({ date }) => date?.slice(0, 7));
  const common = [stamps.store, site.hasTwins !== false, strangeNames(site, stamps), numbersOfNewest(site)];
  const reads: Readonly<Record<Unit['kind'], (id: string) => unknown>> = {
    reference: (id) => stamps.service(id),
    changes: (id) => [
      stamps.service(id),
      (stamps.services.get(id)?.releases ?? []).filter((release) => recent.has(release)),
    ],
    release(id) {
      const at = places.get(id) ?? 0;
      return [stamps.release(id), releases[at - 1] ?? null, releases[at + 1] ?? null];
    },
    month(id) {
      const at = months.indexOf(id);
      const all = (byMonth.get(id) ?? []).map((release) => stamps.release(release.id));
      return [all, months[at - 1] ?? null, months[at + 1] ?? null, at < toldMonths];
    },
    search: () => stamps.all,
    feeds: () => stamps.all,
    site: () => stamps.all,
  };
  return (unit) => hashOf([unitName(unit), common, reads[unit.kind](unit.id)]);
}

/**
 * Most addresses and times follow from a thing's own name and day. This lists the exceptions: if one of them changes,
 * all pages are made again.
 */
function strangeNames(site: Site, stamps: Stamps): unknown {
  const { store, urls } = site;
  const services = [...stamps.services.keys()].flatMap((id) =>
    urls.serviceSlug(id) === fileSlug(id) ? [] : [[id, urls.serviceSlug(id)]],
  );
  const releases = store.releases().flatMap(({ id, date, time }) => {
    const slug = urls.releaseSlug(id);
    if (slug === fileSlug(id) && (date !== null || time !== undefined)) return [];
    return [[id, slug, timeOf(site, id).sortTime]];
  });
  return [services, releases];
}

/** The names of the numbers of releases. Whether pages show examples for an SDK's command line depends on them. */
function numbersOfNewest({ store }: Site): readonly string[] {
  const [newest] = store.releases();
  return newest?.version == null ? [] : store.numbersOf(newest.version).flatMap((number) => number.split(' ', 1));
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
