/** Sites made by units: in any number of threads, whole or in part, they are what Astro makes by itself. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../src/cli/commands/build.ts';
import { ingestCommand } from '../../../src/cli/commands/ingest.ts';
import { buildPlainly, buildSite, type SiteOptions } from '../../../src/cli/site/build-site.ts';
import { manifestName, readSiteList, type SiteList, writeSiteList } from '../../../src/cli/site/manifest.ts';
import { keptPages } from '../../../src/cli/site/pages/kept-pages.ts';
import { PageRenderer } from '../../../src/cli/site/pages/page-renderer.ts';
import { openStore } from '../../../src/store/read.ts';
import { releaseMonths } from '../../../src/view/changes/release-lines.ts';
import type { Unit } from '../../../src/view/site/units.ts';
import { unitsOf } from '../../../src/view/site/units.ts';
import { allRounds } from '../../rounds.ts';
import { contentsOf } from './tiny-site.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-units-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const said: string[] = [];
const io = {
  stdout: { write: (text: string) => said.push(text) },
  stderr: { write: (text: string) => said.push(text) },
  env: process.env,
};
const store = join(top, 'store.db');
const folder = (name: string): string => join(top, name);
const optionsOf = (name: string, more: Partial<SiteOptions> = {}): SiteOptions => ({
  ...{ store, base: '/docs/', site: 'https://example.org', out: { named: name, folder: folder(name) } },
  ...more,
});
const whole = async (name: string, more: Partial<SiteOptions> = {}) => {
  await buildSite(optionsOf(name, more), io);
  return contentsOf(folder(name));
};

/** Sites are made here, and on a busy machine each takes a minute. */
const patience = 600_000;

beforeAll(async () => {
  await ingestCommand(['content/reference/1.40.72'], { store }, io);
}, patience);

test(
  'made by units it is what Astro makes by itself, but for the list',
  async () => {
    const { [manifestName]: list, ...pages } = await whole('by-units');
    const work = folder('work');
    mkdirSync(work);
    await buildPlainly(optionsOf('plain'), work);
    const { [manifestName]: _, ...plain } = contentsOf(folder('plain'));
    expect(Object.keys(pages).length).toBeGreaterThan(200);
    expect(pages).toEqual(plain);
    expect(list).toContain('"reference elbv2"');
  },
  patience,
);

test(
  'three threads make what one makes',
  async () => {
    expect(await whole('three', { workers: 3 })).toEqual(contentsOf(folder('by-units')));
  },
  patience,
);

test(
  '--precompress writes compressed forms beside the same files, and an update forgets none',
  async () => {
    const plain = contentsOf(folder('by-units'));
    const forms = (name: string) =>
      Object.keys(contentsOf(folder(name)))
        .filter((file) => /\.(br|gz)$/.test(file))
        .sort();
    await whole('forms', { precompress: true, workers: 2 });
    for (const file of forms('forms')) {
      const bytes = readFileSync(join(folder('forms'), file));
      const text = file.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
      expect(text.equals(readFileSync(join(folder('by-units'), file.slice(0, -3)))), file).toBe(true);
    }
    expect(forms('forms')).toEqual(
      expect.arrayContaining(['index.html.br', 'index.html.gz', 'services/elbv2/index.html.gz']),
    );
    expect(forms('forms').some((file) => file.startsWith('_astro/') && file.endsWith('.css.br'))).toBe(true);
    const { [manifestName]: _, ...rest } = contentsOf(folder('forms'));
    const { [manifestName]: __, ...expected } = plain;
    expect(Object.fromEntries(Object.entries(rest).filter(([file]) => !/\.(br|gz)$/.test(file)))).toEqual(expected);
    rmSync(join(folder('forms'), 'index.html.br'));
    await buildSite(optionsOf('forms', { precompress: true }), io);
    expect(forms('forms')).toContain('index.html.br');
    expect((await buildSite(optionsOf('forms'), io)).changed).toBe(null);
    expect(forms('forms')).toEqual([]);
  },
  patience,
);

test(
  'release by release an update is what a new site would be, and nothing new is nothing new',
  async () => {
    const name = 'updated';
    await whole(name);
    // All of it takes a minute.
    const last = allRounds ? ['content'] : [];
    for (const source of ['content/pages', 'content/reference/1.40.73', ...last]) {
      await ingestCommand([source], { store }, io);
      const { changed } = await buildSite(optionsOf(name), io);
      expect(changed, source).toBeGreaterThan(0);
      expect(contentsOf(folder(name)), source).toEqual(await whole(`new-${source.length}`, { parts: false }));
    }
    const steps: string[] = [];
    const again = await buildSite(optionsOf(name, { onStep: (step) => steps.push(step) }), io);
    expect([again.changed, steps]).toEqual([0, []]);
    expect((await buildSite(optionsOf(name, { twins: false }), io)).changed).toBe(null);
  },
  patience,
);

