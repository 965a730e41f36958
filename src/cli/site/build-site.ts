/** Makes the site, or its changed parts, and replaces the old site. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { append } from '../../model/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../sources/index.ts';
import { openStore } from '../../store/read.ts';
import { headersFile, headersText } from '../../view/site/site-headers.ts';
import { type Io, UsageError } from '../io.ts';
import { enterAstroRoot, type PageOptions, pageEnvironment } from './astro-root.ts';
import {
  filesIn,
  filesOf,
  hashesIn,
  hashOf,
  listText,
  type SiteFiles,
  type SiteList,
  type SitePart,
  type UnitList,
  writeSiteList,
} from './manifest.ts';
import { checkContents, type OutFolder } from './out-folder.ts';
import { compiled, runAstro } from './pages/compile-pages.ts';
import { keptPages } from './pages/kept-pages.ts';
import { partsFolder } from './pages/kept-parts.ts';
import { orSentence } from './pages/or-sentence.ts';
import { precompress } from './pages/precompress.ts';
import type { RenderStart } from './pages/render-messages.ts';
import { renderUnits, StrangeAstroError, type UnitFiles } from './pages/render-units.ts';
import { type PlannedUnit, planUnits } from './pages/unit-plan.ts';
import { type OnStep, replaceFolder, updateFolder } from './replace-folder.ts';
import { type Shard, unitsInShard } from './shards.ts';
import { markSite } from './site-mark.ts';
import { writeSitemap } from './sitemap.ts';
import type { StandingSite } from './standing-site.ts';

export interface SiteOptions extends PageOptions {
  readonly out: OutFolder;
  /** The checked site in that folder, null if there is none; it is checked here if this is absent. */
  readonly stands?: StandingSite | null;
  readonly headers?: boolean;
  /** Whether compressed files stand beside the files, for servers that send them. */
  readonly precompress?: boolean;
  /** The number of threads that make pages; one if it is absent. */
  readonly workers?: number;
  /** Makes only a part of the site. */
  readonly shard?: Shard;
  /** False: make everything from the store alone. */
  readonly parts?: boolean;
  readonly onStep?: OnStep;
}

/** What was built. */
export interface BuiltSite {
  /** The number of HTML pages of the site. */
  readonly pages: number;
  /** The number of new, changed or removed files; null if the whole site was made. */
  readonly changed: number | null;
}

/** Builds the site. If anything fails, the old site is unchanged. */
export async function buildSite(options: SiteOptions, io: Io): Promise<BuiltSite> {
  const stands = options.stands === undefined ? checkContents(options.out) : options.stands;
  const work = makeTemporaryFolder('site');
  try {
    const { folder, code: compiledCode } = await keptPages(options, work, io.env);
    // The options add other files beside the pages, but do not change the pages.
    const code = options.precompress === true ? `${compiledCode}-precompressed` : compiledCode;
    const { units: planned, prints, part } = plan(options);
    const old = oldList(options.out, stands, { code, part });
    const stale = planned.filter(({ name, print }) => old?.units.get(name)?.print !== print);
    if (old !== null && stands !== null && stale.length === 0 && isAsPlanned(stands, { planned, part }, options)) {
      refuseOther(options.out, stands);
      markSite(options.out.folder, stands.since, io.env);
      return { pages: pagesOf(filesOf(old)), changed: 0 };
    }
    if (io.stderr.isTTY === true && stale.length > 0) io.stderr.write('Building pages…\n');
    const built = join(work, 'out');
    mkdirSync(built);
    const parts = keptPartsOf(options, compiledCode, prints, io.env);
    const made = stale.length === 0 ? new Map() : await render(options, { folder, built, units: stale, parts, old });
    if (made === null && part !== undefined)
      throw new UsageError('The installed Astro makes all pages by itself: build without --shard.');
    if (made === null) return await buildPlainly(options, work, code);
    const units = unitLists(planned, made, old);
    const list = addRest(
      options,
      { built, assets: join(folder, compiled.assets) },
      { code, units, rest: new Map(), ...(part && { part }) },
    );
    if (old !== null) refuseOther(options.out, stands);
    const site = old === null ? replace(built, list, options) : update(built, list, { old, stands }, options);
    // The next build reads the new files once more; builds after it do not.
    markSite(options.out.folder, old === null || stands === null ? Date.now() : stands.since, io.env);
    return site;
  } finally {
    removeTemporaryFolder(work);
  }
}

