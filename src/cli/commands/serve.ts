/** `apidelta serve`: serves the built site on localhost, until it is stopped. */

import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { realPathOf } from '../site/out-folder.ts';
import { recoverSite } from '../site/recover.ts';
import { siteListener } from '../site/site-server.ts';

export interface ServeOptions {
  readonly out: string;
  readonly port: number;
  readonly base?: string;
  /** Additional names of hosts that requests may use, besides this machine's own. */
  readonly allowHost?: readonly string[];
  /** Make the pages on request, from sources or a store. */
  readonly watch?: boolean;
  readonly from?: readonly string[];
  readonly store?: string;
}

/** The number of ports after the wanted one that are tried. */
const tries = 20;

/** Serves the site; ends when the process is told to. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  if (options.watch === true) return (await import('./serve-watch.ts')).serveWatching(options, io);
  const idle = options.from === undefined ? (options.store === undefined ? undefined : '--store') : '--from';
  if (idle !== undefined)
    throw new UsageError(
      `${idle} is for --watch, which makes the pages: without it, the site is served that \`build\` made.`,
    );
  const folder = realPathOf(options.out);
  recoverSite(folder, io);
  if (!existsSync(join(folder, 'index.html')))
    throw new UsageError(
      `There is no site in \`${options.out}\`: run \`apidelta build\` first, or name its folder with --out.`,
    );
  const base = options.base ?? '/';
  const server = createServer(siteListener({ folder, base, hosts: options.allowHost ?? [] }));
  const port = await listen(server, options.port);
  io.stdout.write(`http://localhost:${port}${base}\n`);
  await new Promise<void>((done) => {
    const stop = () => {
      server.close(() => done());
      // Browsers keep connections open long after the last answer.
      server.closeAllConnections();
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  });
  return exitCodes.done;
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    const taken = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done);
      server.listen(port, 'localhost', () => {
        server.removeListener('error', done);
        done(undefined);
      });
    });
    if (taken === undefined) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
    if (taken.code !== 'EADDRINUSE' || port >= wanted + tries)
      throw new UsageError(`Port ${port} cannot be used (${taken.code}): name another with --port.`);
  }
}
