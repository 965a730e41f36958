/** How much the enums of an operation grew: their new values, as far as they are still there, are only counted. */
import { compareNames, counted } from '../../../diff/catalogue.ts';
import { type Change, lastName } from '../../../model/index.ts';
import type { Release } from '../../../store/types.ts';
import type { Site } from '../../site/site.ts';

/** How much an enum grew: `InstanceType`, 1,074 values in 112 releases. It links to the card of the newest value. */
export interface EnumGrowth {
  readonly name: string;
  readonly text: string;
  readonly newest: string;
  readonly url: string;
  readonly date: string | null;
}

/** The kind of change that is counted. */
export const growing = 'enum-value-added';
const shrinking = 'enum-value-removed';

/** The newest that is known of a value: the release that added it, and the key of that change; null if it is gone. */
type Newest = { readonly release: Release; readonly key: string } | null;

/** What grew last stands first. `past`: newest first. */
export function growthOf(
  { urls }: Site,
  service: string,
  past: readonly { readonly release: Release; readonly changes: readonly Change[] }[],
): readonly EnumGrowth[] {
  const enums = new Map<string, Map<string, Newest>>();
  for (const { release, changes } of past) {
    // A release that moves a value, so that it is removed and added, has it.
    for (const change of changes.toSorted((a, b) => Number(b.kind === growing) - Number(a.kind === growing))) {
      const { kind, value, key, audience } = change;
      if ((kind !== growing && kind !== shrinking) || audience !== 'sdk') continue;
      const name = nameOf(change);
      const values = enums.get(name) ?? new Map<string, Newest>();
      enums.set(name, values);
      // A value that came, went and came again came last with its newest release.
      if (!values.has(value)) values.set(value, kind === growing ? { release, key } : null);
    }
  }
  return [...enums]
    .flatMap(([name, values]) => {
      const there = [...values].flatMap(([value, newest]) => (newest === null ? [] : [{ value, ...newest }]));
      const [first] = there;
      if (first === undefined) return [];
      const last = there
        .filter(({ release }) => release.id === first.release.id)
        .reduce((a, b) => (compareNames(a.value, b.value) < 0 ? b : a));
      const releases = new Set(there.map(({ release }) => release.id));
      const text = `${counted(there.length, 'value')} added in ${counted(releases.size, 'release')}`;
      const url = urls.serviceRelease(last.release.id, service, last.key);
      return [{ at: past.findIndex(({ release }) => release.id === last.release.id), name, text, last, url }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ name, text, last, url }) => ({ name, text, newest: last.value, url, date: last.release.date }));
}

function nameOf({ shape, places, value }: Change): string {
  return shape ?? lastName(places[0]?.path ?? '') ?? value;
}
