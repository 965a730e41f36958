/**
 * Lists every place of a field as a result: for one name in a service, or for the last names of a path,
 * `MetadataOptions.HttpTokens`.
 */
import type { PathPlace } from '../../../view/search/known-paths.ts';
import { searchKey } from '../../../view/search/name-words.ts';
import { addressPath, symbolAddress } from '../../../view/search/search-address.ts';
import type { Fit, Wanted } from './hits.ts';
import type { Library, Words } from './library.ts';
import { findable } from './match.ts';

/** All operations of one service that have a field of this name. */
export async function everyPlace(library: Library, service: string, key: string, wanted: Wanted): Promise<Fit[]> {
  const paths = await library.paths(service);
  const found = paths.placesOf({ steps: [key], operation: null, isBeginning: false });
  return found
    .filter(({ name }) => wanted.exact === null || name === wanted.exact)
    .map((place, at) => fitOf(place, service, at + 1, wanted));
}

/** The names of a path as search keys, with the service in front of them; null if only one name was typed. */
export function pathIn(
  typed: string,
  service: string | null,
  serviceCalled: (name: string) => string | null,
): { readonly service: string | null; readonly steps: readonly string[] } | null {
  const names = typed.split(/[\s>›/.(){}[\]]+/).filter((name) => searchKey(name) !== '');
  const first = service === null && names.length > 2 ? serviceCalled(names[0] ?? '') : null;
  const steps = names.slice(first === null ? 0 : 1).filter((name) => !/^(?:request|response)$/i.test(name));
  return steps.length < 2 ? null : { service: service ?? first, steps: steps.map(searchKey) };
}

/** The places whose path ends with these names. The first name may be an operation. */
export async function placesOfPath(
  library: Library,
  words: Words,
  { service, steps }: { readonly service: string | null; readonly steps: readonly string[] },
  wanted: Wanted,
): Promise<Fit[]> {
  const services = service === null ? await servicesWith(library, words, steps, wanted) : [service];
  const fits: Fit[] = [];
  for (const id of services.slice(0, maxServices)) {
    const paths = await library.paths(id);
    const [first = '', ...rest] = steps;
    const operation = paths.operationCalled(first);
    const inOperation = operation === undefined || rest.length === 0 ? [] : [{ operation, steps: rest }];
    const places = [...inOperation, { operation: null, steps }].flatMap((asked) => {
      const exact = paths.placesOf({ ...asked, isBeginning: false });
      return exact.length > 0 ? exact : paths.placesOf({ ...asked, isBeginning: true });
    });
    for (const place of places) fits.push(fitOf(place, id, fits.length, wanted));
  }
  return fits;
}

/** The services with an operation of the first name, or else those with all names of the path; the most used first. */
async function servicesWith(
  library: Library,
  words: Words,
  steps: readonly string[],
  { mine }: Wanted,
): Promise<readonly string[]> {
  const { index, serviceOf } = await library.operations();
  const [first = ''] = steps;
  const having = [...index.having(first)].filter((at) => searchKey(index.nameAt(at)) === first).map(serviceOf);
  const byUse = having.length > 0 ? having : await servicesOfNames(library, words, steps);
  return [...byUse.filter((id) => mine.has(id)), ...byUse.filter((id) => !mine.has(id))];
}

async function servicesOfNames(library: Library, words: Words, steps: readonly string[]): Promise<readonly string[]> {
  const [last = [], ...others] = await Promise.all(
    // The last name may be incomplete. Then the other names decide.
    steps.toReversed().map((step) => library.servicesOf(words, step)),
  );
  const known = last.length > 0 ? [last, ...others] : others;
  const [shortest = []] = known;
  return shortest.filter((id) => known.every((ids) => ids.includes(id)));
}

/** `at` is its position among all places. */
function fitOf(place: PathPlace, service: string, at: number, { order, mine }: Wanted): Fit {
  const { operation, direction, name, above, since, page } = place;
  const way = (direction === 'request' ? '>' : '<') + above;
  const rule = symbolAddress('field', name, { service, operation, way });
  return {
    ...{ kind: 'field', found: findable(name), rank: 0, order, isEveryPlace: true, service },
    ...{ isMine: mine.has(service) },
    // The places are sorted already.
    ...{ uses: Number.MAX_SAFE_INTEGER - at, at: `${operation} ${way}` },
    shown: () => ({
      ...{ way: [service, operation, direction, addressPath('field', name, way)], since, aside: null, others: [] },
      address: page === null ? rule : page + rule.slice(rule.indexOf('#')),
    }),
  };
}

/** Each service costs one request, of at most 60 KB. */
const maxServices = 2;
