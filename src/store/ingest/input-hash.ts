/** The name of a row of inputs: equal for the same state from the same place in time, whatever file it was read from. */
import type { StatedChange } from '../../model/index.ts';
import { contentHash } from '../packing/content-hash.ts';

/** What the name is made of. */
export interface NamedInput {
  readonly service: string;
  readonly version: string | null;
  readonly date: string | null;
  readonly dialect: string;
  readonly presence: string;
  readonly snapshot: string;
  readonly stated: readonly StatedChange[] | null;
  /** Whether a walk found it: a walk knows more of a state than a lone source does. */
  readonly isWalked: boolean;
  readonly unsure: boolean;
}

/** The hash of a row of inputs. */
export function inputHash(input: NamedInput): string {
  const { service, version, date, dialect, presence, snapshot, stated, isWalked, unsure } = input;
  const parts = [service, version ?? '', date ?? '', dialect, presence, snapshot, JSON.stringify(stated)];
  if (isWalked) parts.push('walk');
  if (unsure) parts.push('unsure');
  return contentHash(parts.join('\n'));
}

/** The same of a row that an older apidelta walked: its service, version, date, dialect, presence and snapshot, empty where it has none. */
export function walkedInputHash(values: readonly string[]): string {
  const [service = '', version = '', date = '', dialect = '', presence = '', snapshot = ''] = values;
  const named = { service, version, date, dialect, presence, snapshot };
  return inputHash({ ...named, stated: null, isWalked: true, unsure: false });
}
