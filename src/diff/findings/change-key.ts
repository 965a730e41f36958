/** The permanent short name of a change. It has its own file, because a browser has no synchronous hashes. */
import { hash } from 'node:crypto';
import type { KeyOf } from './group-findings.ts';

/** Made from what changed and where, never from wording or release. */
export const changeKey: KeyOf = (service, kind, value, first) =>
  hash('sha256', [service, kind, first.operation ?? '', first.direction ?? '', first.path, value].join('\n')).slice(
    0,
    12,
  );
