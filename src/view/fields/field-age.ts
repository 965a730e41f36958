/**
 * Since when a field or a value exists. It is printed only where the field is newer than the whole that it belongs to.
 */
import type { Change, Direction } from '../../model/index.ts';
import type { Release, Since } from '../../store/types.ts';
import { releaseUrl, type Site } from '../site/site.ts';
import { dayWords, shortMonthWords } from '../site/words.ts';
import { releaseOrder, sinceIndex } from './since-view.ts';

/** A release that added something. */
export interface AgeView {
  /** `1.13.21`. */
  readonly label: string;
  /** `Nov 2019`; null where the day is unknown. */
  readonly when: string | null;
  /** `botocore 1.13.21, boto3 1.10.21, 18 November 2019`. */
  readonly title: string;
  /** The card of the change if it is known, else the page of the release. */
  readonly url: string;
}

/** The operation and path at which a root of a page is used. */
export interface RootPlace {
  readonly operation: string;
  readonly direction: Direction;
  join(path: string): string;
}

/** Since when a part exists, and at which place we looked it up. */
export interface Age {
  readonly since: Since;
  readonly place: RootPlace;
  readonly path: string;
  readonly value: string;
}

/** Looks up the ages of the fields of one page. A shared part is as old as the oldest place that uses it. */
export interface Ages {
  field(root: string, path: string): Age | null;
  value(root: string, path: string, value: string): Age | null;
  /** Prints an age that is newer than the age of the surrounding part; null where it is not newer. */
  newer(age: Age | null, than: Since | null): AgeView | null;
}

/** Prepares the ages for a page whose roots are at these places. */
export function agesOf(
  site: Site,
  service: string,
  placesOf: (root: string) => readonly RootPlace[],
  historyOf: (operation: string) => History,
): Ages {
  const index = sinceIndex(site, service);
  const order = releaseOrder(site);
  const places = new Map<string, readonly RootPlace[]>();
  const keys = new Map<string, ReadonlyMap<string, string>>();
  const keysOf = (operation: string) => {
    const known = keys.get(operation) ?? changeKeys(historyOf(operation), operation);
    keys.set(operation, known);
    return known;
  };
  const ask = (
    root: string,
    path: string,
    value: string,
    question: (place: RootPlace, full: string) => Since | null,
  ) => {
    const known = places.get(root) ?? placesOf(root).slice(0, enoughPlaces);
    places.set(root, known);
    let oldest: Age | null = null;
    for (const place of known) {
      const full = place.join(path);
      const since = question(place, full);
      if (since === null || (oldest !== null && !isNewer(order, oldest.since, since))) continue;
      oldest = { since, place, path: full, value };
    }
    return oldest;
  };
  return {
    field: (root, path) => ask(root, path, '', (at, full) => index.field(at.operation, at.direction, full)),
    value: (root, path, value) =>
      ask(root, path, value, (at, full) => index.enumValue(at.operation, at.direction, full, value)),
    newer(age, than) {
      if (age === null || age.since.orEarlier || (than !== null && !isNewer(order, age.since, than))) return null;
      const { place, path, value, since } = age;
      const key = keysOf(place.operation).get(keyName(since.release.id, place.direction, path, value));
      return ageView(site, service, since.release, key);
    },
  };
}

/** Prints the release that added a part. */
export function ageView(site: Site, service: string, release: Release, key: string | undefined): AgeView {
  const { id, version, date } = release;
  const numbers = version === null ? [] : site.store.numbersOf(version);
  const url = releaseUrl(site, release, service);
  return {
    label: id,
    when: date === null ? null : shortMonthWords(date),
    title: [...(numbers.length === 0 ? [id] : numbers), ...(date === null ? [] : [dayWords(date)])].join(', '),
    // A release that did not change the service has no page with cards.
    url: key !== undefined && url === site.urls.serviceRelease(id, service) ? `${url}#${key}` : url,
  };
}

/** Whether one date is newer than another. "Or earlier" counts as a little older than the release it names. */
export function isNewer(order: ReadonlyMap<string, number>, since: Since, than: Since): boolean {
  const at = ({ release, orEarlier }: Since) => (order.get(release.id) ?? 0) + (orEarlier ? 0.5 : 0);
  return at(since) < at(than);
}

type History = readonly { readonly release: Release; readonly changes: readonly Change[] }[];

/** The keys of the changes that added something to an operation, by release and place. */
function changeKeys(history: History, operation: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { release, changes } of history) {
    for (const { kind, value, key, places } of changes) {
      if (!bringing.has(kind)) continue;
      const said = kind === 'enum-value-added' ? value : '';
      for (const place of places)
        if (place.operation === operation && place.direction !== null)
          keys.set(keyName(release.id, place.direction, place.path, said), key);
    }
  }
  return keys;
}

const bringing = new Set(['field-added', 'required-field-added', 'enum-value-added']);

function keyName(release: string, direction: string, path: string, value: string): string {
  return `${release} ${direction} ${path}\n${value}`;
}

/** A shape of QuickSight has thousands of places. The oldest of the first few is close enough. */
const enoughPlaces = 24;
