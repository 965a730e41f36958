/** What fits: everything with what it is sorted by; what its row shows is made of the few that are shown. */
import { searchKey } from '../../../view/search/name-words.ts';
import { addressPath, operationAddress, symbolAddress } from '../../../view/search/search-address.ts';
import type { SymbolKind } from '../../../view/search/search-format.ts';
import { rankOf } from '../rank.ts';
import type { KnownName, KnownOperations, KnownPlace, KnownService, NamesOf, Words } from './library.ts';
import { type Findable, findable, matchRank } from './match.ts';
import type { NameIndex } from './name-index.ts';
import type { HitKind, Query } from './query.ts';

/** Something that fits. */
export interface Fit {
  readonly kind: HitKind;
  readonly found: Findable;
  /** How well it fits: the smaller the better. */
  readonly rank: number;
  /** 0 where several words beside the name of its service fit. */
  readonly order: number;
  readonly isMine: boolean;
  readonly uses: number;
  readonly service: string;
  /** How many operations of its service have it. */
  readonly places?: number;
  /** Whether all places of its name are listed. */
  readonly isEveryPlace?: true;
  /** Tells it from what has the same name in the same service. */
  readonly at: string;
  shown(): Shown;
}

/** What the row of it shows beside its name. */
export interface Shown {
  /** Where it is, from the outside in: `s3`, `PutObject`, `request`, the path. */
  readonly way: readonly string[];
  /** Below the base of the site. */
  readonly address: string;
  readonly since: string | null;
  /** What leads to its other places; null where it has none. */
  readonly aside: Aside | null;
  /** More services that have it. */
  readonly others: readonly Aside[];
}

/** Something more to look for: what it says, and what is then typed. */
export interface Aside {
  readonly says: string;
  readonly asks: string;
}

export interface Wanted extends Query {
  readonly joined: string;
  readonly mine: ReadonlySet<string>;
  /** The service that it has to be in; null for all. */
  readonly only: string | null;
  readonly order: number;
}

/** The services whose id, title or other name fits. */
export function serviceHits({ services }: Words, wanted: Wanted): readonly Fit[] {
  if (wanted.exact !== null || (wanted.kind !== null && wanted.kind !== 'service')) return [];
  return services.flatMap((service) => {
    const { name, title, address } = service;
    const rank = serviceRank(service, wanted);
    if (rank === null) return [];
    return [
      {
        ...{ kind: 'service', found: service, rank, order: 1, isMine: wanted.mine.has(name), uses: 0, service: name },
        ...{ at: '', shown: () => ({ way: [title.name], address, since: null, ...alone }) },
      } as const,
    ];
  });
}

/** The operations that fit. */
export function operationHits(known: KnownOperations, wanted: Wanted): readonly Fit[] {
  if (wanted.kind !== null && wanted.kind !== 'operation') return [];
  const hits: Fit[] = [];
  for (const at of candidates(known.index, wanted)) {
    const found = findable(known.index.nameAt(at));
    const rank = rankFor(found, wanted);
    if (rank === null) continue;
    const service = known.serviceOf(at);
    hits.push({
      ...{ kind: 'operation', found, rank, order: wanted.order, isMine: wanted.mine.has(service) },
      ...{ uses: 0, service, at: '' },
      shown: () => ({
        ...{ way: [service], since: null, ...alone },
        address: known.addressOf(at) ?? operationAddress(service, found.name),
      }),
    });
  }
  return hits;
}

/** The names that can fit: whatever else is typed, its first word is in them. */
function candidates(index: NameIndex, { exact, words }: Wanted): Iterable<number> {
  return index.having(exact === null ? (words[0] ?? '') : searchKey(exact).replaceAll('\n', ' '));
}

/** The fields, values and shapes that fit: of a name that was typed whole every place, of others the best one. */
export function nameHits(known: NamesOf, wanted: Wanted): readonly Fit[] {
  const hits: Fit[] = [];
  for (const at of candidates(known.index, wanted)) {
    const rank = rankFor(findable(known.index.nameAt(at)), wanted);
    if (rank === null) continue;
    for (const name of known.kindsOf(at)) addHits(hits, name, rank, wanted);
  }
  return hits;
}

function addHits(hits: Fit[], name: KnownName, rank: number, wanted: Wanted): void {
  if (wanted.kind !== null && wanted.kind !== name.kind) return;
  const places = placesOf(name, wanted);
  const listed = rank === 0 ? places : places.slice(0, 1);
  for (const [index, place] of listed.entries()) {
    const { service, operation, way } = place;
    hits.push({
      ...{ kind: name.kind, found: name, rank, order: wanted.order, isMine: wanted.mine.has(service), service },
      // The places of a name are in order of their uses already.
      uses: name.uses - index / 100,
      ...{ at: `${operation} ${way}`, places: place.uses },
      shown: () => shownAt(name, place, rank !== 0, index === listed.length - 1 && wanted.only === null),
    });
  }
}

function placesOf({ places }: KnownName, { only, mine }: Wanted): readonly KnownPlace[] {
  if (only !== null) return places.filter(({ service }) => service === only);
  if (mine.size === 0) return places;
  return places.toSorted((a, b) => Number(mine.has(b.service)) - Number(mine.has(a.service)));
}

function shownAt(found: KnownName, place: KnownPlace, isOne: boolean, isLast: boolean): Shown {
  const { kind, name, services, others } = found;
  const { service, operation, way, uses, since, address } = place;
  const below = operation === null ? ['error'] : [operation, way.startsWith('<') ? 'response' : 'request'];
  const inAll = isOne && services > 1;
  return {
    ...{ way: [service, ...below, addressPath(kind, name, way)], since },
    address: address ?? symbolAddress(kind, name, place),
    aside: inAll ? { says: `${services} services`, asks: asking(kind, null, name) } : inOperations(found, place, uses),
    others: isLast && !inAll ? others.map((id) => ({ says: id, asks: asking(kind, id, name) })) : [],
  };
}

/** Of a field that several operations of its service have, all of them can be asked for. */
function inOperations({ kind, name }: KnownName, { service }: KnownPlace, uses: number): Aside | null {
  return kind !== 'field' || uses < 2 ? null : { says: `${uses} operations`, asks: asking(kind, service, name) };
}

function asking(kind: SymbolKind, service: string | null, name: string): string {
  const prefix = { field: 'field', value: 'enum', shape: 'shape' }[kind];
  return `${prefix}:${service === null ? '' : `${service}:`}"${name}"`;
}

function rankFor(found: Findable, { exact, words, joined }: Wanted): number | null {
  if (exact !== null) return found.name === exact ? 0 : null;
  return joined === '' ? 1 : matchRank(found, words, joined);
}

function serviceRank({ name, key, title, aliases, all }: KnownService, { text, joined, kind }: Wanted): number | null {
  if (text === '' || !all.includes(text.split(' ', 1)[0] ?? '')) return null;
  if (key === joined || title.key === joined) return 0;
  const rank = rankOf({ name, title: title.name.toLowerCase(), aliases }, text);
  if (rank === null || (rank === substring && kind !== 'service')) return null;
  return rank === aliasIs ? 0 : rank;
}

/** Of what is in one place only. */
const alone = { aside: null, others: [] };

/** As `rankOf` has them. */
const aliasIs = 1;
const substring = 5;
