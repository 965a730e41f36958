/**
 * The list of a site's files: it marks a folder as a site of apidelta, and separates our files from those of others.
 */

import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { errorCode } from '../../sources/error-code.ts';

/** The name of the list in the site; without a dot at the beginning, because hosts and shells ignore such files. */
export const manifestName = 'apidelta-site.json';

/** The files of a site with the SHA-256 of each, except the list itself. */
export type SiteFiles = ReadonlyMap<string, string>;

/** The files of a unit, and the fingerprint of its content. */
export interface UnitList {
  readonly print: string;
  readonly files: SiteFiles;
}

/** The files of a site, by unit. */
export interface SiteList {
  /** The hash of the code and the options that made it. */
  readonly code: string;
  readonly units: ReadonlyMap<string, UnitList>;
  /** The files of no unit: scripts, styles, lists of pages. */
  readonly rest: SiteFiles;
  /** Which part of a site this is; absent for a complete one. */
  readonly part?: SitePart;
}

/** What the parts of one site have in common, and which one this is. */
export interface SitePart {
  readonly index: number;
  readonly count: number;
  /** The stamp of its store. */
  readonly store: string;
  readonly base: string;
  readonly site: string | null;
  readonly headers: boolean;
  readonly precompress: boolean;
}

/** All files of a site. */
export function filesOf({ units, rest }: SiteList): SiteFiles {
  // A site has 100,000 files: pairs of them in between would take longer than the rest.
  const all = new Map<string, string>();
  for (const { files } of units.values()) for (const [name, hash] of files) all.set(name, hash);
  for (const [name, hash] of rest) all.set(name, hash);
  return all;
}

/** Writes a list. It has no time, and everything in it is sorted: equal sites have equal lists. */
export function writeSiteList(folder: string, list: SiteList): void {
  const units = [...list.units].sort(byName).map(([name, { print, files }]) => [name, { print, files: plain(files) }]);
  const text = JSON.stringify(
    {
      ...{ name: packageJson.name, version: packageJson.version, format: 2, list: hashOfList(list) },
      ...(list.part === undefined ? {} : { part: list.part }),
      ...{ code: list.code, units: Object.fromEntries(units), files: plain(list.rest) },
    },
    null,
    1,
  );
  writeFileSync(join(folder, manifestName), `${text}\n`);
}

/** Lists all files in a folder as files of no unit. */
export function writeManifest(folder: string): void {
  writeSiteList(folder, { code: '', units: new Map(), rest: hashesIn(folder) });
}

/** The hashes of all files in a folder. */
export function hashesIn(folder: string): SiteFiles {
  const names = filesIn(folder).filter((name) => name !== manifestName);
  return new Map(names.map((name) => [name, hashOf(join(folder, name))]));
}

/** The files in the list of a folder; null if there is no list, `damaged` if it was changed. */
export function readManifest(folder: string): SiteFiles | null | 'damaged' {
  const list = readSiteList(folder);
  return list === null || list === 'damaged' ? list : filesOf(list);
}

/** The text of the list in a folder; undefined if there is none. */
export function listText(folder: string): string | undefined {
  return readIfThere(join(folder, manifestName));
}

/** The list of a folder; null if there is none, `damaged` if it was changed. */
export function readSiteList(folder: string): SiteList | null | 'damaged' {
  const text = listText(folder);
  return text === undefined ? null : parseSiteList(text);
}

/** Reads the text of a list; `damaged` if it was changed. Lists of format 1 have no units. */
export function parseSiteList(text: string): SiteList | 'damaged' {
  try {
    const found = JSON.parse(text) as {
      readonly name?: unknown;
      readonly list?: unknown;
      readonly format?: unknown;
      readonly code?: unknown;
      readonly units?: Readonly<Record<string, { readonly print?: unknown; readonly files: object }>>;
      readonly files: object;
      readonly part?: SitePart;
    };
    const units = Object.entries(found.units ?? {}).map(
      ([name, { print, files }]) => [name, { print: String(print), files: mapOf(files) }] as const,
    );
    const list: SiteList = { code: String(found.code ?? ''), units: new Map(units), rest: mapOf(found.files) };
    const { part } = found;
    const whole: SiteList = { ...list, ...(part === undefined ? {} : { part }) };
    // Lists of format 1 have only files.
    const sum = found.format === 1 ? listHash(filesOf(list)) : hashOfList(whole);
    const isWhole = found.name === packageJson.name && found.list === sum && (part === undefined || isPart(part));
    const arePlain = (files: SiteFiles) => files.keys().every(isPlainName);
    return isWhole && arePlain(list.rest) && units.every(([, { files }]) => arePlain(files)) ? whole : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** One hash of everything in a list. */
function hashOfList({ code, units, rest, part }: SiteList): string {
  const prints = [...units].sort(byName).map(([name, { print, files }]) => [name, print, listHash(files)]);
  const text = JSON.stringify([code, part ?? null, prints, listHash(rest)]);
  return createHash('sha256').update(text).digest('base64url');
}

function isPart({ index, count, store, base, site, headers, precompress }: SitePart): boolean {
  const isCounted = Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count;
  const isTold = typeof store === 'string' && typeof base === 'string';
  const areSaid = typeof headers === 'boolean' && typeof precompress === 'boolean';
  return isCounted && isTold && areSaid && (site === null || URL.canParse(site));
}

function plain(files: SiteFiles): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].sort(byName));
}

function mapOf(files: object): SiteFiles {
  const all = new Map<string, string>();
  for (const [file, hash] of Object.entries(files)) all.set(file, String(hash));
  return all;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * Every file and link below a folder, such as `services/ec2/index.html`, sorted. Links are not followed; an unreadable
 * folder is one entry.
 */
export function filesIn(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (inside: string): void => {
    const entries = entriesIn(join(folder, inside));
    if (entries === null) found.push(inside);
    for (const entry of entries ?? []) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) visit(name);
      else found.push(name);
    }
  };
  visit('');
  return found.sort();
}

/** The entries of a folder; null if it cannot be read. */
export function entriesIn(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'EACCES') return null;
    throw error;
  }
}

/** The hash of a file; empty if it is not a file. */
export function hashOf(file: string): string {
  if (!lstatSync(file).isFile()) return '';
  return createHash('sha256').update(readFileSync(file)).digest('base64url');
}

/** Another program may have written the list: no name in it may lead out of the site. */
function isPlainName(name: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)|[\\\0]/.test(name);
}

function listHash(files: SiteFiles): string {
  const hash = createHash('sha256');
  let text = '';
  for (const [name, content] of [...files].sort(byName)) text += `${name}\n${content}\n`;
  hash.update(text);
  return hash.digest('base64url');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
