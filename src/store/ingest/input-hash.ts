/** The name of a row of inputs: equal for the same state at the same version or day, whatever file it was read from. */
import type { StatedChange } from '../../model/index.ts';
import { contentHash } from '../packing/content-hash.ts';
import { type Presence, packPresence } from './presence.ts';

/** The parts of the name. */
export interface NamedInput {
  readonly service: string;
  readonly version: string | null;
  readonly date: string | null;
  readonly dialect: string;
  readonly presence: Presence;
  readonly snapshot: string;
  readonly stated: readonly StatedChange[] | null;
  /** Whether a walk found it: a walk knows more about a state than another source does. */
  readonly isWalked: boolean;
  readonly unsure: boolean;
}

/** The hash of a row of inputs. */
export function inputHash(input: NamedInput): string {
  const { service, version, date, dialect, presence, snapshot, stated, isWalked, unsure } = input;
  const texts = [service, version ?? '', date ?? '', dialect, packPresence(presence), snapshot];
  return hashOf(texts, stated, isWalked, unsure);
}

/**
 * The same for a row of an older walk: its service, version, date, dialect, presence and snapshot, each empty if it has
 * none.
 */
export function walkedInputHash(values: readonly string[]): string {
  return hashOf(
    Array.from({ length: 6 }, (_, at) => values[at] ?? ''),
    null,
    true,
    false,
  );
}

function hashOf(texts: readonly string[], stated: NamedInput['stated'], isWalked: boolean, unsure: boolean): string {
  const parts = [...texts, JSON.stringify(stated)];
  if (isWalked) parts.push('walk');
  if (unsure) parts.push('unsure');
  return contentHash(parts.join('\n'));
}
