/** Where a site may go: on an empty place or on a site of ours, and on nothing that somebody would miss. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkContents, checkPlace, realPathOf } from '../../../src/cli/site/out-folder.ts';
import { apidelta } from '../run-cli.ts';
import { contentsOf, makeOldSite, makeSite, write } from './tiny-site.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-out-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let count = 0;
const fresh = (): string => join(top, String(count++));
const page = 'content/pages/2025-11-13-elastic-load-balancing.txt';
const nowhere = { sources: [], store: join(top, 'store.db') };
const contents = (folder: string) => () => checkContents({ named: folder, folder });

test('a Jekyll root, a checkout with its `.git`, a folder with a feed: each stays as it is, and the build says what is strange', async () => {
  const jekyll = write(fresh(), { 'feed.xml': '<feed/>', 'index.md': '# Mine', '_posts/2020-01-01-a.md': 'a' });
  const checkout = write(fresh(), {
    'feed.xml': '<feed/>',
    'index.html': 'mine',
    CNAME: 'example.org',
    '.git/HEAD': 'x',
  });
  const plain = write(fresh(), { 'feed.xml': '<rss><generator>Hugo</generator></rss>', 'index.html': 'mine' });
  for (const [folder, strange] of [
    [jekyll, '_posts/2020-01-01-a.md'],
    [checkout, '.git/HEAD'],
    [plain, 'feed.xml'],
  ] as const) {
    const before = contentsOf(folder);
    const { code, err, out } = await apidelta(['build', '--from', page, '--out', folder]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(/is not empty and is no site of apidelta/)]);
    expect(err).toContain(`it holds \`${strange}\``);
    expect(contentsOf(folder)).toEqual(before);
  }
});

test('a new place, an empty folder and the beginning of a disk are free', () => {
  const empty = fresh();
  mkdirSync(join(empty, 'lost+found'), { recursive: true });
  for (const folder of [fresh(), empty]) expect(contents(folder)).not.toThrow();
});

test('a site from before there was a list is taken over where every name is one of a site', () => {
  const old = makeOldSite(fresh(), 'old');
  expect(contents(old)).not.toThrow();
  write(old, { 'services/ec2/notes.txt': 'mine' });
  expect(contents(old)).toThrow(/holds `services\/ec2\/notes\.txt`/);
});

test('what somebody changed is not ours any more; what somebody laid beside it may stay', () => {
  const changed = makeSite(fresh(), 'one');
  writeFileSync(join(changed, 'index.html'), 'my own home page');
  expect(contents(changed)).toThrow(/index\.html` was changed after apidelta wrote it/);
  const inTheWay = write(makeSite(fresh(), 'one'), { 'services/sqs/index.html': 'mine' });
  expect(contents(inTheWay)).toThrow(/services\/sqs\/index\.html` is not of apidelta and is in the way/);
  const beside = write(makeSite(fresh(), 'one'), {
    CNAME: 'example.org',
    '.git/HEAD': 'x',
    'services/ec2/notes.txt': 'n',
  });
  expect(contents(beside)).not.toThrow();
});

test('a list that leads out of the folder, or that somebody changed, is no mark', () => {
  for (const text of ['{}', 'no JSON', '{"name":"apidelta","list":"x","files":{"../../etc/passwd":"x"}}']) {
    const folder = write(makeSite(fresh(), 'one'), { 'apidelta-site.json': text });
    expect(contents(folder), text).toThrow(/not as apidelta wrote it/);
  }
});

test.each([
  ['the folder that one works in', '.', /is the folder that you work in, or holds it/],
  ['one above it', '..', /is the folder that you work in/],
  ['home', homedir(), /is your home|is the folder that you work in/],
  ['the root', '/', /is the folder that you work in/],
  ['nothing', '', /--out is empty/],
])('%s is refused', (_name, out, sentence) => expect(() => checkPlace(out, nowhere)).toThrow(sentence));

test('the site may not lie on, in or around what it is made from', () => {
  const source = write(join(fresh(), 'source'), { 'a.txt': 'a' });
  const link = fresh();
  symlinkSync(source, link);
  const check =
    (out: string, reads = { ...nowhere, sources: [source] }) =>
    () =>
      checkPlace(out, reads);
  expect(check(source)).toThrow(/is or holds the source/);
  expect(check(join(source, 'site'))).toThrow(/is inside the source/);
  expect(check(join(link, 'site'))).toThrow(/is inside the source/);
  expect(check(dirname(source))).toThrow(/is or holds the source/);
  expect(check(`${source}-site`)).not.toThrow();
  const store = join(source, 'store.db');
  for (const out of [store, source]) expect(check(out, { sources: [], store })).toThrow(/is or holds the store/);
  expect(check(join(source, 'site'), { sources: [], store })).not.toThrow();
});

test('members of archives and repositories are sources too', async () => {
  const repository = write(fresh(), { 'a.txt': 'a' });
  execFileSync('git', ['init', '-q', repository]);
  for (const [source, out] of [
    [`git:${repository}@1.0.0`, join(repository, 'site')],
    [`git:${repository}`, repository],
    [`${join(repository, 'a.txt')}:inside`, repository],
  ] as const)
    expect(await apidelta(['build', '--from', source, '--out', out]), source).toMatchObject({
      code: 2,
      err: expect.stringMatching(/the source/),
    });
  expect(readdirSync(repository).sort()).toEqual(['.git', 'a.txt']);
});

test('a link leads to its target, whether that exists or not, and a circle is said to be one', () => {
  const target = fresh();
  const [link, circle] = [fresh(), fresh()];
  symlinkSync(target, link);
  symlinkSync(circle, circle);
  expect(realPathOf(link)).toBe(realPathOf(target));
  mkdirSync(target);
  expect(realPathOf(link)).toBe(realPathOf(target));
  expect(() => realPathOf(circle)).toThrow(/leads to itself/);
});

test('a build through a link, twice, with what is not ours: the link stays, and so does everything else', async () => {
  const target = fresh();
  const link = fresh();
  symlinkSync(target, link);
  const build = () => apidelta(['build', '--from', page, '--out', link]);
  expect(await build()).toMatchObject({ code: 0 });
  const first = contentsOf(target);
  const mine = { CNAME: 'example.org', '.nojekyll': '', '.git/HEAD': 'ref', 'services/elbv2/notes.txt': 'mine' };
  write(target, mine);
  expect(await build()).toMatchObject({ code: 0 });
  // The same sources make the same bytes, the list of files included.
  expect(contentsOf(target)).toEqual({ ...first, ...mine });
  expect(readdirSync(top).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(existsSync(link)).toBe(true);
}, 60_000);
