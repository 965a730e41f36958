/** Answers requests for the files of a site, and for no other files of this machine. */
import { accessSync, constants, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { basename, join, sep } from 'node:path';
import sirv, { type Options } from 'sirv';
import { feedTypeOf, siteHeaders } from '../../view/site/site-headers.ts';

/** What is served, and for which hosts. */
export interface Served {
  /** The folder of the site, with links resolved. */
  readonly folder: string;
  readonly base: string;
  /** Additional names of hosts that requests may use. */
  readonly hosts: readonly string[];
}

/** The local names of this machine. */
const ownHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Makes the function that answers. */
export function siteListener(served: Served): RequestListener {
  const hosts = new Set([...ownHosts, ...served.hosts].map((host) => host.toLowerCase()));
  const options: Options = {
    etag: true,
    dev: true,
    // Only complete names arrive here: sirv's own attempts at other names would bypass these checks.
    extensions: [],
    setHeaders: (response, path) => {
      const type = feedTypeOf(basename(path));
      if (type !== null) response.setHeader('Content-Type', type);
    },
    onNoMatch: (request, response) => notFound(served, request, response),
  };
  const files = sirv(served.folder, options);
  const forms = sirv(served.folder, { ...options, gzip: true, brotli: true });
  const answer: RequestListener = (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split(/(?=\?)/, 2);
    const names = pathSegments(path);
    if (names === null) {
      refuse(response, 400, 'This is no address.');
    } else if (!path.startsWith(served.base)) {
      response.writeHead(302, { Location: served.base }).end();
    } else {
      const inside = names.slice(served.base.split('/').length - 2).join('/');
      const found = fileOf(served.folder, inside);
      if (found === 'folder') response.writeHead(301, { Location: `${path}/${query}` }).end();
      else if (found === null) notFound(served, request, response);
      else {
        request.url = `/${encodeURI(found)}`;
        if (!isRange(request.headers.range)) delete request.headers.range;
        const { 'accept-encoding': encodings } = request.headers;
        if (encodings !== undefined) request.headers['accept-encoding'] = takenOf(String(encodings));
        (hasForms(join(served.folder, found)) ? forms : files)(request, response);
      }
    }
  };
  return (request, response) => {
    for (const [name, value] of Object.entries(siteHeaders)) response.setHeader(name, value);
    // A page in the browser can make its own host's name lead to this machine: such requests are refused.
    if (!hosts.has(hostOf(request) ?? '')) {
      refuse(response, 403, 'This host is not served: --allow-host allows it.');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET and HEAD are answered.');
    } else answer(request, response);
  };
}

/** The encodings that a browser accepts: `br;q=0` excludes one, which sirv does not know. */
function takenOf(encodings: string): string {
  const taken = encodings.split(',').filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one));
  return taken.join(',');
}

/**
 * Whether `build --precompress` wrote compressed files for a file. A link may lead out of the folder, and does not
 * count.
 */
function hasForms(file: string): boolean {
  const found = ['.br', '.gz'].flatMap((end) => lstatSync(file + end, { throwIfNoEntry: false }) ?? []);
  return found.length > 0 && found.every((form) => form.isFile());
}

/** The name of the requested host, without the port. */
function hostOf(request: IncomingMessage): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[^:@/?#\\\s]+)(?::\d+)?$/i.exec(request.headers.host ?? '')?.[1]?.toLowerCase();
}

/** The parts of a path, decoded; null if the path is invalid, or leads out of the folder. */
function pathSegments(path: string): readonly string[] | null {
  if (!path.startsWith('/') || path.startsWith('//')) return null;
  try {
    const names = path.slice(1).split('/').map(decodeURIComponent);
    return names.some((name) => /[\\/\0]/.test(name) || name === '..' || name === '.') ? null : names;
  } catch {
    return null;
  }
}

/**
 * The file for an address: the file itself, or the page of a folder. `folder` if only the slash at the end is missing.
 */
function fileOf(folder: string, inside: string): string | 'folder' | null {
  if (inside.split('/').some((name) => name.startsWith('.'))) return null;
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  const kind = entryKind(folder, file);
  if (kind === 'folder') return entryKind(folder, `${file}/index.html`) === 'file' ? 'folder' : null;
  return kind === 'file' ? file : null;
}

/**
 * Whether the entry is a file or a folder, if it may be read and is really in the site's folder; a link out of it
 * counts as missing.
 */
function entryKind(folder: string, inside: string): 'file' | 'folder' | null {
  try {
    const real = realpathSync(join(folder, inside));
    if (!real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
    accessSync(real, constants.R_OK);
    const found = statSync(real);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : null;
  } catch {
    return null;
  }
}

/** Whether a range begins before it ends; other ranges are answered with the whole file. */
function isRange(range: string | undefined): boolean {
  const [, start, end] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  return start !== undefined && (end === '' || end === undefined || Number(start) <= Number(end));
}

function notFound({ folder }: Served, request: IncomingMessage, response: ServerResponse): void {
  if (entryKind(folder, '404.html') !== 'file') {
    refuse(response, 404, 'There is no page here.');
    return;
  }
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(request.method === 'HEAD' ? undefined : readFileSync(join(folder, '404.html')));
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}
