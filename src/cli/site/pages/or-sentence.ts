/** Turns an error of the system while pages are made into a sentence for the user. */
import { UsageError } from '../../io.ts';
import { systemErrorOf } from '../../system-error.ts';

/**
 * Runs a function on a folder; throws a `UsageError` if the disk is full, or another limit of the system is reached.
 */
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
