/** The permanent short name of a change. It has its own file, because a browser has no synchronous hashes. */
import { createHash } from 'node:crypto';
import type { KeyOf } from './group-findings.ts';

/** Made from what changed and where, never from wording or release. */
export const changeKey: KeyOf = (service, kind, value, first) =>
  createHash('sha256')
    .update([service, kind, first.operation ?? '', first.direction ?? '', first.path, value].join('\n'))
    .digest('hex')
    .slice(0, 12);
