/** The values that hold if a trait is not stated: to state such a value, or to stop stating it, has no effect. */
import { canonicalJson, type Direction, type Json, type Member, type Shape, type Wire } from '../../../model/index.ts';
import type { Match } from '../../findings/finding.ts';
import { orNothing } from './stated-twice.ts';

/** The reason why such a statement is not a change. */
export const heldAnyway = 'what is stated is what holds where nothing is stated';

/** The format of timestamps if a service states none (`TIMESTAMP_FORMAT` in `botocore/serialize.py`). */
const timestampFormats: Readonly<Record<string, string>> = {
  query: 'iso8601',
  ec2: 'iso8601',
  'rest-xml': 'iso8601',
  json: 'unixTimestamp',
  'rest-json': 'unixTimestamp',
};

/** The value of a service's trait that holds, stated or not, as botocore reads it. */
export function ofService(trait: string, metadata: Wire): Json {
  const stated = metadata[trait];
  const protocol = String(metadata.protocol);
  switch (trait) {
    case 'signingName':
      return orNothing(stated ?? metadata.endpointPrefix);
    case 'timestampFormat':
      return orNothing(stated ?? timestampFormats[protocol]);
    case 'jsonVersion':
      // Only this protocol sends the version, in a header.
      return protocol === 'json' ? orNothing(stated) : null;
    default:
      return orNothing(stated);
  }
}

/**
 * The value of a field's trait that holds, stated or not: a field without a name for the wire is sent under its own
 * name. There are two exceptions. A field that is the whole body of a request needs the name as a root, and a field
 * that is spread over headers has it as their prefix.
 */
export function ofField(
  trait: string,
  { name, wire }: Pick<Member, 'name' | 'wire'>,
  type: Pick<Shape, 'wire'> | undefined,
  { owner, direction }: { readonly owner: Pick<Shape, 'kind' | 'wire'>; readonly direction: Direction },
): Json {
  const stated = wire?.[trait] ?? type?.wire?.[trait];
  const isPlain = owner.kind === 'structure' || owner.kind === 'union';
  const location = wire?.location ?? type?.wire?.location;
  const isBody = direction === 'request' && owner.wire?.payload === name;
  const hasOwnName = isPlain && !isBody && location !== 'headers';
  return orNothing(trait === 'locationName' && hasOwnName ? (stated ?? name) : stated);
}

/** The match, marked as without effect, with the reason, if both sides mean the same. */
export function unlessMeant(match: Match, before: Json, after: Json): Match {
  return match.noEffect === undefined && canonicalJson(before) === canonicalJson(after)
    ? { ...match, noEffect: heldAnyway }
    : match;
}
