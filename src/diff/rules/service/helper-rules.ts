/**
 * The functions that rules about waiters and paginators share: names that one side lacks, different settings, and their
 * words.
 */
import type { Json } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { ServicePair } from '../../findings/pairs.ts';
import { showTrait, traitMatch } from '../trait/trait-rules.ts';

type Named = { readonly name: string };

/** The names in one list that the other list lacks; empty if the service itself was added or removed. */
export function missing(
  of: readonly Named[] | undefined,
  not: readonly Named[] | undefined,
  pair: ServicePair,
): readonly string[] {
  if (of === undefined || pair.before === undefined || pair.after === undefined) return [];
  const known = new Set((not ?? []).map(({ name }) => name));
  return of.filter(({ name }) => !known.has(name)).map(({ name }) => name);
}

/** How an added or a removed call behaves now; `several` calls share one verb. */
export function worksOrFails(isAdded: boolean, several: boolean): string {
  return `${isAdded ? 'work' : 'fail'}${several ? '' : 's'} now`;
}

/** One match for each different setting of a waiter or paginator that both sides have. `is` selects the changes. */
export function settingMatches<T extends Named>(
  before: readonly T[] | undefined,
  after: readonly T[] | undefined,
  keys: readonly (keyof T & string)[],
  is: (old: Json | undefined, now: Json | undefined) => boolean = () => true,
): readonly Match[] {
  if (before === undefined || after === undefined) return noMatch;
  const known = new Map(before.map((one) => [one.name, one]));
  return after.flatMap((one) => {
    const was = known.get(one.name);
    if (was === undefined) return [];
    return keys.flatMap((key) => {
      // Nearly all are equal, and these need not be written out.
      if (was[key] === one[key]) return [];
      const [old, now] = [settingOf(was[key]), settingOf(one[key])];
      return showTrait(old) === showTrait(now) || !is(old, now) ? [] : [traitMatch(key, old, now, one.name)];
    });
  });
}

/** A list of names becomes one text with blanks between the names. */
function settingOf(value: unknown): Json | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(' ') : (value as Json);
}
