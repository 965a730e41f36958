/** The address of a site: its host, and its path on it. Both are checked before anything is read. */
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../io.ts';

/** The result of `--site` and `--base`. */
export interface Address {
  /** `https://example.org`; undefined if it is not given. */
  readonly origin: string | undefined;
  /** `/`, or `/docs/`. */
  readonly base: string;
}

/** Reads `--site`: the address of the site, with its path. */
export function parseSite(value: string): string {
  const refuse = (why: string): never => {
    throw new InvalidArgumentError(`${why}, as https://example.org or https://example.org/docs/.`);
  };
  if (/[\s\p{Cc}\\]/u.test(value) || !URL.canParse(value) || !/^https?:\/\//i.test(value))
    refuse('It must be an http or https address');
  const { username, password, search, hash, pathname } = new URL(value);
  if (username !== '' || password !== '') refuse('It must be an address without a name and a password');
  if (search !== '' || hash !== '' || /[?#]/.test(value)) refuse('It must be an address without ? and #');
  if (!isPath(pathname)) refuse('Its path must be of letters, digits and - . _ ~ + @ between slashes');
  return value;
}

/**
 * Reads `--report`: the address where readers report mistakes. `{page}` in it is replaced by the address of the page.
 */
export function parseReport(value: string): string {
  const example = 'as https://example.org/issues/new?title={page} or mailto:docs@example.org';
  if (/[\s\p{Cc}\\"<>]/u.test(value) || !URL.canParse(value) || !/^(?:https?:\/\/|mailto:.)/i.test(value))
    throw new InvalidArgumentError(`It must be an http, https or mailto address, ${example}.`);
  return value;
}

/** Reads `--base`: a path from the root of the host, with or without slashes at its ends. */
export function parseBase(value: string): string {
  if (!isPath(value))
    throw new InvalidArgumentError(
      'It must be a path of letters, digits and - . _ ~ + @ between slashes, as / or /docs/.',
    );
  return basePath(value);
}

/** Joins both: the path of the site's address is its base. If both are given, they must be equal. */
export function siteAddress(site: string | undefined, base: string | undefined): Address {
  if (site === undefined) return { origin: undefined, base: base ?? '/' };
  const { origin, pathname } = new URL(site);
  const path = basePath(pathname);
  if (base !== undefined && path !== '/' && path !== base)
    throw new UsageError(
      `--site says that the site lives under \`${path}\`, and --base says \`${base}\`: give one of them.`,
    );
  return { origin, base: path === '/' ? (base ?? '/') : path };
}

function basePath(path: string): string {
  const parts = path.split('/').filter(Boolean);
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

/** A double slash at the beginning would mean another host. */
function isPath(path: string): boolean {
  if (path.startsWith('//')) return false;
  return path.split('/').every((part) => /^[\w.~+@-]*$/.test(part) && part !== '.' && part !== '..');
}
