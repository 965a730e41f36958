/**
 * The functions that rules about waiters and paginators share: names that one side lacks, different settings, and their
 * words.
 */
import { type Details, type Json, sdkNameOf } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { ServicePair } from '../../findings/pairs.ts';
import { showTrait, traitMatch } from '../trait/trait-rules.ts';

type Named = { readonly name: string };

/** Why another name is no change: callers write the names of the SDK. */
export const sameInSdk = 'the SDK calls both by the same name';

/**
 * One match for each name in one list that the other list lacks; none if the service itself was added or removed. It
 * has no effect if the SDK calls something in the other list by the same name.
 */
export function missing(
  of: readonly Named[] | undefined,
  not: readonly Named[] | undefined,
  pair: ServicePair,
): readonly Match[] {
  if (of === undefined || pair.before === undefined || pair.after === undefined) return noMatch;
  const known = new Set((not ?? []).map(({ name }) => name));
  const lacking = of.filter(({ name }) => !known.has(name));
  if (lacking.length === 0) return noMatch;
  const sdkNames = new Set([...known].map(sdkNameOf));
  return lacking.map(({ name }) => ({
    value: name,
    ...(sdkNames.has(sdkNameOf(name)) ? { noEffect: sameInSdk } : {}),
  }));
}

/** How an added or a removed call behaves now; `several` calls share one verb. */
export function worksOrFails(isAdded: boolean, several: boolean): string {
  return `${isAdded ? 'work' : 'fail'}${several ? '' : 's'} now`;
}

/** A setting before and after, and what has it. */
export interface SettingPair<T> {
  readonly old: Json | undefined;
  readonly now: Json | undefined;
  readonly was: T;
  readonly one: T;
}

/** `is` selects changes, and `more` gives what else their sentences need. */
interface SettingCase<T> {
  readonly is?: ((pair: SettingPair<T>) => boolean) | undefined;
  readonly more?: (pair: SettingPair<T>) => Details;
}

/**
 * One match for each different setting of a waiter or paginator that both sides have.
 */
export function settingMatches<T extends Named>(
  before: readonly T[] | undefined,
  after: readonly T[] | undefined,
  keys: readonly (keyof T & string)[],
  { is = () => true, more = () => ({}) }: SettingCase<T> = {},
): readonly Match[] {
  if (before === undefined || after === undefined) return noMatch;
  const namesakeOf = namesakes(before, after);
  return after.flatMap((one) => {
    const was = namesakeOf(one);
    if (was === undefined) return [];
    return keys.flatMap((key) => {
      // Nearly all are equal, and these need not be written out.
      if (was[key] === one[key]) return [];
      const [old, now] = [settingOf(was[key]), settingOf(one[key])];
      const pair = { old, now, was, one };
      if (showTrait(old) === showTrait(now) || !is(pair)) return [];
      const match = traitMatch(key, old, now, one.name);
      return [{ ...match, details: { ...match.details, ...more(pair) } }];
    });
  });
}

/** Finds the waiter or paginator of the older side that has the same name; else the one with the same name in the SDK. */
function namesakes<T extends Named>(before: readonly T[], after: readonly T[]): (one: T) => T | undefined {
  const known = new Map(before.map((one) => [one.name, one]));
  let bySdkName: ReadonlyMap<string, T> | undefined;
  const findBySdkName = (name: string) => {
    if (bySdkName === undefined) {
      const now = new Set(after.map((one) => one.name));
      const lost = before.filter((one) => !now.has(one.name));
      bySdkName = new Map(lost.map((one) => [sdkNameOf(one.name), one]));
    }
    return bySdkName.get(sdkNameOf(name));
  };
  return (one) => known.get(one.name) ?? findBySdkName(one.name);
}

/** A list of names becomes one text with blanks between the names. */
function settingOf(value: unknown): Json | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value.join(' ') : (value as Json);
}
