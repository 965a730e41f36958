/** `apidelta parse`: the normalized model of one source. */
import { printParsed } from '../formats/parsed.ts';
import { exitCodes, type Io } from '../io.ts';
import { loadApi } from '../load-api.ts';
import { printMessages, printPassedOver } from '../print-messages.ts';
import { makeProgress } from '../progress.ts';

export interface ParseOptions {
  readonly format: string;
  readonly services?: readonly string[];
  readonly allApiVersions?: boolean;
}

/** Parses a source and prints it. */
export async function parseCommand(spec: string, options: ParseOptions, io: Io): Promise<number> {
  const loaded = await loadApi(
    spec,
    {
      ...(options.services === undefined ? {} : { services: options.services }),
      ...(options.allApiVersions === true ? { allApiVersions: true } : {}),
    },
    makeProgress(io.stderr),
  );
  printMessages(loaded.messages, io.stderr);
  printPassedOver(loaded.passedOver, io.stderr);
  for (const text of printParsed(loaded, options.format, (sentence) => io.stderr.write(`${sentence}\n`)))
    io.stdout.write(text);
  // If a single file lost content, the user's request failed; in a tree the rest is still good.
  const failed = new Set(loaded.messages.filter(({ fatal }) => fatal === true).map(({ file }) => file));
  if (failed.size === 0) return exitCodes.done;
  if (loaded.files === 1) return exitCodes.bad;
  const files = failed.size === 1 ? 'file has errors: what it shows' : 'files have errors: what they show';
  io.stderr.write(`${failed.size} ${files} is not complete.\n`);
  return exitCodes.done;
}
