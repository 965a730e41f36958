/** Services that are renamed more than once, releases that stand beside the main line, and repositories that share names and numbers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { ingest, walk } from '../../../src/store/write.ts';
import { dumpStore } from '../dump.ts';
import { TinyRepository } from './tiny-repository.ts';
import { into, madeAnew, modelOf, modelPath, scratchFolder, sinceOf, told } from './walked.ts';

const { folder, fresh, walked } = scratchFolder();
const path = modelPath;
const model = modelOf;

describe('a service that is renamed', () => {
  test.each([
    ['alpha', 'mid', 'zeta'],
    ['zeta', 'mid', 'alpha'],
  ])('twice, %s, %s, %s: since is of the first name', async (first, second, third) => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { 'README.md': 'nothing yet' });
    repository.release('1.1.0', { [path(first)]: model('u', 'A') });
    repository.release('1.2.0', { [path(first)]: null, [path(second)]: model('u', 'A', 'B') });
    repository.release('1.3.0', { [path(second)]: null, [path(third)]: model('u', 'A', 'B', 'C') });
    const file = await walked(repository);
    for (const [field, version] of [
      ['A', '1.1.0'],
      ['B', '1.2.0'],
      ['C', '1.3.0'],
    ] as const)
      expect(sinceOf(file, third, field)).toBe(version);
    // Who asks for the last name alone gets the former ones with it.
    expect(sinceOf(await walked(repository, { services: [third] }), third, 'A')).toBe('1.1.0');
    const reader = openStore(file);
    expect(reader.between(third, '1.1.0', '1.3.0')?.changes.map(({ kind }) => kind)).toEqual([
      'field-added',
      'field-added',
      'service-renamed',
    ]);
    expect(reader.renamedTo(first)).toEqual({ service: third, version: '1.2.0' });
    expect(reader.renamedTo(second)).toEqual({ service: third, version: '1.3.0' });
    expect(reader.renamedTo(third)).toBeNull();
    expect(() => reader.between(first, '1.2.0', '1.3.0')).toThrow(
      `${first} is in neither 1.2.0 nor 1.3.0: it was renamed in 1.2.0, and is ${third} now.`,
    );
    reader.close();
    const before = dumpStore(file);
    expect(await madeAnew(file)).toBe(before);
  });

  test('is told at its new id, and who asks for the old one reads it there', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [path('old')]: model('u', 'A') });
    repository.release('1.1.0', { [path('old')]: null, [path('new')]: model('u', 'A') });
    const file = await walked(repository);
    const reader = openStore(file);
    const rows = (filter?: { readonly service?: string; readonly release?: string }) =>
      reader.serviceReleases(filter).map(({ release, service, status }) => [release.id, service, status].join(' '));
    expect(rows().filter((row) => row.startsWith('1.1.0'))).toEqual(['1.1.0 new changed']);
    expect(rows({ release: '1.1.0' })).toEqual(['1.1.0 new changed']);
    expect(rows({ service: 'old' })[0]).toBe('1.1.0 old renamed');
    expect(reader.changes('old', '1.1.0')).toMatchObject([{ kind: 'service-renamed', value: 'old>new' }]);
    expect(reader.changes('new', '1.1.0')).toMatchObject([{ kind: 'service-renamed', value: 'old>new' }]);
    reader.close();
    // By itself, where nobody read all of them.
    const other = openStore(file);
    expect(other.serviceReleases({ service: 'old' })[0]?.status).toBe('renamed');
    other.close();
  });

  test('and renamed back, and once more', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { 'README.md': 'nothing yet' });
    repository.release('1.1.0', { [path('aa')]: model('u', 'A') });
    repository.release('1.2.0', { [path('aa')]: null, [path('bb')]: model('u', 'A', 'B') });
    repository.release('1.3.0', { [path('bb')]: null, [path('aa')]: model('u', 'A', 'B', 'C') });
    const file = await walked(repository);
    const reader = openStore(file);
    expect([reader.renamedTo('aa'), reader.renamedTo('bb')]).toEqual([null, { service: 'aa', version: '1.3.0' }]);
    reader.close();
    expect(sinceOf(file, 'aa', 'A')).toBe('1.1.0');
    expect(sinceOf(file, 'aa', 'B')).toBe('1.2.0');
    expect(told(file).filter((line) => line.startsWith('1.3.0 aa'))).toEqual([
      '1.3.0 aa service-renamed bb>aa',
      '1.3.0 aa field-added C',
    ]);
    const before = dumpStore(file);
    expect(await madeAnew(file)).toBe(before);
    repository.release('1.4.0', { [path('aa')]: null, [path('bb')]: model('u', 'A', 'B', 'C', 'D') });
    await walked(repository, {}, file);
    expect(sinceOf(file, 'bb', 'A')).toBe('1.1.0');
    expect(sinceOf(file, 'bb', 'D')).toBe('1.4.0');
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository)));
  });

  test('asked for by its new name alone, its history under the old one is part of it, whatever comes after', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { 'README.md': 'nothing yet' });
    repository.release('1.1.0', { [path('old')]: model('u', 'A') });
    repository.release('1.2.0', { [path('old')]: null, [path('new')]: model('u', 'A', 'B') });
    repository.release('1.3.0', { [path('new')]: null });
    repository.release('1.4.0', { [path('new')]: model('u', 'A') });
    const file = await walked(repository, { services: ['new'], until: '1.2.0' });
    expect(sinceOf(file, 'new', 'A')).toBe('1.1.0');
    await walked(repository, { services: ['new'] }, file);
    await walked(repository, {}, file);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository)));
    const lone = join(folder, 'lone', path('new'));
    mkdirSync(join(lone, '..'), { recursive: true });
    writeFileSync(lone, model('u', 'A', 'B'));
    const mixed = await walked(repository, { services: ['new'], until: '1.2.0' });
    await into(mixed, (database) => ingest(database, [join(folder, 'lone')], { as: '1.2.0' }));
    expect(sinceOf(mixed, 'new', 'A')).toBe('1.1.0');
    expect(told(mixed)).toContain('1.2.0 new service-renamed old>new');
  });
});

describe('two repositories', () => {
  /** Of aa and bb, in a line. */
  const makeFirst = () => {
    const repository = new TinyRepository(fresh('first'));
    repository.release('1.0.0', { [path('aa')]: model('aa', 'A'), [path('bb')]: model('bb', 'B') });
    repository.release('1.0.1', { [path('aa')]: model('aa', 'A', 'A1') });
    repository.release('2.0.0', { [path('bb')]: model('bb', 'B', 'B2') });
    return repository;
  };

  test('--replace takes the services that both have, says so, and leaves the others', async () => {
    const first = makeFirst();
    const file = await walked(first);
    const second = new TinyRepository(fresh('second'));
    second.release('1.0.0', { [path('aa')]: model('aa', 'Other') });
    let remarks: readonly string[] = [];
    await into(file, async (database) => {
      ({ remarks } = await walk(database, `git:${second.folder}`, { replace: true }));
    });
    expect(remarks).toEqual([
      expect.stringMatching(/^aa is told from .*second` now: what was walked of .*first` is gone\.$/),
    ]);
    expect(sinceOf(file, 'aa', 'A')).toBe('unknown');
    expect(sinceOf(file, 'aa', 'Other')).toBe('1.0.0 or earlier');
    expect(sinceOf(file, 'bb', 'B2')).toBe('2.0.0');
    // The first goes on with what it has left.
    first.release('2.1.0', { [path('bb')]: model('bb', 'B', 'B2', 'B3'), [path('aa')]: model('aa', 'A', 'A1', 'A2') });
    await walked(first, {}, file);
    expect(sinceOf(file, 'bb', 'B3')).toBe('2.1.0');
    expect(sinceOf(file, 'aa', 'Other')).toBe('1.0.0 or earlier');
  });

  test('without --replace a history of the same services is refused, with the names of both', async () => {
    const file = await walked(makeFirst());
    const second = new TinyRepository(fresh('second'));
    second.release('5.0.0', { [path('aa')]: model('aa', 'Other'), [path('bb')]: model('bb', 'Other') });
    await expect(walked(second, {}, file)).rejects.toThrow(
      /second` shares no release with what the store knows of aa, bb from `[^`]*first`\. Name another store/,
    );
  });

  test('of one numbering: what stands beside in one, and its days, say nothing of the other', async () => {
    const file = await walked(makeFirst());
    const days = () => {
      const reader = openStore(file);
      const found = reader.releases().map(({ id, date }) => `${id} ${date}`);
      const changes = reader.between('aa', '1.0.0', '2.0.0')?.changes.map(({ places }) => places[0]?.path);
      reader.close();
      return { found, changes };
    };
    const before = days();
    expect(before.changes).toEqual(['A1']);
    const other = new TinyRepository(fresh('other'));
    other.release('0.9.0', { 'README.md': 'another day' });
    other.release('1.0.0', { [path('cc')]: model('cc', 'C') });
    other.release('2.0.0', { [path('cc')]: model('cc', 'C', 'D') });
    other.goBackTo('1.0.0');
    other.release('1.0.1', { [path('cc')]: model('cc', 'C', 'Fix') });
    await walked(other, { since: '1.0.0' }, file);
    expect(days()).toEqual(before);
    expect(told(file)).toContain('1.0.1 cc field-added Fix');
    expect(told(file).filter((line) => line.includes('removed'))).toEqual([]);
  });

  test('with one note each has it, in any order', async () => {
    const note = JSON.stringify([{ type: 'feature', category: 'Python', description: 'Old versions go.' }]);
    const first = makeFirst();
    first.release('2.1.0', { '.changes/2.1.0.json': note });
    const notesOnly = new TinyRepository(fresh('notes'));
    notesOnly.release('2.1.0', { '.changes/2.1.0.json': note });
    for (const order of [
      [first, notesOnly],
      [notesOnly, first],
    ]) {
      const file = fresh('store.db');
      for (const one of order) await walked(one, {}, file);
      const reader = openStore(file);
      expect(reader.generalNotes('2.1.0')).toHaveLength(1);
      reader.close();
    }
  });
});
