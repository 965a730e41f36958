/** What tags of a repository say: moved, deleted, doubled ones, ones in other words, and backports. */
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { remarksOnTags } from '../../../src/store/walk/plan/choose-releases.ts';
import { apidelta } from '../../cli/run-cli.ts';
import { dumpStore } from '../dump.ts';
import { TinyRepository } from './tiny-repository.ts';
import { linesOf, modelOf, modelPath, scratchFolder, sinceOf, smallHistory, walkInto } from './walked.ts';

const { fresh, walked } = scratchFolder();
const path = modelPath;
const model = modelOf;

const make = () => smallHistory(fresh('repository'));

describe('tags', () => {
  test('one that moved is read again, alone, and said', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    repository.goBackTo('1.1.0');
    repository.git('tag', '-d', '1.1.0');
    repository.goBackTo('1.0.0');
    repository.release('1.1.0', { [path('thing')]: model('thing', 'A', 'B2') });
    const report = await walkInto(file, repository.folder);
    expect(report.remarks).toEqual([expect.stringMatching(/^1\.1\.0 of .* is another commit now: read again\.$/)]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('one that was deleted goes, and what it brought came with the next', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    repository.git('tag', '-d', '1.1.0');
    const report = await walkInto(file, repository.folder);
    expect(report.remarks).toEqual([expect.stringMatching(/^1\.1\.0 of .* withdrawn\.$/)]);
    expect(sinceOf(file, 'thing', 'B')).toBe('1.2.0');
    expect(linesOf(file).filter((line) => line.startsWith('1.1.0'))).toEqual([]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('one that was deleted is no "Nothing new." in the last line of the command', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const lastLine = async () =>
      (await apidelta(['ingest', `git:${repository.folder}`, '--store', file])).err.trim().split('\n').at(-1);
    expect(await lastLine()).toBe('Nothing new.');
    repository.git('tag', '-d', '1.3.0');
    expect(await lastLine()).toMatch(/(?:^|, )1 release withdrawn\.$/);
    expect(await lastLine()).toBe('Nothing new.');
    repository.git('tag', '1.3.0');
    expect(await lastLine()).toMatch(/^1 release, \d+ states? of \d+ services?, \d+ notes?\.$/);
  });

  test.each([
    [['1.0.0'], /^1 tag lacks its commit, .* and was passed over \(1\.0\.0\)/],
    [['1.0.0', '1.1.0'], /^2 tags lack their commits, .* and were passed over \(1\.0\.0, 1\.1\.0\)/],
  ])('%j without commits are counted', (lacking, words) => {
    expect(remarksOnTags({ releases: [], doubled: [], lacking })).toEqual([expect.stringMatching(words)]);
  });

  test('most of them deleted: nothing goes without --replace', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    for (const tag of ['1.0.0', '1.1.0', '1.2.0']) repository.git('tag', '-d', tag);
    expect((await walkInto(file, repository.folder)).remarks).toEqual([
      expect.stringMatching(/stay as known\. Say --replace/),
    ]);
    expect(dumpStore(file)).toBe(before);
    await walkInto(file, repository.folder, { replace: true });
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('most of those between two others deleted: refused without --replace', async () => {
    const repository = make();
    for (const tag of ['1.4.0', '1.5.0']) repository.release(tag, { 'README.md': tag });
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    for (const tag of ['1.1.0', '1.2.0', '1.3.0', '1.4.0']) repository.git('tag', '-d', tag);
    await expect(walkInto(file, repository.folder)).rejects.toThrow(/--replace/);
    expect(dumpStore(file)).toBe(before);
    await walkInto(file, repository.folder, { replace: true });
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('two names of one release are one; of two commits the first name is taken, and said', async () => {
    const repository = make();
    repository.git('tag', 'v1.3.0', '1.3.0');
    expect((await walkInto(fresh('store.db'), repository.folder)).remarks).toEqual([]);
    repository.git('tag', '-d', 'v1.3.0');
    repository.git('tag', 'v1.3.0', '1.2.0');
    const file = fresh('store.db');
    expect((await walkInto(file, repository.folder)).remarks).toEqual([
      'The tags 1.3.0 and v1.3.0 name one release and two commits: 1.3.0 was taken.',
    ]);
    expect(sinceOf(file, 'thing', 'C')).toBe('1.3.0');
  });

  test('of one version in other words are one release; of a tree or a file they are none', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0', { [path('thing')]: model('thing', 'A') });
    repository.git('tag', '1.0.0', '1.0');
    repository.release('1.1.0rc1', { [path('thing')]: model('thing', 'A', 'B') });
    repository.release('1.1.0-rc1', { [path('thing')]: model('thing', 'A', 'B', 'C') });
    repository.git('tag', '9.0.0', '1.0^{tree}');
    repository.git('tag', '9.1.0', `1.0:${path('thing')}`);
    const file = fresh('store.db');
    const { remarks } = await walkInto(file, repository.folder);
    expect(remarks).toEqual(['The tags 1.1.0-rc1 and 1.1.0rc1 name one release and two commits: 1.1.0-rc1 was taken.']);
    const reader = openStore(file);
    expect(reader.releases().map(({ id }) => id)).toEqual(['1.1.0-rc1', '1.0']);
    reader.close();
  });

  test('with something in front of the version', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('release-1.0.0', { [path('thing')]: model('thing', 'A') });
    repository.release('release-1.1.0', { [path('thing')]: model('thing', 'A', 'B') });
    await expect(walkInto(fresh('store.db'), repository.folder)).rejects.toThrow(/--tag-prefix/);
    const file = await walked(repository.folder, { tagPrefix: 'release-' });
    expect(sinceOf(file, 'thing', 'B')).toBe('1.1.0');
  });

  test('a backport is compared with what it goes on from, and takes nothing from the greater version', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [path('thing')]: model('thing', 'A') });
    repository.release('2.0.0', { [path('thing')]: model('thing', 'A', 'New') });
    repository.goBackTo('1.0.0');
    repository.release('1.0.1', { [path('thing')]: model('thing', 'A', 'Fix') });
    repository.release('1.0.2', { [path('thing')]: model('thing', 'A', 'Fix', 'Fix2') });
    repository.goBackTo('2.0.0');
    repository.release('2.1.0', { [path('thing')]: model('thing', 'A', 'New', 'Fix') });
    const expected = [
      '2.1.0 thing changed field-added Fix',
      '2.0.0 thing changed field-added New',
      '1.0.2 thing changed field-added Fix2',
      '1.0.1 thing changed field-added Fix',
      '1.0.0 thing first ',
    ];
    const file = await walked(repository.folder);
    expect(linesOf(file)).toEqual(expected);
    expect(sinceOf(file, 'thing', 'Fix')).toBe('2.1.0');
    expect(sinceOf(file, 'thing', 'Fix2')).toBe('unknown');
    const reader = openStore(file);
    const net = (from: string, to: string) =>
      reader.between('thing', from, to)?.changes.map(({ kind, places }) => `${kind} ${places[0]?.path}`);
    expect(net('1.0.0', '1.0.2')).toEqual(['field-added Fix', 'field-added Fix2']);
    expect(net('1.0.0', '2.0.0')).toEqual(['field-added New']);
    expect(net('1.0.2', '2.0.0')).toEqual(['field-added New', 'field-removed Fix', 'field-removed Fix2']);
    reader.close();
    // One after the other, and a backport that comes late, end the same.
    const slow = fresh('store.db');
    for (const until of ['1.0.0', '1.0.1', '2.0.0', '2.1.0']) await walkInto(slow, repository.folder, { until });
    expect(dumpStore(slow)).toBe(dumpStore(file));
    const late = fresh('store.db');
    await walkInto(late, repository.folder, { since: '2.0.0' });
    await walkInto(late, repository.folder);
    expect(dumpStore(late)).toBe(dumpStore(file));
  });
});
