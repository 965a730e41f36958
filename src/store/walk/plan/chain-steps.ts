/** The steps of a chain as names: compared with the stored names, they show whether a chain was followed already. */

import { parserVersion } from '../../database/engine-versions.ts';
import type { Input } from '../../ingest/inputs.ts';
import { packPresence } from '../../ingest/presence.ts';
import { contentHash } from '../../packing/content-hash.ts';
import type { Chain, Revision } from './chains.ts';

/**
 * The files of a revision, as the table of inputs stores them. The first revision under a new name also has the former
 * name, and one beside the main line the revision that it continues after.
 */
export function originOf(chain: Chain, revision: Revision): string {
  const { key, aside } = revision;
  const origin = chain.origins.find(({ at }) => chain.revisions[at] === revision);
  const renamed = origin === undefined ? '' : `:${contentHash(JSON.stringify(stepNames(origin.chain)))}`;
  return `${key}${renamed}${aside === undefined ? '' : `:after ${aside.base?.release.id ?? ''} ${aside.base?.key ?? ''}`}`;
}

/** The key of the files of an input. */
export function keyIn(origin: string | null): string {
  return origin?.split(':')[0] ?? '';
}

/** How much of a chain the store has: all, its beginning, or something else. */
export type Known =
  | { readonly is: 'all' }
  | { readonly is: 'beginning'; readonly count: number }
  | { readonly is: 'other' };

/**
 * Compares a chain with the stored inputs of it, oldest first. `isReadable`: a state that was unreadable can be read
 * now.
 */
export function knownPartOf(chain: Chain, inputs: readonly Input[], isReadable: boolean): Known {
  if (inputs.length > chain.revisions.length) return { is: 'other' };
  for (const [index, input] of inputs.entries()) {
    const revision = chain.revisions[index] as Revision;
    if ((isReadable && input.presence.kind === 'unread') || !isInputOf(input, chain, revision)) return { is: 'other' };
  }
  if (inputs.length === chain.revisions.length) return { is: 'all' };
  const fresh = chain.revisions.slice(inputs.length);
  const isAppended = inputs.length > 0 && fresh.every(({ aside }) => aside === undefined);
  return isAppended ? { is: 'beginning', count: inputs.length } : { is: 'other' };
}

function isInputOf(input: Input, chain: Chain, revision: Revision): boolean {
  const { release, presence, unsure, stored } = revision;
  if (input.version !== release.id || input.date !== release.date || input.unsure !== unsure) return false;
  if (stored !== undefined) return input.snapshot === stored;
  const isUnread = input.presence.kind === 'unread' && presence.kind !== 'removed';
  const isPresence = isUnread || packPresence(input.presence) === packPresence(presence);
  return isPresence && input.origin === originOf(chain, revision) && input.parser === parserVersion;
}

/** The fingerprint of what a chain will be made from: a saved result with the same one is used as it is. */
export function planOf(chain: Chain, before: string): string {
  return contentHash(JSON.stringify([parserVersion, before, stepNames(chain)]));
}

function stepNames(chain: Chain): readonly unknown[] {
  const own = chain.revisions.map(({ release, presence, key, unsure, stored, aside }) => [
    ...[release.id, release.date, packPresence(presence), key, unsure, stored ?? null],
    ...[aside === undefined ? null : [aside.base?.release.id ?? null, aside.base?.key ?? null]],
  ]);
  return [...chain.origins.map(({ at, chain: origin }) => [at, stepNames(origin)]), ...own];
}
