/** Traits that the table does not list at their place: said, and kept as they stand. */
import type { Json, Wire } from '../../model/index.ts';
import { type TraitPlace, traitsAt } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, isShallowJson, nowhere } from './botocore.ts';

/** Where a trait was found, and who is told; `part` is put before its name: `http.` */
export interface Bearer {
  readonly name: string;
  readonly messages: Messages;
  readonly part?: string;
}

/** One unknown trait with those that were found before it. */
export function withUnknown(
  found: Wire | undefined,
  key: string,
  value: unknown,
  { name, part = '', messages }: Bearer,
): Wire {
  const trait = part + key;
  messages.add('unknown-trait', `\`${trait}\` of \`${name}\``, nowhere);
  // It comes from JSON, and is not deep.
  if (isShallowJson(value)) return { ...found, [trait]: value as Json };
  messages.add('nesting-too-deep', `\`${trait}\` of \`${name}\``, nowhere, 'at most 32 levels');
  return { ...found, [trait]: 'nested too deep to be kept' };
}

/** The unknown traits of a record, with those that were found before them; undefined where there are none. */
export function unknownOf(place: TraitPlace, raw: unknown, bearer: Bearer, found?: Wire | undefined): Wire | undefined {
  if (!isRecord(raw)) return found;
  const known = traitsAt[place];
  let all = found;
  for (const key in raw) if (!known.has(key)) all = withUnknown(all, key, raw[key], bearer);
  return all;
}

/** A record without its unknown traits: itself where it has none. */
export function knownOf<T>(place: TraitPlace, raw: T): T {
  if (!isRecord(raw)) return raw;
  const known = traitsAt[place];
  if (Object.keys(raw).every((key) => known.has(key))) return raw;
  // All keys that `T` has are known ones.
  return Object.fromEntries(Object.entries(raw).filter(([key]) => known.has(key))) as T;
}
