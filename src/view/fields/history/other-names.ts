/** The other names of an operation: the API may call it otherwise later, while the SDK's method keeps its name. */
import type { OperationState, Release, StoreReader } from '../../../store/types.ts';

/** What a removed operation was called later. */
export interface LaterName {
  readonly name: string;
  /** Whether an operation has this name now. */
  readonly isThere: boolean;
}

type Reader = Pick<StoreReader, 'service' | 'releases' | 'since'>;

/**
 * The last name of an operation that has another name since. Null if it is there under its own name, if no later
 * operation has its method of the SDK, or if several have it. A rename is no change if requests do not contain the
 * name: so states tell it, and not changes.
 */
export function laterName(reader: Reader, service: string, name: string): LaterName | null {
  const { own, others } = sameMethod(reader, service, name);
  if (own === undefined || own.removedIn === null || others.length === 0) return null;
  const living = others.filter(({ removedIn }) => removedIn === null);
  if (living.length > 0) return onlyOne(living, true);
  const age = ageIn(reader);
  let last = age(own.removedIn);
  for (const { removedIn } of others) last = Math.min(last, age(removedIn));
  return last === age(own.removedIn)
    ? null
    : onlyOne(
        others.filter(({ removedIn }) => age(removedIn) === last),
        false,
      );
}

/** The name of an operation just before the release since which it has its own; null if nobody knows of one. */
export function formerName(reader: Reader, service: string, name: string): string | null {
  const since = reader.since(service).operation(name);
  if (since === null || since.orEarlier) return null;
  const { others } = sameMethod(reader, service, name);
  return (
    onlyOne(
      others.filter(({ removedIn }) => removedIn?.id === since.release.id),
      false,
    )?.name ?? null
  );
}

/** The other names that the operations of its method of the SDK ever had. */
export function namesOfMethod(reader: Pick<StoreReader, 'service'>, service: string, name: string): readonly string[] {
  return sameMethod(reader, service, name).others.map(({ operation }) => operation.name);
}

function sameMethod(reader: Pick<StoreReader, 'service'>, service: string, name: string) {
  const states = reader.service(service)?.operations ?? [];
  const own = states.find(({ operation }) => operation.name === name);
  const others = states.filter((state) => state !== own && state.operation.sdkName === own?.operation.sdkName);
  return { own, others };
}

function onlyOne([first, ...more]: readonly OperationState[], isThere: boolean): LaterName | null {
  return first === undefined || more.length > 0 ? null : { name: first.operation.name, isThere };
}

/** How many releases are newer than one. */
function ageIn(reader: Reader): (release: Release | null) => number {
  const ages = new Map(reader.releases().map(({ id }, at) => [id, at]));
  return (release) => (release === null ? -1 : (ages.get(release.id) ?? Number.POSITIVE_INFINITY));
}
