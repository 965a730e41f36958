/** Input that is broken or meant to harm: one clear sentence, nothing written, nothing left behind. */
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/sources/limits.ts';
import { openPath } from '../../src/sources/open-path.ts';
import { ownMark } from '../../src/sources/temporary/owner.ts';
import { makeTar } from './make-tar.ts';
import { makeZip } from './make-zip.ts';
import { opened, outline, refusalOf } from './opened.ts';
import { model, operationPage, scratchFolder, servicePage } from './scratch-folder.ts';

const fixture = path.join(import.meta.dirname, '../fixtures/sources/tea-pages.tar.xz');
const mebibyte = 2 ** 20;

describe('what is refused with a sentence', () => {
  test('paths and files', async () => {
    const folder = scratchFolder({
      'empty.rst': '',
      'a.bin': Buffer.alloc(1000, '\x01\x02\xfe'),
      'b.txt': 'Just words.',
      'nothing/keep.md': 'words',
    });
    symlinkSync('round', path.join(folder, 'round'));
    const said = async (name: string): Promise<string> =>
      (await refusalOf(path.join(folder, name))).replaceAll(folder, '');
    expect(await said('missing')).toBe('`/missing` does not exist. Check the path');
    expect(await said('b.txt/inside')).toBe('`/b.txt/inside` does not exist. Check the path');
    expect(await said('round')).toBe('`/round` is a link that leads back to itself. Name the file itself');
    expect(await said('empty.rst')).toMatch(/^`\/empty\.rst` is empty\. Looked for reference RST/);
    expect(await said('a.bin')).toMatch(/^`\/a\.bin` is no source: no text\. Looked for /);
    expect(await said('b.txt')).toMatch(
      /^`\/b\.txt` is no source: nothing in it was recognised\. Looked for .*service model.*release notes/,
    );
    expect(await said('b.txt:inside')).toMatch(/is no archive/);
    expect(await said('nothing')).toMatch(
      /^`\/nothing` holds no source: nothing was recognised in its one file\. Looked for/,
    );
    expect(await said('x'.repeat(5000))).toMatch(/the name is too long/);
    expect(await refusalOf('')).toMatch(/An empty name is no source/);
    expect(await refusalOf(path.join(scratchFolder()))).toMatch(/holds no files\. Looked for/);
  });

  test('files without permission', async () => {
    const folder = scratchFolder({ 'a.rst': servicePage(), 'locked/b.rst': servicePage() });
    const isRoot = process.getuid?.() === 0;
    chmodSync(folder, 0o755);
    for (const name of ['a.rst', 'locked']) chmodSync(path.join(folder, name), 0);
    // Root may read everything: give that up for a moment.
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await refusalOf(path.join(folder, 'a.rst'))).toMatch(
        /cannot be read: permission denied\. Change its permissions/,
      );
      expect(await refusalOf(path.join(folder, 'locked'))).toMatch(/cannot be read: permission denied/);
      expect(await refusalOf(folder)).toMatch(/permission denied/);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(path.join(folder, 'locked'), 0o755);
    }
  });

  test('broken archives', async () => {
    const whole = readFileSync(fixture);
    const tar = await makeTar({ 'services/tea.rst': servicePage(), 'big.txt': 'leaf '.repeat(20_000) });
    const zip = makeZip([{ name: 'services/tea.rst', content: Buffer.from(servicePage()) }]);
    const folder = scratchFolder({
      'cut.tar.xz': whole.subarray(0, whole.length - 40),
      'head.tar.xz': whole.subarray(0, 12),
      'flipped.tar.xz': Buffer.concat([whole.subarray(0, 200), Buffer.from('tea'), whole.subarray(203)]),
      'cut.tar.gz': gzipSync(tar).subarray(0, -30),
      'cut.tar': tar.subarray(0, tar.length - 60_000),
      'cut.tar.zst': zstdCompressSync(tar).subarray(0, -30),
      'cut.zip': zip.subarray(0, zip.length - 30),
      'a.tar.bz2': Buffer.from('BZh91AY&SYteatea'),
      'cut.json.gz': gzipSync(model()).subarray(0, 60),
      'empty.tar': await makeTar({}),
      'empty.zip': makeZip([]),
    });
    const before = leftovers();
    for (const name of [
      'cut.tar.xz',
      'head.tar.xz',
      'flipped.tar.xz',
      'cut.tar.gz',
      'cut.tar',
      'cut.tar.zst',
      'cut.zip',
      'cut.json.gz',
    ])
      expect(await refusalOf(path.join(folder, name)), name).toMatch(
        /is a damaged (?:or cut \w+ |zip )archive \(.+\)\. Get it again$/,
      );
    expect(await refusalOf(path.join(folder, 'a.tar.bz2'))).toMatch(
      /bzip2, which is not read\. Pack it with gzip, xz or zstd/,
    );
    expect(await refusalOf(path.join(folder, 'empty.tar'))).toMatch(/holds no files|is no source/);
    expect(await refusalOf(path.join(folder, 'empty.zip'))).toMatch(/holds no files/);
    expect(leftovers()).toEqual(before);
  });

  test('a damaged member, when it is read, and only then', async () => {
    const zip = makeZip([
      { name: 'services/tea.rst', content: Buffer.from(servicePage()), statedSize: 5 },
      { name: 'services/milk.rst', content: Buffer.from(servicePage('Milk')) },
    ]);
    const file = path.join(scratchFolder({ 'a.zip': zip }), 'a.zip');
    const source = await opened(file);
    expect(outline(source)).toEqual(['- reference-rst milk services/milk.rst']);
    expect(source.unknown[0]?.reason).toMatch(/damaged/);
  });
});

