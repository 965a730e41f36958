/**
 * All services and operations from A to Z, for readers without scripts. Long lists are split into pages by first
 * letters.
 */
import { currentOperations } from '../search/current-operations.ts';
import { operationAddress } from '../search/search-address.ts';
import { topic } from '../site/memory.ts';
import { shortTitle } from '../site/service-names.ts';
import { type Crumb, type PageHead, pageHead, type Site } from '../site/site.ts';
import { isWanted, type Wanted } from '../site/units.ts';
import { counted } from '../site/words.ts';

/** A name and its links. The name of an operation links to every service that has it. */
export interface IndexedName {
  readonly name: string;
  /** The title of a service; null for operations. */
  readonly title: string | null;
  readonly places: readonly { readonly label: string; readonly url: string }[];
}

export interface IndexPage {
  readonly head: PageHead;
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly IndexPart[];
  readonly names: readonly IndexedName[];
}

/** The page of a longer beginning. */
export interface IndexPart {
  readonly label: string;
  readonly url: string;
  readonly count: number;
  /** Its first and last name, so that a reader sees what is behind the link; only the first where there is one. */
  readonly ends: readonly string[];
}

/** The addresses of all pages except the first. */
export function indexPaths(site: Site, wanted?: Wanted) {
  if (!isWanted('search', wanted)) return [];
  return [...listings(site, wanted).keys()]
    .filter((beginning) => beginning !== '')
    .map((beginning) => ({
      params: { beginning: site.urls.index(beginning).split('/').at(-2) ?? '' },
      props: { beginning },
    }));
}

/** Makes the page of a beginning; an empty one means all names. */
export function indexPage(site: Site, beginning: string): IndexPage {
  const listing = listings(site).get(beginning);
  if (listing === undefined) throw new Error(`Unexpected beginning \`${beginning}\`, expected one with a page`);
  const { urls } = site;
  const title = beginning === '' ? 'Services and operations from A to Z' : `${listing.label} …`;
  const crumbs: readonly Crumb[] = [
    { label: 'Search', url: urls.search() },
    ...(beginning === '' ? [] : [{ label: 'A to Z', url: urls.index() }]),
    ...[...beginning].slice(1).flatMap((_, index) => {
      const above = listings(site).get(beginning.slice(0, index + 1));
      return above === undefined ? [] : [{ label: above.label, url: urls.index(above.beginning) }];
    }),
  ];
  return {
    head: pageHead(site, {
      title: beginning === '' ? title : `Services and operations that begin with ${listing.label}`,
      description: `${counted(listing.count, 'name')} of services and operations of ${site.store.about().subject}.`,
      url: beginning === '' ? urls.index() : urls.index(beginning),
      section: null,
      crumbs,
    }),
    title,
    summary: counted(listing.count, 'name'),
    parts: listing.parts.flatMap((part) => {
      const inside = listings(site).get(part);
      if (inside === undefined) return [];
      return [{ label: inside.label, url: urls.index(part), count: inside.count, ends: inside.ends }];
    }),
    names: listing.names.map(({ name, title: long, places }) => ({
      ...{ name, title: long },
      places: places.map(({ label, address }) => ({
        label,
        url: address === null ? urls.service(label) : urls.home() + address,
      })),
    })),
  };
}

interface Name {
  readonly key: string;
  readonly name: string;
  readonly title: string | null;
  readonly places: readonly Place[];
}

interface Place {
  /** The service. */
  readonly label: string;
  /** The address of the operation below the base path; null for the service itself. */
  readonly address: string | null;
}

interface Listing {
  readonly beginning: string;
  /** Written as in the first name. */
  readonly label: string;
  readonly count: number;
  readonly ends: readonly string[];
  readonly parts: readonly string[];
  readonly names: readonly Name[];
}

const known = topic<Site, ReadonlyMap<string, Listing>>();

function listings(site: Site, wanted?: Wanted): ReadonlyMap<string, Listing> {
  return site.memory.remember(known, site, () => {
    const all = new Map<string, Listing>();
    addListing(all, '', namesIn(site, wanted));
    return all;
  });
}

function namesIn(site: Site, wanted: Wanted | undefined): readonly Name[] {
  const services = site.store.services().filter(({ removedIn }) => removedIn === null);
  const operations = new Map<string, Place[]>();
  for (const { id: label } of services) {
    for (const { name, address } of currentOperations(site, label, wanted)) {
      const place = { label, address: address ?? operationAddress(label, name) };
      const places = operations.get(name);
      if (places === undefined) operations.set(name, [place]);
      else places.push(place);
    }
  }
  const named = [
    ...services.map(({ id, title }) => ({
      name: id,
      title: shortTitle(title),
      places: [{ label: id, address: null }],
    })),
    ...[...operations].map(([name, places]) => ({ name, title: null, places })),
  ];
  return named
    .map((one) => ({ ...one, key: keyOf(one.name) }))
    .sort((a, b) => byText(a.key, b.key) || byText(a.name, b.name));
}

/** Splits a long list by the next letter, again until each page is short. A name that ends there stays on the page. */
function addListing(all: Map<string, Listing>, beginning: string, names: readonly Name[]): void {
  const [first] = names;
  const longer = names.filter(({ key }) => key.length > beginning.length);
  const isSplit = beginning === '' || (names.length > maxNames && longer.length > 0);
  const parts = isSplit ? [...Map.groupBy(longer, ({ key }) => key.slice(0, beginning.length + 1)).values()] : [];
  const listed: string[] = [];
  for (const part of parts) {
    // A page with only one link to another page is left out.
    const next = part.length > maxNames ? sharedBeginning(part) : (part[0]?.key.slice(0, beginning.length + 1) ?? '');
    listed.push(next);
    addListing(all, next, part);
  }
  all.set(beginning, {
    ...{ beginning, count: names.length, parts: listed },
    ends: [names[0], names.at(-1)].slice(0, names.length).flatMap((one) => (one === undefined ? [] : [one.name])),
    label: labelOf(beginning, first?.name ?? ''),
    names: isSplit ? names.filter(({ key }) => key.length === beginning.length) : names,
  });
}

/** Written as in the first name; a single letter in upper case. */
function labelOf(beginning: string, first: string): string {
  if (beginning.startsWith('-')) return 'Other signs';
  return beginning.length === 1 ? beginning.toUpperCase() : first.slice(0, beginning.length).toWellFormed();
}

function sharedBeginning(names: readonly Name[]): string {
  const first = names[0]?.key ?? '';
  const last = names.at(-1)?.key ?? '';
  let length = 0;
  while (length < first.length && first[length] === last[length]) length += 1;
  return first.slice(0, length);
}

/**
 * Letters and digits in lower case, and one sign for everything else. So the page's file name is the same on every
 * disk.
 */
function keyOf(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '-').toLowerCase();
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const maxNames = 500;
