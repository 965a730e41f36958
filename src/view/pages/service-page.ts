/** The page of one service: its operations, waiters, paginators, errors, and the facts its source could not tell. */
import type { ClientContextParam, Paginator, Waiter } from '../../model/index.ts';
import type { OperationState, ServiceRelease, ServiceState } from '../../store/types.ts';
import { isNews } from '../changes/feed-entry.ts';
import { type ReleaseEntry, releaseEntry } from '../changes/release-entry.ts';
import { type UnreadLine, unreadOfService } from '../changes/unread-states.ts';
import { unknownFacts } from '../fields/fact-words.ts';
import { operationState } from '../fields/reference-plan.ts';
import { nounGroups } from '../fields/resource-nouns.ts';
import { type ErrorLine, serviceErrors } from '../fields/service-errors.ts';
import { operationSince, type SinceView, serviceSince } from '../fields/since-view.ts';
import { proseHtml } from '../prose/prose-html.ts';
import { proseSummary, withoutTitle } from '../prose/prose-text.ts';
import { type FeedLink, feedLinks, type PageHead, pageHead, releaseUrl, type Site } from '../site/site.ts';
import { nameAnchor } from '../site/urls.ts';
import { counted } from '../site/words.ts';

export interface OperationLine {
  readonly name: string;
  readonly sdkName: string;
  readonly url: string;
  readonly summary: string;
  readonly since: SinceView | null;
  readonly deprecated: boolean;
  readonly removedIn: string | null;
}

/** A waiter or paginator. */
export interface HelperLine {
  readonly name: string;
  readonly anchor: string;
  readonly operation: string | null;
  readonly operationUrl: string | null;
  readonly details: readonly string[];
}

/** A client setting that the service accepts. */
export interface SettingLine {
  readonly name: string;
  readonly anchor: string;
  readonly type: string | null;
  readonly docs: string;
}

/** The operations about one resource. */
export interface OperationGroup {
  /** `Instance`, or `Other operations`; empty for a single group. */
  readonly title: string;
  readonly operations: readonly OperationLine[];
}

export interface ServicePage {
  readonly head: PageHead;
  readonly id: string;
  readonly title: string;
  readonly apiVersion: string | null;
  readonly uid: string | null;
  /** The introduction: its first block, and the folded rest. */
  readonly docs: { readonly first: string; readonly rest: string };
  readonly since: SinceView | null;
  readonly removedIn: { readonly label: string; readonly url: string } | null;
  /** Grouped by resource. */
  readonly groups: readonly OperationGroup[];
  readonly operationsTitle: string;
  readonly facts: readonly string[];
  /** `5 removed`, which leads to the first of them; null for none. */
  readonly removed: string | null;
  /** The parts of the page, as links to them. */
  readonly tabs: readonly { readonly label: string; readonly url: string }[];
  readonly waiters: readonly HelperLine[];
  readonly paginators: readonly HelperLine[];
  readonly clientContext: readonly SettingLine[];
  readonly errors: readonly ErrorLine[];
  readonly unknown: readonly string[];
  /** Releases in which the service could not be read. */
  readonly unread: readonly UnreadLine[];
  readonly sources: readonly string[];
  readonly latest: readonly ReleaseEntry[];
  /** The others of the last twelve months; null where all are in sight. */
  readonly older: { readonly title: string; readonly rows: readonly ReleaseEntry[] } | null;
  readonly latestTitle: string;
  readonly changesUrl: string;
  readonly compareUrl: string;
  readonly feeds: readonly FeedLink[];
  readonly breaking: readonly FeedLink[];
}

