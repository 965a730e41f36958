/** What was found: everything that fits, with what it is sorted by and what its row shows. */
import { operationAddress, pathOf, serviceAddress, symbolAddress } from '../../../view/search/search-address.ts';
import type { ServiceNames, WordsFile } from '../../../view/search/search-format.ts';
import { fileSlug } from '../../../view/site/slug.ts';
import { rankOf } from '../rank.ts';
import type { KnownName, KnownOperation, KnownPlace } from './library.ts';
import { findable, matchedParts, matchRank } from './match.ts';
import type { HitKind, Query } from './query.ts';

export interface Hit {
  readonly kind: HitKind;
  readonly name: string;
  /** How well it fits: the smaller the better. */
  readonly rank: number;
  /** 0 where several words beside the name of its service fit. */
  readonly order: number;
  readonly isMine: boolean;
  readonly uses: number;
  readonly service: string;
  /** Where it is, from the outside in: `s3`, `PutObject`, `request`, the path. */
  readonly way: readonly string[];
  /** Below the base of the site. */
  readonly address: string;
  readonly since: string | null;
  /** In how many more services it is. */
  readonly others: number;
  /** The parts of the name that were typed. */
  readonly marks: readonly (readonly [number, number])[];
}

export interface Wanted extends Query {
  readonly joined: string;
  readonly mine: ReadonlySet<string>;
  /** The service that it has to be in; null for all. */
  readonly only: string | null;
  readonly order: number;
}

/** The services whose id, title or other name fits. */
export function serviceHits({ services, folders }: WordsFile, wanted: Wanted): readonly Hit[] {
  if (wanted.exact !== null || (wanted.kind !== null && wanted.kind !== 'service')) return [];
  return services.flatMap((names) => {
    const [id, title] = names;
    const rank = serviceRank(names, wanted);
    if (rank === null) return [];
    const folder = Object.hasOwn(folders, id) ? folders[id] : undefined;
    const address = folder === undefined ? serviceAddress(id) : `services/${fileSlug(folder)}/`;
    return [
      {
        ...{ kind: 'service', name: id, rank, order: 1, isMine: wanted.mine.has(id), uses: 0, service: id, address },
        ...{ way: [title], since: null, others: 0, marks: matchedParts(findable(id), wanted.words) },
      } as const,
    ];
  });
}

/** The operations that fit. */
export function operationHits(known: readonly KnownOperation[], wanted: Wanted): readonly Hit[] {
  if (wanted.kind !== null && wanted.kind !== 'operation') return [];
  const hits: Hit[] = [];
  for (const operation of known) {
    const { name, service, address } = operation;
    const rank = rankFor(operation, wanted);
    if (rank === null) continue;
    hits.push({
      ...{ kind: 'operation', name, rank, order: wanted.order, isMine: wanted.mine.has(service), uses: 0, service },
      ...{ way: [service], address: address ?? operationAddress(service, name), since: null, others: 0, marks: [] },
    });
  }
  return hits;
}

/** The fields, values and shapes that fit: of a name that was typed whole every place, of others the best one. */
export function nameHits(known: readonly KnownName[], wanted: Wanted): readonly Hit[] {
  const hits: Hit[] = [];
  for (const name of known) {
    if (wanted.kind !== null && wanted.kind !== name.kind) continue;
    const rank = rankFor(name, wanted);
    if (rank === null) continue;
    const places = name.places
      .filter(({ service }) => wanted.only === null || service === wanted.only)
      .toSorted((a, b) => Number(wanted.mine.has(b.service)) - Number(wanted.mine.has(a.service)));
    const shown = rank === 0 ? places : places.slice(0, 1);
    for (const [index, place] of shown.entries()) {
      const isLast = index === shown.length - 1;
      hits.push(nameHit(name, place, rank, wanted, isLast ? name.services - shown.length : 0, index));
    }
  }
  return hits;
}

function nameHit(
  known: KnownName,
  place: KnownPlace,
  rank: number,
  wanted: Wanted,
  others: number,
  index: number,
): Hit {
  const { kind, name, uses } = known;
  const { service, operation, way, since, address } = place;
  const path = pathOf(kind, name, way);
  const isBelow = operation !== null;
  return {
    ...{ kind, name, rank, order: wanted.order, isMine: wanted.mine.has(service), service, since, others },
    // The places of a name are in order of their uses already.
    uses: uses - index / 100,
    way: [service, ...(isBelow ? [operation, way.startsWith('<') ? 'response' : 'request'] : ['error']), path],
    address: address ?? symbolAddress(kind, name, place),
    marks: [],
  };
}

function rankFor(name: KnownOperation | KnownName, { exact, words, joined }: Wanted): number | null {
  if (exact !== null) return name.name === exact ? 0 : null;
  return joined === '' ? 1 : matchRank(name, words, joined);
}

function serviceRank([id, title, ...aliases]: ServiceNames, { text, joined, kind }: Wanted): number | null {
  if (text === '') return null;
  if (findable(id).key === joined || findable(title).key === joined) return 0;
  const rank = rankOf({ name: id, title: title.toLowerCase(), aliases }, text);
  if (rank === null || (rank === substring && kind !== 'service')) return null;
  return rank === aliasIs ? 0 : rank;
}

/** As `rankOf` has them. */
const aliasIs = 1;
const substring = 5;
