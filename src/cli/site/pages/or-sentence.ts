/** What the system has against making pages, as a sentence for the user. */
import { UsageError } from '../../io.ts';
import { systemErrorOf } from '../../system-error.ts';

/** Does something in a folder; where the disk is full, or another limit of the system is reached, it throws a `UsageError`. */
export async function orSentence<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = systemErrorOf(error);
    if (known === undefined || !limits.has(known.code)) throw error;
    const advice = handles.has(known.code) ? '' : ' TMPDIR names another temporary folder.';
    throw new UsageError(`The pages cannot be made in \`${folder}\`: ${known.reason}.${advice}`);
  }
}

const handles = new Set(['EMFILE', 'ENFILE']);
const limits = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EACCES', ...handles]);
