/** What an upgrade changes, from the store: the net changes of every service between two versions. */
import { existsSync } from 'node:fs';
import { proseReader } from '../../diff/index.ts';
import type { ServiceChanges } from '../../model/index.ts';
import { isSameVersion } from '../../model/versions.ts';
import { readProse, wordsOfHtml } from '../../parse/index.ts';
import { defaultStore, openStore } from '../../store/read.ts';
import type { LoadVersionPair } from '../formats/syntax.ts';
import { UsageError } from '../io.ts';
import type { Progress } from '../progress.ts';
import { dayOf, serviceNamed } from '../resolve-thing.ts';
import { type Compared, operationNames } from './report.ts';

export interface Upgrade {
  readonly from: string;
  /** Undefined: the newest version that the store knows. */
  readonly to: string | undefined;
  readonly store: string | undefined;
  readonly services: readonly string[] | undefined;
  /** Whether descriptions are compared too. */
  readonly docs: boolean;
}

export interface Upgraded {
  /** Both in the spelling of the store. */
  readonly from: string;
  readonly to: string;
  /** The day of each release, such as `2024-05-01`; null if no source states it. */
  readonly days: { readonly from: string | null; readonly to: string | null };
  readonly services: readonly ServiceChanges[];
  readonly loadVersionPair: LoadVersionPair;
  readonly operations: Compared['operations'];
  /** Services that the store knows, but whose state before the upgrade it does not know. */
  readonly unknownBefore: readonly string[];
  /** A sentence for each service that was asked for, and that neither version has. */
  readonly inNeither: readonly string[];
}

/** Compares all services. Throws a `StoreError` if the store does not cover both versions. */
export function upgradeFromStore(upgrade: Upgrade, progress: Progress): Upgraded {
  const file = upgrade.store ?? defaultStore;
  if (!existsSync(file))
    throw new UsageError(
      `There is no store at \`${file}\`: ingest something first, name another with --store, a clone of botocore with --git, or wheels with --wheels.`,
    );
  const store = openStore(file);
  try {
    const named = (version: string) => store.versions().find((one) => isSameVersion(one, version)) ?? version;
    const from = named(upgrade.from);
    const asked = upgrade.services?.map((name) => serviceNamed(name, store.serviceIds()));
    const planned = store.upgrade(from, upgrade.to === undefined ? undefined : named(upgrade.to), asked);
    const { to, touched, unknownBefore } = planned;
    // A version between two releases is not a release, and has no state of its own.
    for (const version of [from, to]) store.version(version);
    const absent = (asked ?? []).filter((id) => [from, to].every((version) => store.stateAt(id, version) === null));
    const inNeither = absent.map((id) => {
      const renamed = store.renamedTo(id);
      const now = renamed === null ? '' : `: it was renamed in ${renamed.version}, and is ${renamed.service} now`;
      return `${id} is in neither ${from} nor ${to}${now}.`;
    });
    if (absent.length > 0 && absent.length === asked?.length && touched.length === 0)
      throw new UsageError(inNeither.join('\n'));
    progress.start(`Comparing ${from} with ${to}`, touched.length);
    const options = upgrade.docs ? { documentation: true, prose: proseReader(readProse, wordsOfHtml) } : {};
    const services = touched.flatMap((id) => {
      progress.step(id);
      return store.netChanges(id, from, to, options) ?? [];
    });
    const loadVersionPair = (id: string) => statesIn(file, id, from, to);
    const operations = () =>
      operationNames(touched.map(loadVersionPair).flatMap(({ old, new: now }) => [old ?? none, now ?? none]));
    const days = { from: dayOf(store, from), to: dayOf(store, to) };
    return { from, to, days, services, loadVersionPair, operations, unknownBefore, inNeither };
  } finally {
    progress.stop();
    store.close();
  }
}

const none = { operations: [] };

/**
 * Reads both states again: keeping the states of all services would take too much memory, and reading them costs little
 * beside printing.
 */
function statesIn(file: string, service: string, from: string, to: string): ReturnType<LoadVersionPair> {
  const store = openStore(file);
  try {
    return { old: store.stateAt(service, from), new: store.stateAt(service, to) };
  } finally {
    store.close();
  }
}
