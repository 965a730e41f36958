/** `apidelta parse`: the normalized model of one source. */
import { printParsed } from '../formats/parse-formats.ts';
import { exitCodes, type Io } from '../io.ts';
import { loadApi } from '../load-api.ts';
import { printMessages } from '../print-messages.ts';
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
  for (const text of printParsed(loaded, options.format, (sentence) => io.stderr.write(`${sentence}\n`)))
    io.stdout.write(text);
  return exitCodes.done;
}
