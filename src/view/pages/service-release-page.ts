/** The changes of one release in one service: the team's note, then the changes by operation. */
import { cardsOf, type MigrationRow, migrationOf } from '../../diff/catalogue.ts';
import type { Change, Severity } from '../../model/index.ts';
import type { Release, ServiceRelease } from '../../store/types.ts';
import { type ChangeCard, changeCards } from '../changes/change-card.ts';
import { type ReleaseSections, releaseSections, wireTitle, wordsTitle } from '../changes/release-sections.ts';
import {
  type CountView,
  countViews,
  type GlyphCount,
  glyphCounts,
  statusWords,
  totalWords,
} from '../changes/severity-view.ts';
import { operationUrl } from '../fields/reference-plan.ts';
import { proseHtml } from '../prose/prose-html.ts';
import { type PageHead, pageHead, type Site } from '../site/site.ts';
import { type Wanted, wantedServices } from '../site/units.ts';
import { nameAnchor } from '../site/urls.ts';
import { counted, listed, type Span, spans } from '../site/words.ts';
import { maxDiffs, recentReleases, releaseSyntax } from '../syntax/release-syntax.ts';
import { hasSyntax } from '../syntax/syntax-diff.ts';

/** The cards of one operation, of several, or of the whole service. */
export interface CardSection {
  readonly title: string;
  readonly code: boolean;
  readonly anchor: string;
  readonly url: string | null;
  readonly cards: readonly ChangeCard[];
}

export interface ServiceReleasePage {
  readonly head: PageHead;
  readonly release: Release;
  /** Its version numbers: `botocore 1.13.21, boto3 1.10.21`; empty where the release is not a version. */
  readonly numbers: string;
  readonly releaseUrl: string;
  readonly service: { readonly id: string; readonly title: string; readonly url: string | null };
  /** All changes of the service; null where it has no pages. */
  readonly changesUrl: string | null;
  readonly status: string | null;
  readonly counts: readonly GlyphCount[];
  /** What the counts count: `7 changes`. */
  readonly total: string;
  readonly notes: readonly { readonly category: string | null; readonly html: string }[];
  readonly sources: string;
  readonly sections: ReleaseSections;
  /**
   * A table by kind, for a release with very many changes of few kinds. Then the sections have only the changes that
   * break callers.
   */
  readonly migration: readonly MigrationRowView[] | null;
  readonly wireTitle: string;
  /** Changed descriptions, apart from the other changes. */
  readonly words: { readonly title: string; readonly cards: readonly ChangeCard[]; readonly more: string | null };
  /** The number of diffs that are open at first. */
  readonly openDiffs: number;
  /** A sentence for the case that only some changes have syntax. */
  readonly syntaxWords: string | null;
  /** A sentence for the case that there are no changes. */
  readonly empty: string | null;
  readonly newer: { readonly id: string; readonly url: string } | null;
  readonly older: { readonly id: string; readonly url: string } | null;
}

/** The addresses of all pairs of release and service. */
export function serviceReleasePaths(site: Site, wanted?: Wanted) {
  const { store, urls } = site;
  const entries = wantedServices(site, 'changes', wanted).flatMap((service) => store.serviceReleases({ service }));
  return entries.map(({ release, service }) => ({
    params: { release: urls.releaseSlug(release.id), service: urls.serviceSlug(service) },
    props: { release: release.id, service },
  }));
}

/** Makes the page of one service in one release. */
export function serviceReleasePage(site: Site, releaseId: string, serviceId: string): ServiceReleasePage {
  const { store, urls } = site;
  const all = store.serviceReleases({ service: serviceId });
  const at = all.findIndex(({ release }) => release.id === releaseId);
  const entry = all[at];
  if (entry === undefined) throw new Error(`Unexpected release \`${releaseId}\`, expected one of \`${serviceId}\``);
  const changes = store.changes(serviceId, releaseId);
  const older = all[at + 1]?.release;
  const described = store.descriptions(serviceId, releaseId);
  const syntax = releaseSyntax(site, serviceId, entry.release);
  const migration = migrationOf(cardsOf(changes));
  const shown = syntax?.size ?? 0;
  const sections = releaseSections(
    site,
    serviceId,
    migration === null ? changes : changes.filter(isTold),
    syntax ?? new Map(),
  );
  const counts = glyphCounts(entry.counts, described.length);
  const link = (to: ServiceRelease | undefined) =>
    to === undefined ? null : { id: to.release.id, url: urls.serviceRelease(to.release.id, serviceId) };
  const known = store.services().some(({ id }) => id === serviceId);
  return {
    head: pageHead(site, {
      title: `${serviceId} in ${releaseId}: what changed`,
      description: `What release ${releaseId} changed in the API of ${entry.title}: ${countWords(countViews(entry.counts))}.`,
      url: urls.serviceRelease(releaseId, serviceId),
      section: 'releases',
      crumbs: [
        { label: 'Releases', url: urls.releases() },
        { label: releaseId, url: urls.release(releaseId) },
      ],
      service: { id: serviceId, title: entry.title },
      origin: { release: entry.release, source: listed(entry.sources) },
      json: urls.api('releases', urls.releaseSlug(releaseId)),
    }),
    release: entry.release,
    numbers: store.numbersOf(releaseId).join(', '),
    releaseUrl: urls.release(releaseId),
    service: { id: serviceId, title: entry.title, url: known ? urls.service(serviceId) : null },
    changesUrl: known ? urls.serviceChanges(serviceId) : null,
    status: statusWords(entry),
    ...{ counts, total: totalWords(counts) },
    notes: entry.notes.map(({ category, text }) => ({ category, html: proseHtml(text, { headings: 3 }) })),
    sources: listed(entry.sources),
    sections,
    migration: migration?.map((row) => migrationRowView(site, row, changes)) ?? null,
    wireTitle: wireTitle(sections.wire.length),
    words: wordsView(site, serviceId, sections.words, described),
    openDiffs,
    syntaxWords:
      syntax !== null || !changes.some(hasSyntax) ? limitWords(shown) : oldWords(serviceId, entry.release, older),
    empty: changes.length > 0 ? null : emptyWords(entry, described.length),
    newer: link(all[at - 1]),
    older: link(all[at + 1]),
  };
}

