/** Why a file or a folder of the site cannot be written, as the end of a sentence. */

/** The reason that an error of the system gives. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full, or fails',
  EDQUOT: 'the disk is full, or fails',
  // A copy on a full disk ends in EIO.
  EIO: 'the disk is full, or fails',
  EFBIG: 'a file would be larger than the limit on this machine allows (ulimit -f)',
  EMFILE: 'more files would be open than the limit on this machine allows (ulimit -n)',
  EACCES: 'it may not be written by you',
  EPERM: 'it may not be written by you',
  EROFS: 'it is on a read-only file system',
  ENOTDIR: 'a part of its path is no folder',
  EEXIST: 'a part of its path is no folder',
  ELOOP: 'it is a link that leads to itself',
  ENAMETOOLONG: 'its name is too long for the disk',
};
