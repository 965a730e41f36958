/** What fits: everything with what it is sorted by; what its row shows is made of the few that are shown. */
import { searchKey } from '../../../view/search/name-words.ts';
import { addressPath, operationAddress, symbolAddress } from '../../../view/search/search-address.ts';
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
  /** In how many more services it is. */
  readonly others: number;
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
        ...{ at: '', shown: () => ({ way: [title.name], address, since: null, others: 0 }) },
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
        ...{ way: [service], since: null, others: 0 },
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
    const others = index === listed.length - 1 ? name.services - listed.length : 0;
    hits.push({
      ...{ kind: name.kind, found: name, rank, order: wanted.order, isMine: wanted.mine.has(service), service },
      // The places of a name are in order of their uses already.
      uses: name.uses - index / 100,
      at: `${operation} ${way}`,
      shown: () => shownAt(name, place, others),
    });
  }
}

function placesOf({ places }: KnownName, { only, mine }: Wanted): readonly KnownPlace[] {
  if (only !== null) return places.filter(({ service }) => service === only);
  if (mine.size === 0) return places;
  return places.toSorted((a, b) => Number(mine.has(b.service)) - Number(mine.has(a.service)));
}

function shownAt({ kind, name }: KnownName, place: KnownPlace, others: number): Shown {
  const { service, operation, way, since, address } = place;
  const below = operation === null ? ['error'] : [operation, way.startsWith('<') ? 'response' : 'request'];
  return {
    ...{ way: [service, ...below, addressPath(kind, name, way)], since, others },
    address: address ?? symbolAddress(kind, name, place),
  };
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

/** As `rankOf` has them. */
const aliasIs = 1;
const substring = 5;
