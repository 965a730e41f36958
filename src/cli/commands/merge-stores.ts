/** `apidelta merge --store`: the parts of a store, each made by another machine, become the store that one machine would have made. */
import { mergeParts } from '../../store/write.ts';
import { exitCodes, type Io } from '../io.ts';

/** Puts them together. All that prevents it is said before anything is written. */
export async function mergeStores(parts: readonly string[], store: string, io: Io): Promise<number> {
  await mergeParts(parts, store);
  io.stderr.write(`${store} is made of ${parts.length} parts.\n`);
  return exitCodes.done;
}
