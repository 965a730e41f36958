/** A walk never takes away what it was not asked about: ranges, services, clones, moved and deleted tags, second repositories. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { Database, refuseDamaged } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
import { TinyRepository } from './tiny-repository.ts';
import { linesOf, modelOf, modelPath, scratchFolder, sinceOf, smallHistory, walkInto } from './walked.ts';

const { fresh, walked } = scratchFolder();
const path = modelPath;
const model = modelOf;

const make = () => smallHistory(fresh('repository'));

const cloneOf = (repository: TinyRepository) => {
  const clone = fresh('clone');
  execFileSync('git', ['clone', '-q', '--bare', repository.folder, clone]);
  return clone;
};

describe('what was asked for is added', () => {
  test('services one after the other are as all at once', async () => {
    const repository = make();
    const file = await walked(repository.folder, { services: ['thing'] });
    expect(await walkInto(file, repository.folder, { services: ['other'] })).toMatchObject({ services: 1 });
    expect(await walkInto(file, repository.folder)).toMatchObject({ services: 1 });
    expect(await walkInto(file, repository.folder)).toMatchObject({ releases: 0, revisions: 0 });
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });

  test('another range takes nothing away, and the newest range has its since right', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    expect(await walkInto(file, repository.folder, { since: '1.2.0' })).toMatchObject({ releases: 0, revisions: 0 });
    expect(await walkInto(file, repository.folder, { until: '1.1.0' })).toMatchObject({ releases: 0, revisions: 0 });
    expect(await walkInto(file, repository.folder, { services: ['thing'], since: '1.3.0' })).toMatchObject({
      releases: 0,
    });
    expect(dumpStore(file)).toBe(before);
  });

  test('a service whose first walk ended early, and the rest with all others', async () => {
    const repository = make();
    const file = await walked(repository.folder, { services: ['thing'], until: '1.1.0' });
    await walkInto(file, repository.folder);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
    expect(sinceOf(file, 'late', 'L')).toBe('1.2.0');
  });

  test('between two ranges nobody looked: what is new after them may be older', async () => {
    const repository = make();
    const file = await walked(repository.folder, { until: '1.0.0' });
    await walkInto(file, repository.folder, { since: '1.3.0' });
    expect(sinceOf(file, 'thing', 'B')).toBe('1.3.0 or earlier');
    expect(sinceOf(file, 'late', 'L')).toBe('1.3.0 or earlier');
    await walkInto(file, repository.folder);
    expect(sinceOf(file, 'thing', 'B')).toBe('1.1.0');
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });
});

describe('another clone', () => {
  test('of the same repository adds nothing and takes nothing', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    expect(await walkInto(file, cloneOf(repository))).toMatchObject({ releases: 0, remarks: [] });
    expect(dumpStore(file)).toBe(before);
  });

  test('with fewer tags at an end leaves what it does not reach, and says so', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    const clone = fresh('clone');
    execFileSync('git', ['init', '-q', '--bare', clone]);
    const tags = ['1.0.0', '1.1.0', '1.2.0'].map((tag) => `refs/tags/${tag}:refs/tags/${tag}`);
    execFileSync('git', ['-C', clone, 'fetch', '-q', '--no-tags', repository.folder, ...tags]);
    const report = await walkInto(file, clone);
    expect(report.remarks).toEqual([expect.stringMatching(/does not reach as far .*: 1\.3\.0 stays as known/)]);
    expect(dumpStore(file)).toBe(before);
    expect((await walkInto(file, clone, { replace: true })).remarks).toEqual([
      expect.stringMatching(/^1\.3\.0 of .* withdrawn/),
    ]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(clone)));
  });

  test('with older releases alone, and new ones beside: the store gives what the clone lacks', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    repository.release('1.4.0', { [path('other')]: model('other', 'X', 'Y', 'Z') });
    const clone = fresh('clone');
    execFileSync('git', ['init', '-q', '--bare', clone]);
    const tags = ['1.2.0', '1.3.0', '1.4.0'].map((tag) => `refs/tags/${tag}:refs/tags/${tag}`);
    // Shallow: the commits of older releases are not there either.
    execFileSync('git', ['-C', clone, 'fetch', '-q', '--no-tags', '--depth=1', `file://${repository.folder}`, ...tags]);
    const report = await walkInto(file, clone);
    expect(report.remarks).toEqual([expect.stringMatching(/1\.0\.0, 1\.1\.0 stay as known/)]);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
  });
});

describe('a second repository', () => {
  test('without service models adds its notes, and takes nothing out of sight', async () => {
    const file = await walked(make().folder);
    const before = linesOf(file);
    const second = new TinyRepository(fresh('second'));
    const note = JSON.stringify([{ type: 'feature', category: '``thing``', description: 'Of another project.' }]);
    second.release('1.1.0', { '.changes/1.1.0.json': note });
    const report = await walkInto(file, second.folder);
    expect(report).toMatchObject({ releases: 1, notes: 1, services: 0 });
    expect(report.derived?.elsewhere).toEqual([{ repository: second.folder, count: 1 }]);
    expect(linesOf(file)).toEqual(before);
    expect(await walkInto(file, second.folder)).toMatchObject({ releases: 0, notes: 0 });
  });

  test('with the same services is refused, or takes the place of the first', async () => {
    const file = await walked(make().folder);
    const before = dumpStore(file);
    const second = new TinyRepository(fresh('second'));
    second.release('1.1.0', { [path('thing')]: model('thing', 'Q') });
    await expect(walkInto(file, second.folder)).rejects.toThrow(/--replace/);
    expect(dumpStore(file)).toBe(before);
    await walkInto(file, second.folder, { replace: true });
    expect(sinceOf(file, 'thing', 'Q')).toBe('1.1.0 or earlier');
    expect(sinceOf(file, 'thing', 'B')).toBe('unknown');
    expect(sinceOf(file, 'other', 'Y')).toBe('1.2.0');
  });

  test('with services of its own stands beside the first', async () => {
    const file = await walked(make().folder);
    const second = new TinyRepository(fresh('second'));
    second.release('5.0.0', { [path('stranger')]: model('stranger', 'Q') });
    second.release('5.1.0', { [path('stranger')]: model('stranger', 'Q', 'R') });
    await walkInto(file, second.folder);
    expect(sinceOf(file, 'stranger', 'R')).toBe('5.1.0');
    expect(sinceOf(file, 'thing', 'B')).toBe('1.1.0');
  });
});

test('a walk that is refused leaves no trace', async () => {
  const repository = make();
  const file = await walked(repository.folder);
  const before = dumpStore(file);
  await expect(walkInto(file, repository.folder, { since: '9.0.0' })).rejects.toThrow(/from 1\.0\.0 to 1\.3\.0/);
  expect(dumpStore(file)).toBe(before);
});

describe('one repository', () => {
  test('a clone with every commit and few tags takes nothing away', async () => {
    const repository = make();
    const file = await walked(repository.folder);
    const before = dumpStore(file);
    const clone = fresh('clone');
    execFileSync('git', ['clone', '-q', repository.folder, clone]);
    for (const tag of ['1.0.0', '1.1.0']) execFileSync('git', ['-C', clone, 'tag', '-d', tag]);
    const { remarks } = await walkInto(file, clone);
    expect(remarks).toEqual([expect.stringMatching(/1\.0\.0, 1\.1\.0 stay as known/)]);
    expect(dumpStore(file)).toBe(before);
  });

  test('two clones without a common tag, then the whole: they turn out to be one', async () => {
    const repository = make();
    const part = (...tags: string[]) => {
      const clone = fresh('clone');
      execFileSync('git', ['init', '-q', '--bare', clone]);
      const wanted = tags.map((tag) => `refs/tags/${tag}:refs/tags/${tag}`);
      execFileSync('git', ['-C', clone, 'fetch', '-q', '--no-tags', repository.folder, ...wanted]);
      return clone;
    };
    const file = await walked(part('1.0.0', '1.1.0'), { services: ['thing'] });
    await walkInto(file, part('1.2.0', '1.3.0'), { services: ['other', 'late'] });
    await walkInto(file, repository.folder);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository.folder)));
    const database = Database.open(file);
    expect(() => refuseDamaged(database)).not.toThrow();
    database.close();
  });
});
