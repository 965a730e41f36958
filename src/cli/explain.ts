/** Errors as one sentence for people. What is no mistake of theirs keeps its stack, so that it can be reported. */
import { SourceError } from '../sources/index.ts';
import { StoreError } from '../store/index.ts';
import { UsageError } from './io.ts';

const systemErrors: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'it may not be written or read by you',
  EPERM: 'it may not be written or read by you',
  EROFS: 'it is on a read-only file system',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  EEXIST: 'something else is there already',
  EDQUOT: 'your share of the disk is used up',
};

/** The sentence for an error. */
export function explain(error: unknown): string {
  if (error instanceof SourceError || error instanceof StoreError || error instanceof UsageError)
    return sentence(error.message);
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : systemErrors[code];
  if (known !== undefined) return `${path ?? 'A file'} cannot be used: ${known}.`;
  return `apidelta failed, and should not have: ${error.stack ?? error.message}`;
}

/** With a full stop, so that it reads as one. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
