/** Turns a system error into a sentence that says what to do. */
import { errorCode } from './error-code.ts';
import { SourceError } from './types.ts';

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist. Check the path',
  ENOTDIR: 'does not exist. Check the path',
  EACCES: 'cannot be read: permission denied. Change its permissions or copy it',
  EPERM: 'cannot be read: permission denied. Change its permissions or copy it',
  ELOOP: 'is a link that leads back to itself. Name the file itself',
  ENAMETOOLONG: 'does not exist: the name is too long. Check the path',
  EISDIR: 'is a folder where a file was expected',
  EMFILE: 'cannot be read: too many files are open. Raise the limit (`ulimit -n 1024`)',
  ENFILE: 'cannot be read: too many files are open on this machine. Try again',
  EIO: 'cannot be read: the disk reports an error',
  ENOSPC: 'cannot be unpacked: the temporary folder is full. Free some space or set TMPDIR to another folder',
  EDQUOT: 'cannot be unpacked: the temporary folder is full. Free some space or set TMPDIR to another folder',
  EROFS: 'cannot be unpacked: the temporary folder is read-only. Set TMPDIR to another folder',
};

/** The whole sentence for people about an error at `name`. */
export function explainError(name: string, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  return new SourceError(`\`${name}\` ${reasonOf(error)}`, { cause: error });
}

/** Only the reason: `cannot be read: permission denied. …`. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  const known = code === undefined ? undefined : sentences[code];
  if (known !== undefined) return known;
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
