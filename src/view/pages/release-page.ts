/** One release: the services that it changed. */
import type { Release } from '../../store/types.ts';
import { type CommonLine, commonLines } from '../changes/common-lines.ts';
import { type GeneralNoteView, generalNoteViews } from '../changes/general-notes.ts';
import { type ReleaseEntry, releaseEntry, summedCounts } from '../changes/release-entry.ts';
import { type GlyphCount, totalWords } from '../changes/severity-view.ts';
import { type UnreadLine, unreadInRelease } from '../changes/unread-states.ts';
import { worstEntriesFirst } from '../changes/worst-entries.ts';
import { type PageHead, pageHead, type Site } from '../site/site.ts';
import { type Wanted, wantedReleases } from '../site/units.ts';
import { counted } from '../site/words.ts';

export interface ReleasePage {
  readonly head: PageHead;
  readonly release: Release;
  /** Its version numbers: `botocore 1.13.21, boto3 1.10.21`; empty where the release is not a version. */
  readonly numbers: string;
  /** The team's notes that are about no service. */
  readonly notes: readonly GeneralNoteView[];
  /** Services that could not be read at this release. */
  readonly unread: readonly UnreadLine[];
  /** Changes that many services share. */
  readonly common: readonly CommonLine[];
  /** Where links to the row of a service lead that has none: it has no more to tell than what many share. */
  readonly saidAnchors: ReadonlyMap<string, string>;
  /** All services, worst first. */
  readonly entries: readonly ReleaseEntry[];
  /** Those with more to tell than what many share. */
  readonly rows: readonly ReleaseEntry[];
  readonly entriesTitle: string;
  readonly counts: readonly GlyphCount[];
  /** What the counts count: `7 changes`. */
  readonly total: string;
  /** The marks that a filter can choose from: those that the page has, where it has rows that differ. */
  readonly tones: readonly string[];
  /** Links to the rows of services, if there are many. */
  readonly jump: readonly { readonly id: string; readonly anchor: string }[];
  readonly newer: { readonly id: string; readonly url: string } | null;
  readonly older: { readonly id: string; readonly url: string } | null;
}

/** The addresses of all releases. */
export function releasePaths(site: Site, wanted?: Wanted) {
  const { urls } = site;
  return wantedReleases(site, wanted).map((id) => ({ params: { release: urls.releaseSlug(id) }, props: { id } }));
}

/** Makes the page of a release. */
export function releasePage(site: Site, id: string): ReleasePage {
  const { store, urls } = site;
  const releases = store.releases();
  const at = releases.findIndex((release) => release.id === id);
  const release = releases[at];
  if (release === undefined) throw new Error(`Unexpected release \`${id}\`, expected one that the store has`);
  const entries = store.serviceReleases({ release: id });
  const notes = generalNoteViews(site, id);
  const common = commonLines(site, entries);
  const all = worstEntriesFirst(entries.map((entry) => releaseEntry(site, entry, shownLines, common.said)));
  const rows = all.filter(({ isSaid }) => !isSaid);
  const link = (to: Release | undefined) => (to === undefined ? null : { id: to.id, url: urls.release(to.id) });
  const counts = summedCounts(site, entries);
  return {
    head: pageHead(site, {
      title: `Release ${id}`,
      description: `What release ${id} changed: ${counted(entries.length, 'service')}.`,
      url: urls.release(id),
      section: 'releases',
      crumbs: [{ label: 'Releases', url: urls.releases() }],
      origin: { release },
      hasTwin: true,
      json: urls.api('releases', urls.releaseSlug(id)),
    }),
    release,
    numbers: store.numbersOf(id).join(', '),
    notes,
    unread: unreadInRelease(site, id),
    common: common.lines,
    saidAnchors: new Map(all.flatMap(({ service, anchor, isSaid }) => (isSaid ? [[service, anchor]] : []))),
    entries: all,
    rows,
    entriesTitle: counted(entries.length, 'service'),
    ...{ counts, total: totalWords(counts) },
    tones: entries.length > 1 ? counts.map(({ glyph }) => glyph.tone) : [],
    jump: rows.length > shortList ? rows.map(({ service, anchor }) => ({ id: service, anchor })).sort(byId) : [],
    newer: link(releases[at - 1]),
    older: link(releases[at + 1]),
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

const shownLines = 5;
/** Fewer services need no links: they fit on the screen. */
const shortList = 12;
