/** `apidelta find`: every operation, field, value and shape with a name, and since when each exists. */
import { visibleText } from '../../model/index.ts';
import { type Asked, type Found, findInStore, type Occurrence } from '../../store/find.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';

export interface FindOptions {
  readonly store?: string;
  readonly format: string;
}

/** Prints where a name occurs. */
export async function findCommand(words: readonly string[], options: FindOptions, io: Io): Promise<number> {
  const name = words.join(' ');
  if (name.trim() === '') throw new UsageError('Name what to find: an operation, a field, a value or a shape.');
  const found = await findInStore(options.store, name);
  if ('asked' in found) throw new UsageError(await whyNothing(name, found));
  const { places } = found;
  if (options.format === 'json') io.stdout.write(`${JSON.stringify(places.map(asJson), null, 2)}\n`);
  else io.stdout.write(places.map((one) => `${visibleText(lineOf(one))}\n`).join(''));
  return exitCodes.done;
}

/** The sentence for a text that finds nothing: what it was read as, and what is near to it. */
async function whyNothing(
  text: string,
  { asked: { kind, service, name }, operations, services }: Extract<Found, { asked: Asked }>,
): Promise<string> {
  const { offer } = await import('../nearest.ts');
  const nothing = `The newest states in the store have nothing of the name ${visibleText(text.trim())}`;
  if (service !== null && name === '')
    return `${nothing}: it is a service, \`apidelta log ${visibleText(service)}\` tells of it.`;
  if (service === null) {
    const [before = '', after = ''] = text.trim().split(/[.:\s]+/, 2);
    return after === ''
      ? `${nothing}.`
      : `${nothing}, and no service ${visibleText(before)}${offer(before, services)}.`;
  }
  const what = `${visibleText(service)} has ${kind === null ? 'nothing' : `no ${kind}`} of the name ${visibleText(name)} in its newest state`;
  const isOperation = (one: string) => name.toLowerCase().startsWith(`${one.toLowerCase()}.`);
  if (operations.some(isOperation))
    return `${what}: \`apidelta log ${visibleText(`${service}.${name}`)}\` tells of a part of an operation.`;
  return `${what}${kind === null || kind === 'operation' ? offer(name, operations) : ''}.`;
}

function asJson({ since, ...one }: Occurrence): object {
  return { ...one, since: since?.release ?? null, orEarlier: since?.orEarlier ?? false };
}

function lineOf({ service, what, operation, direction, path, since }: Occurrence): string {
  const where = [service, operation, direction, path].filter((part) => part !== null && part !== '').join(' ');
  const when = since === null ? '' : ` since ${since.release}${since.orEarlier ? ' or earlier' : ''}`;
  return `${what.padEnd(9)} ${where}${when}`;
}