interface Plan {
  readonly units: readonly PlannedUnit[];
  /** The fingerprints of all units by name, including those of other parts. */
  readonly prints: ReadonlyMap<string, string>;
  readonly part: SitePart | undefined;
}

function plan({ store, base, site, twins, shard, headers, precompress }: SiteOptions): Plan {
  const reader = openStore(store);
  try {
    const { units, stamp } = planUnits(reader, { base, origin: site, twins: twins !== false });
    const prints = new Map(units.map(({ name, print }) => [name, print]));
    if (shard === undefined) return { units, prints, part: undefined };
    const common = { store: stamp, base, site: site ?? null };
    const part = { ...shard, ...common, headers: headers === true, precompress: precompress === true };
    return { units: unitsInShard(units, shard), prints, part };
  } finally {
    reader.close();
  }
}

/** The list of the existing site, without missing files; null if other code or other options made it. */
function oldList(
  { named }: OutFolder,
  stands: StandingSite | null,
  { code, part }: { readonly code: string; readonly part: SitePart | undefined },
): SiteList | null {
  if (stands === null) return null;
  const { list, missing } = stands;
  const isOther = list.part?.index !== part?.index || list.part?.count !== part?.count;
  if (part !== undefined && isOther)
    throw new UsageError(
      `\`${named}\` holds ${list.part === undefined ? 'a whole site' : `part ${list.part.index} of ${list.part.count}`}: name another folder for part ${part.index} of ${part.count} with --out.`,
    );
  if (list.code !== code) return null;
  if (missing.size === 0) return list;
  // The units of missing files are made again.
  const isWhole = ([, { files }]: readonly [string, UnitList]) => ![...files.keys()].some((name) => missing.has(name));
  const rest = [...list.rest].filter(([name]) => !missing.has(name));
  return { ...list, units: new Map([...list.units].filter(isWhole)), rest: new Map(rest) };
}

/** Whether a site without stale units has all that is planned, and nothing more. */
function isAsPlanned(
  { list, missing }: StandingSite,
  { planned, part }: { readonly planned: readonly PlannedUnit[]; readonly part: SitePart | undefined },
  { headers }: SiteOptions,
): boolean {
  const isSame = list.units.size === planned.length && list.rest.has(headersFile) === (headers === true);
  return missing.size === 0 && isSame && isDeepStrictEqual(list.part, part);
}

/** Refuses to update a site that is not the one that was checked. */
function refuseOther({ named, folder }: OutFolder, stands: StandingSite | null): void {
  if (listText(folder) !== stands?.text)
    throw new UsageError(`Another apidelta has changed the site in \`${named}\` meanwhile: build it again.`);
}

/** The folder of the parts that several units share. */
function keptPartsOf(
  { parts }: SiteOptions,
  code: string,
  prints: ReadonlyMap<string, string>,
  env: Io['env'],
): RenderStart['parts'] {
  // A test that records what a page reads needs each page to read it.
  const folder = parts === false || env.APIDELTA_READS ? null : partsFolder(code, env);
  return folder === null ? null : { folder, prints };
}

/** Makes the pages of units; null if the installed Astro must make them by itself. */
async function render(
  options: SiteOptions,
  {
    folder,
    built,
    units,
    parts,
    old,
  }: {
    readonly folder: string;
    readonly built: string;
    readonly units: readonly PlannedUnit[];
    readonly parts: RenderStart['parts'];
    readonly old: SiteList | null;
  },
): Promise<UnitFiles | null> {
  const env = { ...process.env, ...pageEnvironment(options) };
  const standing = new Map(units.map(({ name }) => [name, old?.units.get(name)?.files ?? new Map()]));
  try {
    return await orSentence(dirname(built), () =>
      renderUnits(
        { pages: folder, out: built, parts, precompress: options.precompress === true, standing },
        env,
        units,
        options.workers ?? 1,
      ),
    );
  } catch (error) {
    if (error instanceof StrangeAstroError) return null;
    throw error;
  }
}

