/** The results, with the values to sort them by. The content of a row is made only for results that are shown. */
import { searchKey } from '../../../view/search/name-words.ts';
import { addressPath, operationAddress, symbolAddress } from '../../../view/search/search-address.ts';
import { rankOf } from '../rank.ts';
import type { KnownName, KnownOperations, KnownPlace, KnownService, NamesOf, Words } from './library.ts';
import { type Findable, findable, matchRank } from './match.ts';
import type { NameIndex } from './name-index.ts';
import { type HitKind, type Query, queryFor } from './query.ts';

/** A result. */
export interface Fit {
  readonly kind: HitKind;
  readonly found: Findable;
  /** How well it matches; smaller is better. */
  readonly rank: number;
  /** 0 if several words match besides the name of its service. */
  readonly order: number;
  readonly isMine: boolean;
  readonly uses: number;
  readonly service: string;
  /** The number of operations of its service that have it. */
  readonly places?: number;
  /** Whether all places of its name are listed. */
  readonly isEveryPlace?: true;
  /** Distinguishes results with the same name in the same service. */
  readonly at: string;
  shown(): Shown;
}

/** The content of its row besides the name. */
export interface Shown {
  /** Its location from the outside in: `s3`, `PutObject`, `request`, the path. */
  readonly way: readonly string[];
  /** Relative to the base of the site. */
  readonly address: string;
  readonly since: string | null;
  /** A link to its other places; null where there are none. */
  readonly aside: Aside | null;
  /** The ids of more services that have it. */
  readonly others: readonly string[];
}

/** A further search: its label, and the text to type. */
export interface Aside {
  readonly says: string;
  readonly asks: string;
}

export interface Wanted extends Query {
  readonly joined: string;
  /** Whether there is room for many results of each kind. */
  readonly isLong: boolean;
  readonly mine: ReadonlySet<string>;
  /** The service that it must be in; null for all. */
  readonly only: string | null;
  readonly order: number;
}

/** The services whose id, title or other name matches. */
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

/** The operations that match. */
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

/** The names that can match: all of them contain the first word. */
function candidates(index: NameIndex, { exact, words }: Wanted): Iterable<number> {
  return index.having(exact === null ? (words[0] ?? '') : searchKey(exact).replaceAll('\n', ' '));
}

/**
 * The fields, values and shapes that match: all places of a name that was typed in full, and the best place of other
 * names.
 */
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
      // The places of a name are sorted by their uses already.
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
    aside: inAll
      ? { says: `${services} services`, asks: queryFor(kind, null, name) }
      : inOperations(found, place, uses),
    others: isLast && !inAll ? others : [],
  };
}

/** A link to search for all operations of a service that have this field. */
function inOperations({ kind, name }: KnownName, { service }: KnownPlace, uses: number): Aside | null {
  return kind !== 'field' || uses < 2 ? null : { says: `${uses} operations`, asks: queryFor(kind, service, name) };
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

/** For a name with one place only. */
const alone = { aside: null, others: [] };

/** The same ranks as those of `rankOf`. */
const aliasIs = 1;
const substring = 5;
