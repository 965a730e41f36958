/** What the system has against reading or writing, in words: the reason at the end of a sentence. */

/** An error of the system. */
export interface SystemError {
  readonly code: string;
  /** The file that it is about, where that is told. */
  readonly path: string | undefined;
  readonly reason: string;
}

/** The error of the system in an error: itself, what caused it, or what a library made only words of. */
export function systemErrorOf(error: unknown): SystemError | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    // An error of the system has these; of another one they are undefined.
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

/** The reason for people; of an error that is none of the system's, what it says. */
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
  // A copy on a full disk ends in it.
  EIO: 'the disk is full, or fails',
  ENAMETOOLONG: 'its name is too long for the disk',
  ELOOP: 'it is a link that leads to itself',
};

/** What Node says where it reads a program, without a name of an error. */
const wordedErrors: readonly (readonly [words: string, code: string])[] = [
  ['too many open files', 'EMFILE'],
  ['no space left on device', 'ENOSPC'],
];

/** What the bundler's own code gives instead of a name. */
const nativeErrors: Readonly<Record<string, string>> = {
  '13': 'EACCES',
  '24': 'EMFILE',
  '27': 'EFBIG',
  '28': 'ENOSPC',
  '30': 'EROFS',
};
