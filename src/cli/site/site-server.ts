/** Answers requests for the files of a site, and for nothing else on this machine. */
import { accessSync, constants, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { basename, join, sep } from 'node:path';
import sirv, { type Options } from 'sirv';
import { feedTypeOf, siteHeaders } from '../../view/site/site-headers.ts';

/** What is served, and to whom. */
export interface Served {
  /** The folder of the site, links followed. */
  readonly folder: string;
  readonly base: string;
  /** Names of hosts that requests may be for, beside those of this machine. */
  readonly hosts: readonly string[];
}

/** The names that this machine has for itself. */
const ownHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Makes the function that answers. */
export function siteListener(served: Served): RequestListener {
  const hosts = new Set([...ownHosts, ...served.hosts].map((host) => host.toLowerCase()));
  const options: Options = {
    etag: true,
    dev: true,
    // The names are whole when they get there: what it would try else, nobody has looked at.
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
    // Any page in the browser can have its own host's name lead to this machine: such requests get nothing.
    if (!hosts.has(hostOf(request) ?? '')) {
      refuse(response, 403, 'This host is not served: --allow-host allows it.');
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET and HEAD are answered.');
    } else answer(request, response);
  };
}

/** The encodings that a browser takes: `br;q=0` says that it does not take that one, which sirv does not know. */
function takenOf(encodings: string): string {
  const taken = encodings.split(',').filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one));
  return taken.join(',');
}

/** Whether `build --precompress` wrote compressed forms of a file. A link may lead out of the folder, and is none. */
function hasForms(file: string): boolean {
  const found = ['.br', '.gz'].flatMap((end) => lstatSync(file + end, { throwIfNoEntry: false }) ?? []);
  return found.length > 0 && found.every((form) => form.isFile());
}

/** The name of the host that a request is for, without the port. */
function hostOf(request: IncomingMessage): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[^:@/?#\\\s]+)(?::\d+)?$/i.exec(request.headers.host ?? '')?.[1]?.toLowerCase();
}

/** The parts of a path, decoded; null for what is no path, or leads up. */
function pathSegments(path: string): readonly string[] | null {
  if (!path.startsWith('/') || path.startsWith('//')) return null;
  try {
    const names = path.slice(1).split('/').map(decodeURIComponent);
    return names.some((name) => /[\\/\0]/.test(name) || name === '..' || name === '.') ? null : names;
  } catch {
    return null;
  }
}

/** The file for an address: itself, or the page of a folder. `folder` where only the slash behind it is missing. */
function fileOf(folder: string, inside: string): string | 'folder' | null {
  if (inside.split('/').some((name) => name.startsWith('.'))) return null;
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  const kind = entryKind(folder, file);
  if (kind === 'folder') return entryKind(folder, `${file}/index.html`) === 'file' ? 'folder' : null;
  return kind === 'file' ? file : null;
}

/** What stands there, where it may be read and really stands in the folder: a link out of it is nothing. */
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

/** Whether a range is one that begins before it ends; others are answered with the whole file. */
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
