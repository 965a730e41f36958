/** What rules about waiters and paginators share: names that one side lacks, settings that differ, and the words for it. */
import type { Json } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { ServicePair } from '../../findings/pairs.ts';
import { showTrait, traitMatch } from '../trait/trait-rules.ts';

type Named = { readonly name: string };

/** The names in one list that the other lacks; none where either side is a service that is new or gone. */
export function missing(
  of: readonly Named[] | undefined,
  not: readonly Named[] | undefined,
  pair: ServicePair,
): readonly string[] {
  if (of === undefined || pair.before === undefined || pair.after === undefined) return [];
  const known = new Set((not ?? []).map(({ name }) => name));
  return of.filter(({ name }) => !known.has(name)).map(({ name }) => name);
}

/** What a call that came, or went, does now; `several` of them do it together. */
export function worksOrFails(isAdded: boolean, several: boolean): string {
  return `${isAdded ? 'work' : 'fail'}${several ? '' : 's'} now`;
}

/** One match for each setting that differs of something that both sides have. `is` decides which changes are meant. */
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
      const [old, now] = [settingOf(was[key]), settingOf(one[key])];
      return showTrait(old) === showTrait(now) || !is(old, now) ? [] : [traitMatch(key, old, now, one.name)];
    });
  });
}

/** A list of names is one word each. */
function settingOf(value: unknown): Json | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(' ') : (value as Json);
}