/** Makes the page of a service. */
export function servicePage(site: Site, id: string): ServicePage {
  const service = serviceOf(site, id);
  const { store, urls } = site;
  const releases = store.serviceReleases({ service: id });
  const documentation = withoutTitle(service.documentation);
  return {
    head: pageHead(site, {
      title: service.title,
      description: proseSummary(documentation) || `${operationWords(service)} of ${service.title}.`,
      url: urls.service(id),
      section: 'services',
      crumbs: [{ label: 'Services', url: urls.services() }],
      service,
      origin: { release: releases[0]?.release ?? service.asOf },
      json: urls.api('services', urls.serviceSlug(id)),
    }),
    id,
    title: service.title,
    apiVersion: service.apiVersion,
    uid: service.uid,
    docs: {
      first: proseHtml(documentation.slice(0, 1), { headings: 3 }),
      rest: proseHtml(documentation.slice(1), { headings: 3 }),
    },
    since: serviceSince(site, id),
    removedIn:
      service.removedIn === null ? null : { label: service.removedIn.id, url: releaseUrl(site, service.removedIn, id) },
    groups: operationGroups(site, service),
    operationsTitle: operationWords(service),
    removed: removedWords(service),
    facts: [
      counted(aliveCount(service), 'operation'),
      ...(service.apiVersion === null ? [] : [`API version ${service.apiVersion}`]),
    ],
    tabs: tabsOf(site, service, releases.length),
    waiters: service.waiters.map((waiter) => waiterLine(site, service, waiter)),
    paginators: service.paginators.map((paginator) => paginatorLine(site, service, paginator)),
    clientContext: settingLines(service),
    errors: serviceErrors(site, service),
    unread: unreadOfService(site, id),
    unknown: [...(service.complete ? [] : ['whether these are all operations']), ...serviceUnknowns(service)],
    sources: [...new Set(service.operations.map(({ source }) => source))].sort(),
    ...latestOf(lastYear(releases).map((entry) => releaseEntry(site, entry, 1))),
    latestTitle: releases.length > lastYear(releases).length ? 'Latest changes' : 'Changes',
    changesUrl: urls.serviceChanges(id),
    compareUrl: urls.compare(id),
    feeds: feedLinks(urls, service.title, id),
    breaking: feedLinks(urls, service.title, id, 'breaking'),
  };
}

/** A service of the store. It must exist, because pages are made from the store's list. */
export function serviceOf(site: Site, id: string): ServiceState {
  const service = site.store.service(id);
  if (service === null) throw new Error(`Unexpected service \`${id}\`, expected one that the store has`);
  return service;
}

function serviceUnknowns(service: ServiceState): readonly string[] {
  const missing = unknownFacts(service.facts);
  return service.complete ? missing : missing.filter((words) => !words.startsWith('whether'));
}

function tabsOf(site: Site, service: ServiceState, releases: number): ServicePage['tabs'] {
  const { waiters, paginators, errors, clientContextParams } = service;
  const tab = (label: string, anchor: string, is: boolean) => (is ? [{ label, url: `#${anchor}` }] : []);
  return [
    ...tab('Changes', 'changes', releases > 0),
    ...tab('Operations', 'operations', true),
    { label: 'Shapes', url: site.urls.shapes(service.id) },
    ...tab('Waiters', 'waiters', waiters.length > 0),
    ...tab('Paginators', 'paginators', paginators.length > 0),
    ...tab('Settings', 'client-context', clientContextParams.length > 0),
    ...tab('Errors', 'errors', errors.length > 0),
    ...tab('About', 'source', true),
  ];
}

function operationGroups(site: Site, service: ServiceState): readonly OperationGroup[] {
  const groups = nounGroups(service.operations, ({ operation }) => operation.name);
  const isOne = service.operations.length < smallService || groups.length < 2;
  if (isOne)
    return [{ title: '', operations: service.operations.map((state) => operationLine(site, service.id, state)) }];
  return groups.map(({ noun, operations }) => ({
    title: noun ?? 'Other operations',
    operations: operations.map((state) => operationLine(site, service.id, state)),
  }));
}

/** The releases of the last twelve months before the newest one, but at least a few. */
function lastYear(releases: readonly ServiceRelease[]): readonly ServiceRelease[] {
  const news = releases.filter(isNews);
  const all = news.length > 0 ? news : releases;
  const newest = all.find(({ release }) => release.date !== null)?.release.date ?? null;
  const from = newest === null ? null : `${Number(newest.slice(0, 4)) - 1}${newest.slice(4)}`;
  return all.filter(({ release: { date } }, at) => at < minReleases || (from !== null && date !== null && date > from));
}

