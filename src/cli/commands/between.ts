/** `apidelta between`: the net changes of a service between two versions, from the store. */
import { openStore } from '../../store/read.ts';
import { printComparison } from '../formats/diff-formats.ts';
import { syntaxFor } from '../formats/syntax.ts';
import { exitCodes, type Io } from '../io.ts';
import { serviceNamed } from '../resolve-thing.ts';
import { fails } from './diff.ts';

export interface BetweenOptions {
  readonly store?: string;
  readonly format: string;
  readonly failOn?: string;
  readonly syntax?: boolean;
}

/** Prints what changed on the whole. */
export async function betweenCommand(
  name: string,
  older: string,
  newer: string,
  options: BetweenOptions,
  io: Io,
): Promise<number> {
  const store = openStore(options.store);
  try {
    const ids = store.services().map(({ id }) => id);
    const service = serviceNamed(name, ids);
    const [from, to] = [store.version(older), store.version(newer)];
    const changes = store.between(service, from, to);
    const services = changes === null ? [] : [changes];
    const side = (version: string) => ({ version, date: null, source: `${service} ${version}` });
    const syntax = syntaxFor(options.format, options.syntax, (id) => ({
      old: store.stateAt(id, from),
      new: store.stateAt(id, to),
    }));
    io.stdout.write(
      await printComparison(
        { old: side(from), new: side(to), services, syntax, out: io.stdout, env: io.env },
        options.format,
      ),
    );
    return fails(services, options.failOn) ? exitCodes.found : exitCodes.done;
  } finally {
    store.close();
  }
}
