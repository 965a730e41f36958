/** `apidelta serve`: the built site on localhost, until it is stopped. */

import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { realPathOf } from '../site/out-folder.ts';
import { recoverSite } from '../site/recover.ts';

export interface ServeOptions {
  readonly out: string;
  readonly port: number;
  readonly base?: string;
}

/** How many ports after the wanted one are tried. */
const tries = 20;

/** Serves the site; ends when the process is told to. */
export async function serve(options: ServeOptions, io: Io): Promise<number> {
  const folder = realPathOf(options.out);
  recoverSite(folder, io);
  if (!existsSync(join(folder, 'index.html')))
    throw new UsageError(
      `There is no site in ${options.out}: run \`apidelta build\` first, or name its folder with --out.`,
    );
  const base = options.base ?? '/';
  const files = sirv(folder, { etag: true, dev: true, onNoMatch: (_request, response) => notFound(folder, response) });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (base !== '/' && !url.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    if (base !== '/') request.url = `/${url.slice(base.length)}`;
    files(request, response);
  });
  const port = await listen(server, options.port);
  io.stdout.write(`http://localhost:${port}${base}\n`);
  await new Promise<void>((done) => {
    const stop = () => server.close(() => done());
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
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

function notFound(folder: string, response: ServerResponse): void {
  const page = join(folder, '404.html');
  response.statusCode = 404;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (existsSync(page)) createReadStream(page).pipe(response);
  else response.end('Not found');
}
