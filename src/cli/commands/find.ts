/** `apidelta find`: every operation, field, value and shape with a name, and since when each exists. */
import { visibleText } from '../../model/index.ts';
import { findInStore, type Occurrence } from '../../store/find.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';

export interface FindOptions {
  readonly store?: string;
  readonly format: string;
}

/** Prints where a name occurs. */
export async function findCommand(name: string, options: FindOptions, io: Io): Promise<number> {
  if (name.trim() === '') throw new UsageError('Name what to find: an operation, a field, a value or a shape.');
  const found = findInStore(options.store, name);
  if (found.length === 0)
    throw new UsageError(`The newest states in the store have nothing of the name ${visibleText(name)}.`);
  if (options.format === 'json') io.stdout.write(`${JSON.stringify(found.map(asJson), null, 2)}\n`);
  else io.stdout.write(found.map((one) => `${visibleText(lineOf(one))}\n`).join(''));
  return exitCodes.done;
}

function asJson({ since, ...one }: Occurrence): object {
  return { ...one, since: since?.release ?? null, orEarlier: since?.orEarlier ?? false };
}

function lineOf({ service, what, operation, direction, path, since }: Occurrence): string {
  const where = [service, operation, direction, path].filter((part) => part !== null && part !== '').join(' ');
  const when = since === null ? '' : ` since ${since.release}${since.orEarlier ? ' or earlier' : ''}`;
  return `${what.padEnd(9)} ${where}${when}`;
}