test(
  'what is read for a unit is in its fingerprint',
  async () => {
    const work = folder('recorded');
    mkdirSync(work);
    const { folder: pages } = await keptPages(optionsOf('recorded'), work, io.env);
    const file = folder('reads.jsonl');
    writeFileSync(file, '');
    // The code is loaded once a process, and by nobody else in this file.
    Object.assign(process.env, { APIDELTA_STORE: store, APIDELTA_BASE: '/docs/', APIDELTA_READS: file });
    const renderer = await PageRenderer.open(pages);
    const reader = openStore(store);
    const strange: string[] = [];
    let seen = 0;
    // What a part reads has to be in the fingerprint of the unit that it is kept under.
    const parts = {
      of<T>(unit: Unit, part: string, make: (last: T | undefined) => T): T {
        const before = readFileSync(file, 'utf8').length;
        const value = make(undefined);
        partReads += take(unit, readFileSync(file, 'utf8').slice(before), part);
        return value;
      },
      last: () => undefined,
      keep() {},
    };
    let partReads = 0;
    const take = (unit: Unit, text: string, part = ''): number => {
      const reads = [...new Set(text.split('\n').filter(Boolean))].map((line) => JSON.parse(line) as Read);
      for (const read of reads)
        if (!isIn(unit, read)) strange.push(`${unit.kind} ${unit.id} ${part}: ${JSON.stringify(read)}`);
      return reads.length;
    };
    const services = reader.services().map(({ id }) => id);
    const releases = reader.releases().map(({ id }) => id);
    const months = releaseMonths({ store: reader });
    dates = new Map(reader.releases().map(({ id, date }) => [id, date ?? '']));
    for (const unit of unitsOf({ services, releases, months })) {
      writeFileSync(file, '');
      for await (const { name } of renderer.render({ unit, parts })) expect(name).not.toBe('');
      seen += take(unit, readFileSync(file, 'utf8'));
    }
    reader.close();
    expect(seen).toBeGreaterThan(100);
    expect(partReads).toBeGreaterThan(20);
    expect(strange).toEqual([]);
  },
  patience,
);

/** The days of the releases. */
let dates: ReadonlyMap<unknown, string> = new Map();

type Read = readonly [method: string, ...asked: unknown[]];

/** Lists of names, and what holds for the store as a whole. What a page takes from these is held by the updates above. */
const common = new Set(['releases', 'services', 'serviceIds', 'about', 'numbersOf', 'feedName', 'unread', 'versions']);

function isIn({ kind, id }: Unit, [method, first, second]: Read): boolean {
  if (common.has(method) || kind === 'search' || kind === 'feeds' || kind === 'site') return true;
  const { service, release } = (method === 'serviceReleases' ? (first ?? {}) : {}) as {
    readonly service?: string;
    readonly release?: string;
  };
  // All of them: which releases have a page of a service.
  if (method === 'serviceReleases' && service === undefined && release === undefined) return true;
  const isInMonth = (one: unknown) => dates.get(one)?.startsWith(id) === true;
  if (kind === 'month') return method === 'described' || [release, first, second].some(isInMonth);
  if (kind === 'release') return [release, second].includes(id) || method === 'described' || first === id;
  return first === id || service === id;
}

test(
  '--verify says which files would be other ones',
  async () => {
    const out = folder('updated');
    const flags = { out, store, base: '/docs/', site: 'https://example.org/docs/' };
    await build(flags, io);
    said.length = 0;
    expect(await build({ ...flags, verify: true }, io)).toBe(0);
    expect(said.join('')).toContain('as it would be made now');
    writeFileSync(join(out, 'services/elbv2/index.html'), 'something else');
    rmSync(join(out, 'index.html'));
    said.length = 0;
    const before = contentsOf(out);
    expect(await build({ ...flags, verify: true }, io)).toBe(1);
    expect(said).toEqual([
      'index.html\n',
      'services/elbv2/index.html\n',
      `2 files in ${out} would be made otherwise now.\n`,
    ]);
    expect(contentsOf(out)).toEqual(before);
    await expect(build({ ...flags, out: folder('nowhere/site'), verify: true }, io)).rejects.toThrow(
      'There is no site',
    );
    expect(existsSync(folder('nowhere'))).toBe(false);
  },
  patience,
);

test(
  'what was deleted comes back, what was edited stops the build, and a copy is read anew',
  async () => {
    const out = folder('mended');
    const flags = { out, store, base: '/docs/', site: 'https://example.org/docs/' };
    await build(flags, io);
    const whole = contentsOf(out);
    for (const gone of ['index.html', '_astro', 'services/elbv2', 'robots.txt']) {
      rmSync(join(out, gone), { recursive: true });
      await build(flags, io);
      expect(contentsOf(out), gone).toEqual(whole);
    }
    // A copy keeps the times, and its list is younger than the page that was edited before.
    writeFileSync(join(out, 'license/index.html'), 'something else');
    const copy = folder('copy');
    cpSync(out, copy, { recursive: true, preserveTimestamps: true });
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(copy, manifestName), later, later);
    for (const site of [out, copy])
      await expect(build({ ...flags, out: site }, io)).rejects.toThrow('was changed after apidelta wrote it');
    rmSync(join(copy, 'license/index.html'));
    await build({ ...flags, out: copy }, io);
    expect(contentsOf(copy)).toEqual(whole);
  },
  patience,
);

test(
  'an update that another one overtook is refused',
  async () => {
    const out = folder('mended');
    rmSync(join(out, 'license/index.html'));
    const flags = { out, store, base: '/docs/', site: 'https://example.org/docs/' };
    const list = readSiteList(out) as SiteList;
    // It says so when it has read the list and before it makes the first page.
    const overtake = (text: string) => {
      if (text.startsWith('Building pages')) writeSiteList(out, { ...list, units: new Map([...list.units].slice(1)) });
    };
    const slow = build(flags, { ...io, stderr: { write: overtake, isTTY: true } });
    await expect(slow).rejects.toThrow('Another apidelta has changed the site');
  },
  patience,
);