/** A year of a busy service is a dozen screens of a phone, above its operations. */
function latestOf(rows: readonly ReleaseEntry[]): Pick<ServicePage, 'latest' | 'older'> {
  if (rows.length < inSight + fewMore) return { latest: rows, older: null };
  const title = `${rows.length - inSight} more of these twelve months`;
  return { latest: rows.slice(0, inSight), older: { title, rows: rows.slice(inSight) } };
}

/** `85 operations, 5 removed`: the page lists both, so one number alone would contradict what it counts. */
function operationWords(service: ServiceState): string {
  const removed = removedWords(service);
  return `${counted(aliveCount(service), 'operation')}${removed === null ? '' : `, ${removed}`}`;
}

/** Null where none was removed, or all: then the service was. */
function removedWords(service: ServiceState): string | null {
  const removed = service.operations.length - aliveCount(service);
  return removed === 0 ? null : `${removed.toLocaleString('en')} removed`;
}

/** Of a service that was removed, the number of all operations. */
function aliveCount({ operations }: ServiceState): number {
  return operations.filter(({ removedIn }) => removedIn === null).length || operations.length;
}

function operationLine(site: Site, service: string, state: OperationState): OperationLine {
  const { operation } = state;
  return {
    name: operation.name,
    sdkName: operation.sdkName,
    url: site.urls.operation(service, operation.name),
    summary: proseSummary(site.store.read(operation.documentation)),
    since: operationSince(site, service, operation.name),
    deprecated: operation.deprecated !== undefined,
    removedIn: state.removedIn?.id ?? null,
  };
}

function waiterLine(site: Site, service: ServiceState, waiter: Waiter): HelperLine {
  const { delay, maxAttempts } = waiter;
  return {
    ...helper(site, service, { kind: 'waiter', name: waiter.name, operation: waiter.operation ?? null }),
    details: [
      ...(delay === undefined ? [] : [`every ${counted(delay, 'second')}`]),
      ...(maxAttempts === undefined ? [] : [`at most ${counted(maxAttempts, 'time')}`]),
    ],
  };
}

function paginatorLine(site: Site, service: ServiceState, paginator: Paginator): HelperLine {
  const named = (label: string, names: readonly string[] | undefined): readonly string[] =>
    names === undefined || names.length === 0 ? [] : [`${label} ${names.join(', ')}`];
  return {
    ...helper(site, service, { kind: 'paginator', name: paginator.name, operation: paginator.name }),
    details: [
      ...named('sends', paginator.inputToken),
      ...named('receives', paginator.outputToken),
      ...named('limit', paginator.limitKey === undefined ? undefined : [paginator.limitKey]),
      ...named('results in', paginator.resultKey),
    ],
  };
}

/** The client settings; empty where the source has none. */
function settingLines({ clientContextParams }: ServiceState) {
  return clientContextParams.map(settingLine);
}

function settingLine({ name, type, documentation }: ClientContextParam): SettingLine {
  return {
    name,
    anchor: nameAnchor('client-context', name),
    type: type ?? null,
    docs: proseHtml(documentation, { headings: 4 }),
  };
}

interface Helper {
  readonly kind: 'waiter' | 'paginator';
  readonly name: string;
  readonly operation: string | null;
}

function helper(site: Site, service: ServiceState, { kind, name, operation }: Helper) {
  const known = operation !== null && operationState(site.memory, service, operation) !== null;
  return {
    name,
    anchor: nameAnchor(kind, name),
    operation,
    operationUrl: known ? site.urls.operation(service.id, operation) : null,
  };
}

/** At least this many releases are listed, even if they are older than a year. */
const minReleases = 5;
/** So many releases are in sight; so few more are not worth a fold. */
const inSight = 20;
const fewMore = 5;
/** With fewer operations, groups are not needed. */
const smallService = 25;
