/** Reads a file of the project that the user names, if it is one that can be read: a pipe may be waited for forever. */
import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../io.ts';

/** Far more than any lock file or configuration has. */
const mebibytes = 32;

/** What a shell has opened already has somebody who writes: `--requirements <(pip freeze)`, `pip freeze | … /dev/stdin`. */
const opened = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/**
 * The bytes of a file that exists, or of a pipe that the shell opened. Throws a `UsageError` for a folder, with what it
 * would have to contain.
 */
export function readWhole(file: string, what: string): Buffer {
  const found = statSync(file);
  if (found.isDirectory()) throw new UsageError(`\`${file}\` is a folder: name the file in it that ${what}.`);
  if (!found.isFile() && !(found.isFIFO() && opened.test(file)))
    throw new UsageError(`\`${file}\` is neither a file nor a folder: write what it gives into a file, and name that.`);
  if (found.size > mebibytes * 2 ** 20)
    throw new UsageError(`\`${file}\` is larger than ${mebibytes} MiB, and is not read.`);
  return readFileSync(file);
}
