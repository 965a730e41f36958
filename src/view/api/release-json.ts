/** A release, all releases, and the releases of a month, as JSON for programs. */
import { cardSentence, cardsOf } from '../../diff/catalogue.ts';
import type { Change, Severity } from '../../model/index.ts';
import type { Counts, Release, ServiceRelease } from '../../store/types.ts';
import { isNews } from '../changes/feed-entry.ts';
import { headlines } from '../changes/headline.ts';
import { describedCount } from '../changes/release-entry.ts';
import { proseMarkdown } from '../prose/prose-markdown.ts';
import { proseSummary } from '../prose/prose-text.ts';
import { allServiceReleases, type Site } from '../site/site.ts';
import { type ApiJson, apiVersion } from './schemas.ts';

/** The newest release. An open page reads this to find out whether it is out of date. */
export function latestJson({ store }: Site): ApiJson<'latest'> {
  const releases = store.releases();
  const [newest] = releases;
  return {
    schemaVersion: apiVersion,
    newest: newest === undefined ? null : plainRelease(newest),
    services: store.services().length,
    releases: releases.length,
  };
}

/** Every release with the ids of the services that it changed. */
export function releasesJson(site: Site): ApiJson<'releases'> {
  const services = Map.groupBy(allServiceReleases(site), ({ release }) => release.id);
  return {
    schemaVersion: apiVersion,
    releases: site.store.releases().map((release) => ({
      ...plainRelease(release),
      services: (services.get(release.id) ?? []).map(({ service }) => service),
      url: site.urls.absolute(site.urls.release(release.id)),
    })),
  };
}

/** One release with every change of every service. */
export function releaseJson(site: Site, id: string): ApiJson<'release'> {
  const { store } = site;
  const release = store.releases().find((one) => one.id === id);
  if (release === undefined) throw new Error(`Unexpected release \`${id}\`, expected one that the store has`);
  return {
    schemaVersion: apiVersion,
    ...plainRelease(release),
    numbers: [...store.numbersOf(id)],
    notes: store.generalNotes(id).map(({ about, category, text }) => ({ about, category, text: proseMarkdown(text) })),
    services: store.serviceReleases({ release: id }).map((entry) => ({
      id: entry.service,
      title: entry.title,
      status: entry.status,
      counts: countsOf(entry.counts),
      notes: entry.notes.map(({ category, text }) => ({ category, text: proseMarkdown(text) })),
      sources: [...entry.sources],
      changes: changesJson(store.changes(entry.service, id)),
      descriptions: describedCount(site, entry.service, id),
    })),
  };
}

/** The news of one month, `2026-08`: the worst sentences of each service. */
export function monthJson(site: Site, month: string): ApiJson<'month'> {
  const entries = allServiceReleases(site).filter((entry) => entry.release.date?.startsWith(month) && isNews(entry));
  const byRelease = Map.groupBy(entries, ({ release }) => release.id);
  return {
    schemaVersion: apiVersion,
    month,
    releases: [...byRelease.values()].flatMap((all) => {
      const release = all[0]?.release;
      return release === undefined
        ? []
        : [
            {
              ...plainRelease(release),
              url: site.urls.release(release.id),
              services: all.map((entry) => monthEntry(site, entry)),
            },
          ];
    }),
  };
}

function monthEntry(site: Site, entry: ServiceRelease) {
  const lines = headlines(site.store.changes(entry.service, entry.release.id));
  const descriptions = describedCount(site, entry.service, entry.release.id);
  return {
    id: entry.service,
    title: entry.title,
    status: entry.status,
    counts: countsOf(entry.counts),
    ...(descriptions === 0 ? {} : { descriptions }),
    note: proseSummary(entry.notes[0]?.text, 200),
    url: site.urls.serviceRelease(entry.release.id, entry.service),
    lines: lines.slice(0, shownLines).map(({ severity, kind, title, key }) => ({
      severity,
      kind,
      sentence: title.map(({ text, code }) => (code ? `\`${text}\`` : text)).join(''),
      key,
    })),
    more: Math.max(0, lines.length - shownLines),
  };
}

type ChangeJson = ApiJson<'release'>['services'][number]['changes'][number];

/**
 * The changes of a service. All new values of an enum have the same places, in some releases a hundred times. The
 * places are printed once, and the others refer to them.
 */
function changesJson(changes: readonly Change[]): ChangeJson[] {
  const told: Told = { keyOf: new Map(), keys: new Set() };
  return cardsOf(changes).flatMap((card) => {
    const sentence = cardSentence(card);
    return card.changes.map(({ kind, value, shape, before, after, severity, audience, key, places, unlisted }) => ({
      ...{ kind, value, severity, audience, key },
      ...(key === card.key ? { sentence } : { group: card.key }),
      ...(shape === undefined ? {} : { shape }),
      // The schema's type has no read-only values.
      ...(before === undefined ? {} : { before: structuredClone(before) as never }),
      ...(after === undefined ? {} : { after: structuredClone(after) as never }),
      ...placesJson(told, key, placeList(places, severity)),
      ...(unlisted === undefined ? {} : { unlisted }),
    }));
  });
}

function placeList(places: Change['places'], severity: Severity): NonNullable<ChangeJson['places']> {
  return places.map(({ operation, direction, path, severity: own }) => ({
    ...{ operation, direction, path },
    ...(own === severity ? {} : { severity: own }),
  }));
}

/** What the earlier changes have printed. */
interface Told {
  /** The key of the change that has printed these places. */
  readonly keyOf: Map<string, string>;
  readonly keys: Set<string>;
}

/** The places of a change, or the key of an earlier change of the service with the same places. */
function placesJson(
  { keyOf, keys }: Told,
  key: string,
  places: NonNullable<ChangeJson['places']>,
): Pick<ChangeJson, 'places' | 'placesOf'> {
  const text = JSON.stringify(places);
  const same = keyOf.get(text);
  if (same !== undefined && places.length > 0) return { placesOf: same };
  // A trait of a member and the same trait of its shape can have one key. Such a key means the first of them.
  if (!keys.has(key)) keyOf.set(text, key);
  keys.add(key);
  return { places };
}

function plainRelease({ id, version, date }: Release) {
  return { id, version, date };
}

function countsOf({ breaking, dangerous, safe, docs, wire }: Counts) {
  return { breaking, dangerous, safe, docs, wire };
}

const shownLines = 12;
