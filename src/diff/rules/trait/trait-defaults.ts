/** What holds where a trait is not stated: a statement that says just this, or no longer says it, has no effect. */
import { canonicalJson, type Direction, type Json, type Member, type Shape, type Wire } from '../../../model/index.ts';
import type { Match } from '../../findings/finding.ts';
import { orNothing } from './stated-twice.ts';

/** Why such a statement is no change. */
export const heldAnyway = 'what is stated is what holds where nothing is stated';

/** In which form points in time are written where a service says nothing (`TIMESTAMP_FORMAT` in `botocore/serialize.py`). */
const timestampFormats: Readonly<Record<string, string>> = {
  query: 'iso8601',
  ec2: 'iso8601',
  'rest-xml': 'iso8601',
  json: 'unixTimestamp',
  'rest-json': 'unixTimestamp',
};

/** What a service means by a trait, stated or not, as botocore reads it. */
export function ofService(trait: string, metadata: Wire): Json {
  const stated = metadata[trait];
  const protocol = String(metadata.protocol);
  switch (trait) {
    case 'signingName':
      return orNothing(stated ?? metadata.endpointPrefix);
    case 'timestampFormat':
      return orNothing(stated ?? timestampFormats[protocol]);
    case 'jsonVersion':
      // Only the header of this one protocol carries it.
      return protocol === 'json' ? orNothing(stated) : null;
    default:
      return orNothing(stated);
  }
}

/**
 * What a field means by a trait, stated or not: a field without a name for the wire is sent by its own. Two places are excepted. A
 * field that is the whole body of a request needs the name as a root, and one that is spread over headers has it as their prefix.
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

/** A match with the reason why it means nothing, where both sides mean the same. */
export function unlessMeant(match: Match, before: Json, after: Json): Match {
  return match.noEffect === undefined && canonicalJson(before) === canonicalJson(after)
    ? { ...match, noEffect: heldAnyway }
    : match;
}
