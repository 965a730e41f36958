/** `apidelta ingest`: sources into the store, only what is new. */
import { Database, defaultStore, type IngestReport, ingest } from '../../store/index.ts';
import { exitCodes, type Io } from '../io.ts';
import { printMessages } from '../print-messages.ts';
import { makeProgress } from '../progress.ts';

export interface SourceFlags {
  readonly as?: string;
  readonly date?: string;
  readonly complete?: boolean;
  readonly services?: readonly string[];
}

/** Takes sources in. */
export async function ingestCommand(
  specs: readonly string[],
  options: SourceFlags & { readonly store?: string },
  io: Io,
): Promise<number> {
  const database = Database.open(options.store ?? defaultStore);
  try {
    const report = await ingestWithProgress(database, specs, options, io);
    io.stderr.write(`${sentence(report)}\n`);
  } finally {
    database.close();
  }
  return exitCodes.done;
}

/** Ingests with a progress bar and prints what the parsers had to say. */
export async function ingestWithProgress(
  database: Database,
  specs: readonly string[],
  options: SourceFlags,
  io: Io,
): Promise<IngestReport> {
  const progress = makeProgress(io.stderr);
  const { as, date, complete, services } = options;
  try {
    const report = await ingest(
      database,
      specs,
      {
        ...(as === undefined ? {} : { as }),
        ...(date === undefined ? {} : { date }),
        ...(complete === true ? { complete } : {}),
        ...(services === undefined ? {} : { services }),
      },
      {
        onSource: (spec, units) => progress.start(`Reading ${spec}`, units),
        onUnit: (name) => progress.step(name),
      },
    );
    progress.stop();
    printMessages(report.messages, io.stderr);
    for (const { name, reason } of report.unknownFiles.slice(0, 10))
      io.stderr.write(`${name}: passed over: ${reason}\n`);
    if (report.unknownFiles.length > 10)
      io.stderr.write(`… and ${report.unknownFiles.length - 10} more files were passed over.\n`);
    for (const spec of report.derived?.undated ?? [])
      io.stderr.write(`${spec}: it names no version and no day: give --as or --date to put it in order.\n`);
    if ((report.derived?.unmatchedNotes ?? 0) > 0)
      io.stderr.write(`${report.derived?.unmatchedNotes} release notes are about no service that is known here.\n`);
    return report;
  } finally {
    progress.stop();
  }
}

function sentence(report: IngestReport): string {
  if (report.added === 0) return 'Nothing new.';
  return `${report.added} new, ${report.known} known before, ${report.services} services.`;
}