function unitLists(planned: readonly PlannedUnit[], made: UnitFiles, old: SiteList | null): SiteList['units'] {
  return new Map(
    planned.map(({ name, print }) => [
      name,
      { print, files: made.get(name) ?? old?.units.get(name)?.files ?? new Map<string, string>() },
    ]),
  );
}

/**
 * Adds the files of no unit to the built files, and to the list. Files that list all pages are made when all parts
 * exist.
 */
export function addRest(
  { headers, base, site, precompress: compresses }: Pick<SiteOptions, 'headers' | 'base' | 'site' | 'precompress'>,
  { built, assets }: { readonly built: string; readonly assets: string },
  list: SiteList,
): SiteList {
  const own = [...hashesIn(assets).keys()];
  const rest = new Map(list.rest);
  cpSync(assets, built, { recursive: true });
  if (list.part === undefined) append(own, writeSitemap(built, [...filesOf(list).keys()], site, base));
  if (headers === true) writeFileSync(join(built, headersFile), headersText(base));
  if (compresses === true) append(own, precompress(built, own));
  if (headers === true) own.push(headersFile);
  for (const name of own) rest.set(name, hashOf(join(built, name)));
  return { ...list, rest };
}

/** Replaces the existing site with a complete new one. */
export function replace(
  built: string,
  list: SiteList,
  { out, onStep }: Pick<SiteOptions, 'out' | 'onStep'>,
): BuiltSite {
  writeSiteList(built, list);
  const files = filesOf(list);
  replaceFolder(built, [...files.keys()], out, onStep);
  return { pages: pagesOf(files), changed: null };
}

/** Moves the changed files into the existing site. */
function update(
  built: string,
  list: SiteList,
  { old, stands }: { readonly old: SiteList; readonly stands: StandingSite | null },
  { out, onStep }: SiteOptions,
): BuiltSite {
  // The units of missing files are made again, and their other files are there and ours.
  const own = filesOf(stands?.list ?? old);
  const [files, before] = [filesOf(list), filesOf(old)];
  const removed = [...before.keys()].filter((name) => !files.has(name));
  const changed = [...files].flatMap(([name, hash]) => (before.get(name) === hash ? [] : [name]));
  const isNew = new Set(changed);
  for (const name of filesIn(built)) if (!isNew.has(name)) rmSync(join(built, name));
  writeSiteList(built, list);
  // The list has more than the files: fingerprints, and which part of a site this is.
  if (changed.length + removed.length === 0 && listText(built) === listText(out.folder))
    return { pages: pagesOf(files), changed: 0 };
  updateFolder(
    built,
    changed.filter((name) => !own.has(name)),
    out,
    onStep,
  );
  return { pages: pagesOf(files), changed: changed.length + removed.length };
}

function pagesOf(files: SiteFiles): number {
  return [...files.keys()].filter((name) => name.endsWith('.html')).length;
}

/**
 * Lets Astro make all pages by itself, one after the other: for a version of Astro that we do not know. It is slower,
 * and knows nothing about units.
 */
export async function buildPlainly(options: SiteOptions, work: string, code = ''): Promise<BuiltSite> {
  const root = join(work, 'plain');
  mkdirSync(root);
  const before = process.cwd();
  const { out: built, config } = enterAstroRoot(root, options);
  try {
    await runAstro(config, root);
  } finally {
    process.chdir(before);
  }
  if (options.precompress === true) precompress(built, hashesIn(built).keys());
  const rest = hashesIn(built);
  const none = join(work, 'none');
  mkdirSync(none);
  const list = addRest(options, { built, assets: none }, { code: `${code}-plain`, units: new Map(), rest });
  return replace(built, list, options);
}
