/** Traits that the table does not list at their place: each one gives a message, and is kept unchanged. */
import type { Json, Wire } from '../../model/index.ts';
import { type TraitPlace, traitsAt } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, isShallowJson, nowhere } from './botocore.ts';
import { isOtherKind, sayOtherKind } from './json-kinds.ts';

/** The bearer of a trait, and its messages; `part` stands before the name of the trait: `http.` */
export interface Bearer {
  readonly name: string;
  readonly messages: Messages;
  readonly part?: string;
}

/** Adds one unknown trait to those that were found before. */
export function withUnknown(
  found: Wire | undefined,
  key: string,
  value: unknown,
  { name, part = '', messages }: Bearer,
): Wire {
  const trait = part + key;
  messages.add('unknown-trait', `\`${trait}\` of \`${name}\``, nowhere);
  // The value comes from JSON, and is not deep.
  if (isShallowJson(value)) return { ...found, [trait]: value as Json };
  messages.add('nesting-too-deep', `\`${trait}\` of \`${name}\``, nowhere, 'at most 32 levels');
  return { ...found, [trait]: 'nested too deep to be kept' };
}

/**
 * The unknown traits of a record, added to those that were found before; undefined if there are none. A value of another
 * kind than its trait has gives a message, too.
 */
export function unknownOf(place: TraitPlace, raw: unknown, bearer: Bearer, found?: Wire | undefined): Wire | undefined {
  if (!isRecord(raw)) return found;
  const known = traitsAt[place];
  let all = found;
  for (const key in raw) {
    const trait = known.get(key);
    if (trait === undefined) all = withUnknown(all, key, raw[key], bearer);
    else if (isOtherKind(trait, raw[key]))
      sayOtherKind(trait.json, `\`${bearer.part ?? ''}${key}\` of \`${bearer.name}\``, bearer.messages);
  }
  return all;
}

/** A record without its unknown traits; the same record if it has none. */
export function knownOf<T>(place: TraitPlace, raw: T): T {
  if (!isRecord(raw)) return raw;
  const known = traitsAt[place];
  let isKnown = true;
  for (const key in raw) isKnown &&= known.has(key);
  if (isKnown) return raw;
  // Every key of `T` is a known one.
  return Object.fromEntries(Object.entries(raw).filter(([key]) => known.has(key))) as T;
}
