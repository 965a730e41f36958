/** `apidelta doctor`: checks the store for damage, says what to do, and repairs what can be made again. */
import { existsSync } from 'node:fs';
import { visibleText } from '../../model/index.ts';
import { DamagedStoreError, defaultStore, openStore } from '../../store/read.ts';
import { Database, repair } from '../../store/write.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';

/** Examines the store; exit code 1 if it finds a problem. */
export async function doctor(options: { readonly store?: string; readonly repair?: boolean }, io: Io): Promise<number> {
  const file = options.store ?? defaultStore;
  if (!existsSync(file))
    throw new UsageError(`There is no store at \`${file}\`: ingest something first, or name another with --store.`);
  try {
    return await examineStore(file, options.repair === true, io);
  } catch (error) {
    if (!(error instanceof DamagedStoreError)) throw error;
    // The error's own sentence tells its reader to run this command.
    throw new UsageError(
      `The store \`${file}\` is damaged (${error.what}), and nothing in it can be read: delete it and take your sources in again.`,
    );
  }
}

async function examineStore(file: string, repairs: boolean, io: Io): Promise<number> {
  if (repairs && (await repairStore(file)) === 'repaired') io.stdout.write('What was damaged was made again.\n');
  const store = openStore(file, { allowsPart: true });
  try {
    const found = store.examine();
    const megabytes = (found.size / 1e6).toFixed(1);
    io.stdout.write(
      `${file}: ${megabytes} MB, ${found.releases} releases, ${found.services} services, ${found.inputs} states (${found.blobs} kept), ${found.changes} changes\n`,
    );
    for (const remark of found.remarks) io.stdout.write(`${visibleText(remark)}\n`);
    for (const problem of found.problems) io.stdout.write(`${problem}\n`);
    if (found.problems.length === 0) io.stdout.write('Nothing is wrong.\n');
    return found.problems.length === 0 ? exitCodes.done : exitCodes.found;
  } finally {
    store.close();
  }
}

async function repairStore(file: string): ReturnType<typeof repair> {
  const database = Database.open(file);
  try {
    return await repair(database);
  } finally {
    database.close();
  }
}
