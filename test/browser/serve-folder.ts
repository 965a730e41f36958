/** Serves a folder as a host of static sites does: folders by their `index.html`, everything gzipped, 404 with its page. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** A running server. */
export interface Served {
  /** The address of the site, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder under a base path, on a port that is free. */
export async function serveFolder(folder: string, base: string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = decodeURIComponent(pathname).replace(base, '/');
    const wanted = path.join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
    const found = wanted.startsWith(folder) && existsSync(wanted) && path.extname(wanted) !== '';
    const file = found ? wanted : path.join(folder, '404.html');
    response.writeHead(found ? 200 : 404, {
      'content-type': types[path.extname(file)] ?? 'text/plain',
      'content-encoding': 'gzip',
      // As hosts say it; names of these files change with what is in them.
      'cache-control': inside.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'public, max-age=600',
    });
    response.end(gzipSync(readFileSync(file), { level: 6 }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
