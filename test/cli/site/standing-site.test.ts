/** A site that stands is checked quickly: what was not touched since its mark is not read, and nothing else is missed. */
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { findClash, findInTheWay, foreignIn } from '../../../src/cli/site/foreign-files.ts';
import { hashOf, manifestName, readManifest, type SiteFiles } from '../../../src/cli/site/manifest.ts';
import { checkContents } from '../../../src/cli/site/out-folder.ts';
import { isSiteFolder, isSiteName } from '../../../src/cli/site/site-names.ts';
import { Random } from '../../generate/random.ts';
import { listOf, makeSite, write } from './tiny-site.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-standing-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let count = 0;
const fresh = (): string => join(top, String(count++));
const check = (folder: string, mark = 0, wanted: readonly string[] = []) =>
  checkContents({ named: 'site', folder }, wanted, mark);

describe('since a mark', () => {
  /** A site of which all was written before the mark. */
  const marked = async () => {
    const folder = write(makeSite(fresh(), 'one'), { 'notes/mine.txt': 'mine' });
    await setTimeout(50);
    const mark = Date.now();
    // The clock of files goes in steps.
    await setTimeout(50);
    return { folder, mark };
  };

  test('what was not touched is not read, and the list and the moment before the check are given', async () => {
    const { folder, mark } = await marked();
    const stands = check(folder, mark);
    expect(stands?.text).toBe(readFileSync(join(folder, manifestName), 'utf8'));
    expect([...(stands?.list.rest.keys() ?? [])].sort()).toEqual(
      listOf(folder).filter((name) => !name.startsWith('notes')),
    );
    expect(stands?.missing).toEqual(new Set());
    expect(stands?.since).toBeGreaterThanOrEqual(mark);
    writeFileSync(join(folder, 'index.html'), 'my own');
    write(folder, { 'services/sqs/index.html': 'mine' });
    // A moment that has not come yet: nothing was touched since.
    expect(() => check(folder, Date.now() + 60_000)).not.toThrow();
  });

  test('a changed file, a file in the way and a missing file are seen', async () => {
    const { folder, mark } = await marked();
    writeFileSync(join(folder, 'services/ec2/index.html'), 'my own');
    expect(() => check(folder, mark)).toThrow(/ec2\/index\.html` was changed/);
    rmSync(join(folder, 'services/ec2/index.html'));
    expect(check(folder, mark)?.missing).toEqual(new Set(['services/ec2/index.html']));
    write(folder, { 'services/sqs/index.html': 'mine' });
    expect(() => check(folder, mark)).toThrow(/services\/sqs\/index\.html` is not of apidelta and is in the way/);
  });

  test('a file that lay there before is in the way of one that is wanted only now', async () => {
    const folder = write(makeSite(fresh(), 'one'), { _headers: 'mine' });
    await setTimeout(20);
    expect(() => check(folder, Date.now())).not.toThrow();
    expect(() => check(folder, Date.now(), ['_headers'])).toThrow(/`site\/_headers` is not of apidelta/);
  });
});

/** Names of few parts, so that files and folders of one name meet. */
const parts = ['index.html', 'services', 'ec2', 'feeds', 'a', '_astro', 'x.css', '404.html'];
const nameFrom = (random: Random): string =>
  Array.from({ length: random.whole(1, 3) }, () => random.pick(parts)).join('/');

/** A site, things of others in it, and names of files that a new site adds. */
function generated(seed: number) {
  const random = new Random(seed);
  const folder = makeSite(fresh(), 'one');
  if (random.chance(0.3)) rmSync(join(folder, random.pick(listOf(folder))));
  for (let at = random.whole(0, 3); at > 0; at--) lay(folder, nameFrom(random), random.chance(0.3));
  const own = readManifest(folder) as SiteFiles;
  const wanted = Array.from({ length: random.whole(0, 4) }, () => nameFrom(random)).filter((name) => !own.has(name));
  // No two files of a site are in each other's way.
  const isFree = (name: string) =>
    ![...own.keys(), ...wanted].some((other) => isAbove(other, name) || isAbove(name, other));
  return { folder, own, added: wanted.filter(isFree) };
}

const isAbove = (above: string, name: string): boolean => name.startsWith(`${above}/`);

function lay(folder: string, name: string, isFolder: boolean): void {
  try {
    const place = join(folder, name);
    if (existsSync(place)) return;
    mkdirSync(dirname(place), { recursive: true });
    if (isFolder) mkdirSync(place);
    else writeFileSync(place, 'of somebody');
  } catch {
    // A file has the name of a folder above it.
  }
}

const rounds = process.env.APIDELTA_ROUNDS === 'all' ? 600 : 60;

test('in the way of new files is what the slow way finds, which looks at every file', () => {
  let clashes = 0;
  for (let seed = 0; seed < rounds; seed++) {
    const { folder, own, added } = generated(seed);
    const slow = findClash(foreignIn(folder), folder, [...own.keys(), ...added]);
    // Names of the old site are checked before: something else in their place is a changed file.
    if (slow !== undefined && [...own.keys()].some((name) => name === slow || isAbove(slow, name))) continue;
    const quick = findInTheWay(folder, added);
    expect(quick === undefined, `seed ${seed}: ${quick} and ${slow}`).toBe(slow === undefined);
    if (quick !== undefined) clashes += 1;
  }
  expect(clashes).toBeGreaterThan(rounds / 20);
});

test('a check refuses what the slow way refuses, which looks at every file', () => {
  let refused = 0;
  for (let seed = 0; seed < rounds; seed++) {
    const { folder, own } = generated(seed);
    const isChanged = [...own].some(([name, hash]) => {
      const place = join(folder, name);
      return lstatSync(place, { throwIfNoEntry: false }) !== undefined && hashOf(place) !== hash;
    });
    const inside = (thing: string): readonly string[] =>
      lstatSync(join(folder, thing)).isDirectory()
        ? listOf(join(folder, thing)).map((name) => `${thing}/${name}`)
        : [thing];
    const isRefused =
      isChanged ||
      foreignIn(folder).some((thing) => inside(thing).some((name) => isSiteName(name) || isSiteFolder(name)));
    if (isRefused) {
      refused += 1;
      expect(() => check(folder), `seed ${seed}`).toThrow(/site/);
    } else expect(() => check(folder), `seed ${seed}`).not.toThrow();
  }
  expect(refused).toBeGreaterThan(rounds / 20);
});
