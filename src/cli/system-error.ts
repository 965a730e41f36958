/** The reason for an error of the system, in words, for the end of a sentence. */

/** An error of the system. */
export interface SystemError {
  readonly code: string;
  /** The file that caused it, if the error names one. */
  readonly path: string | undefined;
  readonly reason: string;
}

/** The system's error inside an error: the error itself, its cause, or a library's message about it. */
export function systemErrorOf(error: unknown): SystemError | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    // Errors of the system have these properties; in other errors they are undefined.
    const { code = '', path } = at as NodeJS.ErrnoException;
    if (Object.hasOwn(reasons, code)) return of(code, path);
    const told = /\b(E[A-Z]{3,12})(?:$|: [^']*(?:'([^']+)')?)/.exec(at.message);
    if (told?.[1] !== undefined && Object.hasOwn(reasons, told[1])) return of(told[1], told[2]);
    const worded = wordedErrors.find(([words]) => at.message.toLowerCase().includes(words));
    if (worded !== undefined) return of(worded[1], undefined);
    const numbered = nativeErrors[/\(os error (\d+)\)/.exec(at.message)?.[1] ?? ''];
    if (numbered !== undefined) return of(numbered, undefined);
  }
  return undefined;
}

/** The reason for people; for an error that is not the system's, its own message. */
export function reasonOf(error: unknown): string {
  return systemErrorOf(error)?.reason ?? (error instanceof Error ? error.message : String(error));
}

function of(code: string, path: string | undefined): SystemError {
  return { code, path, reason: reasons[code] ?? code };
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'it may not be written or read by you',
  EPERM: 'it may not be written or read by you',
  EROFS: 'it is on a read-only file system',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  EEXIST: 'something else is there already',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'it would be larger than the limit on this machine allows (`ulimit -f unlimited` lifts it)',
  EMFILE: 'too many files are open (`ulimit -n 1024` raises the limit)',
  ENFILE: 'too many files are open on this machine',
  // Copying to a full disk ends with it.
  EIO: 'the disk is full, or fails',
  ENAMETOOLONG: 'its name is too long for the disk',
  ELOOP: 'it is a link that leads to itself',
};

/** Messages of Node when it loads a program, which have no error code. */
const wordedErrors: readonly (readonly [words: string, code: string])[] = [
  ['too many open files', 'EMFILE'],
  ['no space left on device', 'ENOSPC'],
];

/** Error codes of the bundler's native code, which gives no names. */
const nativeErrors: Readonly<Record<string, string>> = {
  '13': 'EACCES',
  '24': 'EMFILE',
  '27': 'EFBIG',
  '28': 'ENOSPC',
  '30': 'EROFS',
};
