/**
 * `apidelta merge --store`: joins the parts of a store from several machines; the result is the store that one machine
 * would make.
 */
import { mergeParts } from '../../store/write.ts';
import { exitCodes, type Io } from '../io.ts';

/** Joins the parts. All problems are reported before anything is written. */
export async function mergeStores(parts: readonly string[], store: string, io: Io): Promise<number> {
  await mergeParts(parts, store);
  io.stderr.write(`${store} is made of ${parts.length} parts.\n`);
  return exitCodes.done;
}