describe('archives made to fill a machine', () => {
  const zeros = Buffer.alloc(100 * mebibyte);

  test('are refused by their ratio: gzip, zip, a gzipped document', async () => {
    const tar = await makeTar({ 'a.rst': zeros });
    const inside = gzipSync(zeros, { level: 9 });
    const folder = scratchFolder({
      'bomb.tar.gz': gzipSync(tar, { level: 9 }),
      'bomb.tar.zst': zstdCompressSync(tar),
      'bomb.json.gz': inside,
      'bomb.zip': makeZip([{ name: 'a.rst', content: zeros }]),
    });
    for (const name of ['bomb.tar.gz', 'bomb.tar.zst', 'bomb.json.gz', 'bomb.zip'])
      expect(await refusalOf(path.join(folder, name)), name).toMatch(
        /is refused: it unpacks to more than 1000 times its size\. Unpack it yourself/,
      );
    // Inside a folder it is a file that is not read further than its start.
    const source = await opened(scratchFolder({ 'tea.rst': servicePage(), 'bomb.rst.gz': inside }));
    expect(source.units).toHaveLength(1);
  });

  test('are refused by size of all, of one member, by number', async () => {
    const folder = scratchFolder({
      'a.tar': await makeTar({ 'a.rst': 'tea '.repeat(1000), 'b.rst': 'tea' }),
      'a.zip': makeZip([
        { name: 'a.rst', content: Buffer.from('tea '.repeat(1000)) },
        { name: 'b.rst', content: Buffer.from('tea') },
      ]),
    });
    for (const name of ['a.tar', 'a.zip']) {
      const file = path.join(folder, name);
      await expect(openPath(file, { ...defaultLimits, total: 2000 })).rejects.toThrow(/more than 0 MiB/);
      await expect(openPath(file, { ...defaultLimits, member: 2000 })).rejects.toThrow(/its member `a\.rst` is larger/);
      await expect(openPath(file, { ...defaultLimits, members: 1 })).rejects.toThrow(/more than 1 members/);
    }
  });

  test('a zip that lies about a size is read no further than it says', async () => {
    const page = servicePage();
    const zip = makeZip([
      { name: 'services/tea.rst', content: Buffer.from(page + ' '.repeat(200_000)), statedSize: 100_000 },
    ]);
    const { units } = await opened(path.join(scratchFolder({ 'a.zip': zip }), 'a.zip'));
    await expect(units[0]?.files[0]?.read()).rejects.toThrow(/damaged zip/);
  });
});

describe('very many empty members are refused before they cost much', async () => {
  const header = (await makeTar({ 'a/b': '' })).subarray(0, 512);
  const tar = Buffer.concat([...Array.from({ length: 200_000 }, () => header), Buffer.alloc(1024)]);
  const zip = () => makeZip(Array.from({ length: 60_000 }, (_, at) => ({ name: `a/${at}`, content: Buffer.alloc(0) })));

  test.each([
    ['a.tar', () => tar],
    ['a.tar.gz', () => gzipSync(tar, { level: 1 })],
    ['a.tar.zst', () => zstdCompressSync(tar)],
    ['a.zip', zip],
  ])('%s', async (name, bytes) => {
    const file = path.join(scratchFolder({ [name]: bytes() }), name);
    const before = process.cpuUsage();
    await expect(openPath(file)).rejects.toThrow(
      `\`${file}\` is refused: it holds more than 20,000 members with next to nothing in them. Unpack it yourself`,
    );
    const { user, system } = process.cpuUsage(before);
    // It was 38 seconds and is half of one; the rest is for slower machines.
    expect((user + system) / 1e6).toBeLessThan(5);
  });

  test('as many as documentation has are read', async () => {
    const files = Array.from({ length: 25_000 }, (_, at) => [`a/${at}`, 'a'.repeat(512)] as const);
    const file = path.join(scratchFolder({ 'b.tar': await makeTar(Object.fromEntries(files)) }), 'b.tar');
    const { tree } = await openPath(file);
    expect(tree.entries).toHaveLength(25_000);
    await tree.close();
  });
});

test('members that lead out, and links, are not followed and not written', async () => {
  const page = operationPage('brew');
  const evil = `evil-${process.pid}.rst`;
  const tar = await makeTar(
    { [`../${evil}`]: page, [`/tmp/${evil}`]: page, 'link/in.rst': page, 'services/tea.rst': servicePage() },
    [
      { name: 'link', type: 'symlink', to: '/tmp' },
      { name: 'passwd.rst', type: 'symlink', to: '/etc/passwd' },
      { name: 'hard.rst', type: 'link', to: '/etc/passwd' },
    ],
  );
  const zip = makeZip([
    { name: `../${evil}`, content: Buffer.from(page) },
    { name: `/tmp/${evil}`, content: Buffer.from(page) },
    { name: 'link', content: Buffer.from('/etc/passwd'), mode: 0o120777 },
    { name: 'locked.rst', content: Buffer.from(page), flags: 0x801 },
    { name: 'services/tea.rst', content: Buffer.from(servicePage()) },
  ]);
  const folder = scratchFolder({ 'inner/a.tar.gz': gzipSync(tar), 'inner/a.zip': zip });
  for (const name of ['inner/a.tar.gz', 'inner/a.zip']) {
    const source = await opened(path.join(folder, name));
    expect(source.units.map(({ files }) => files[0]?.path)).toContain('services/tea.rst');
    const reasons = source.unknown.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'its path leads out of the archive')).toHaveLength(2);
    expect(reasons).toContain('a link, which is not followed');
  }
  expect(existsSync(path.join('/tmp', evil))).toBe(false);
  expect(existsSync(path.join(folder, evil))).toBe(false);
});

/** Temporary folders of archives that are still there. */
/** What this process left: other tests lay down folders at the same time. */
function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('apidelta-') && name.includes(ownMark));
}