/**
 * In a migration, the changes that break callers and those of the wire still have cards. The rest is only in the table.
 */
function isTold({ severity, audience }: Change): boolean {
  return severity === 'breaking' || audience === 'wire';
}

/** One kind of a migration. */
export interface MigrationRowView {
  readonly kind: string;
  readonly url: string;
  readonly severity: Severity;
  readonly count: string;
  /** The keys of its changes. Links to one of them lead to the row. */
  readonly keys: readonly string[];
  readonly examples: readonly (readonly Span[])[];
}

function migrationRowView(
  site: Site,
  { kind, severity, count, examples }: MigrationRow,
  changes: readonly Change[],
): MigrationRowView {
  const own = changes.filter((change) => change.kind === kind && change.severity === severity && !isTold(change));
  return {
    keys: own.map(({ key }) => key),
    kind,
    url: site.urls.rule(kind),
    severity,
    count: count.toLocaleString('en'),
    examples: examples.map((example) => spans(example)),
  };
}

/** Counts in one line: `1 breaks callers, 3 may break`. */
export function countWords(counts: readonly CountView[]): string {
  return counts.length === 0 ? 'no changes' : counts.map(({ words, count }) => `${count} ${words}`).join(', ');
}

/** Cards of the service first, then those of several operations, then by operation. */
export function cardSections(site: Site, service: string, cards: readonly ChangeCard[]): readonly CardSection[] {
  const byPlace = Map.groupBy(cards, (card) => {
    const [operation, ...more] = card.touched;
    return operation === undefined ? wholeService : more.length > 0 ? several : operation;
  });
  const operations = [...byPlace.keys()].filter((key) => key !== wholeService && key !== several).sort();
  const section = (title: string, anchor: string, own: readonly ChangeCard[] | undefined): readonly CardSection[] =>
    own === undefined ? [] : [{ title, code: false, anchor, url: null, cards: own }];
  return [
    ...section('The service', 'service', byPlace.get(wholeService)),
    ...section('In several operations', 'several', byPlace.get(several)),
    ...operations.map((operation) => ({
      title: operation,
      code: true,
      anchor: nameAnchor('operation', operation),
      url: operationUrl(site, service, operation),
      cards: byPlace.get(operation) ?? [],
    })),
  ];
}

function limitWords(shown: number): string | null {
  return shown < maxDiffs ? null : `The syntax is shown for the first ${maxDiffs} changes that it can show.`;
}

function oldWords(service: string, release: Release, older: Release | undefined): string {
  const words = `The syntax around changes is shown for the newest ${recentReleases} releases.`;
  if (release.version === null || older?.version == null) return words;
  return `${words} For this one: apidelta between ${service} ${older.version} ${release.version} --syntax`;
}

function wordsView(
  site: Site,
  service: string,
  statements: readonly ChangeCard[],
  all: readonly Change[],
): ServiceReleasePage['words'] {
  const shown = all.slice(0, maxDescriptions);
  const more = all.length - shown.length;
  return {
    title: wordsTitle(statements.length, all.length),
    cards: [...changeCards(site, shown), ...statements],
    more: more === 0 ? null : `${counted(more, 'description')} more changed: apidelta log ${service} --docs tells all.`,
  };
}

function emptyWords({ status }: ServiceRelease, described: number): string {
  if (described > 0) return 'Nothing of the API changed, only how it is described.';
  if (status === 'first') return 'This is the earliest state that is known, so there is nothing to compare it with.';
  return 'No changes were found, or the source does not show them.';
}

// Names of operations contain no space, so these keys cannot be such a name.
const wholeService = 'the service';
const several = 'several operations';
/** The number of diffs that are open at first: those of the worst changes. */
const openDiffs = 5;
/** The most changed descriptions on one page. */
const maxDescriptions = 20;
