/** `apidelta between`: the net changes of a service between two versions, from the store. */
import { openStore } from '../../store/read.ts';
import type { ChangeFilter } from '../config/filter-changes.ts';
import type { Io } from '../io.ts';
import { dayOf, serviceNamed } from '../resolve-thing.ts';
import { operationNames, report } from './report.ts';

export interface BetweenOptions extends ChangeFilter {
  readonly store?: string;
  readonly format: string;
  readonly failOn?: string;
  readonly syntax?: boolean;
  readonly config?: string;
}

/** Prints the net changes. */
export async function betweenCommand(
  name: string,
  [older, newer]: readonly [string, string],
  options: BetweenOptions,
  io: Io,
): Promise<number> {
  const store = openStore(options.store);
  try {
    const service = serviceNamed(name, store.serviceIds());
    const [from, to] = [store.version(older), store.version(newer)];
    const changes = store.between(service, from, to);
    const renamed = changes?.status === 'removed' ? store.renamedTo(service) : null;
    if (renamed !== null) {
      const now = `${renamed.service} ${from} ${to}`;
      io.stderr.write(
        `${service} was renamed in ${renamed.version}, and is ${renamed.service} now: \`apidelta between ${now}\` compares it.\n`,
      );
    }
    const services = changes === null ? [] : [changes];
    const side = (version: string) => ({ version, date: dayOf(store, version), source: `${service} ${version}` });
    const loadVersionPair = (id: string) => ({ old: store.stateAt(id, from), new: store.stateAt(id, to) });
    const operations = () => {
      const { old, new: now } = loadVersionPair(service);
      return operationNames([old, now].filter((state) => state !== null));
    };
    return await report({ old: side(from), new: side(to), services, loadVersionPair, operations }, options, io);
  } finally {
    store.close();
  }
}
