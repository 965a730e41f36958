/** Releases beside the main line: backports, pre-releases, and what only they have; and releases that a note made known. */
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { apidelta } from '../../cli/run-cli.ts';
import { dumpStore } from '../dump.ts';
import { TinyRepository } from './tiny-repository.ts';
import { madeAnew, modelOf, modelPath, scratchFolder, sinceOf, told } from './walked.ts';

const { fresh, walked } = scratchFolder();
const path = modelPath;
const model = modelOf;

describe('beside the main line', () => {
  test('a pre-release of the next version, made before the rest of this one', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [path('aa')]: model('aa', 'A') });
    repository.release('2.0.0rc1', { [path('aa')]: model('aa', 'A', 'Rc') });
    repository.goBackTo('1.0.0');
    repository.release('1.1.0', { [path('aa')]: model('aa', 'A', 'X') });
    repository.release('1.2.0', { [path('aa')]: model('aa', 'A', 'X', 'Y'), [path('bb')]: model('bb', 'Q') });
    repository.git(
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.org',
      'merge',
      '-q',
      '-X',
      'ours',
      '-m',
      'merge',
      '2.0.0rc1',
    );
    repository.release('2.0.0', { [path('aa')]: model('aa', 'A', 'X', 'Y', 'Rc') });
    const file = await walked(repository);
    expect(sinceOf(file, 'aa', 'X')).toBe('1.1.0');
    expect(sinceOf(file, 'bb', 'Q')).toBe('1.2.0');
    expect(told(file).filter((line) => /bb|Rc/.test(line))).toEqual(
      ['2.0.0 aa field-added Rc', '2.0.0rc1 aa field-added Rc', '1.2.0 bb service-added PutThing'].map((line) =>
        line.includes('bb') ? expect.stringMatching(/^1\.2\.0 bb service-added/) : line,
      ),
    );
    expect(told(file).some((line) => line.includes('removed'))).toBe(false);
  });

  test('a backport whose commit has the time of the greater version', async () => {
    const repository = new TinyRepository(fresh('repository'));
    repository.stopClock();
    repository.release('1.0.0', { [path('aa')]: model('aa', 'A') });
    repository.release('2.0.0', { [path('aa')]: model('aa', 'A', 'New') });
    repository.goBackTo('1.0.0');
    repository.release('1.0.1', { [path('aa')]: model('aa', 'A', 'Fix') });
    expect(told(await walked(repository))).toEqual(['2.0.0 aa field-added New', '1.0.1 aa field-added Fix']);
  });
});

describe('what only a backport has', () => {
  const make = () => {
    const note = JSON.stringify([{ type: 'api-change', category: 'aa', description: 'A fix.' }]);
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [path('aa')]: model('aa', 'A') });
    repository.release('2.0.0', { [path('aa')]: model('aa', 'A', 'New') });
    repository.goBackTo('1.0.0');
    repository.release('1.0.1', {
      [path('aa')]: model('aa', 'A', 'Fix'),
      [path('zz')]: model('zz', 'Z'),
      '.changes/1.0.1.json': note,
    });
    repository.release('1.0.2', { [path('zz')]: null });
    repository.goBackTo('2.0.0');
    repository.release('2.1.0', { 'README.md': 'no change' });
    return repository;
  };

  test('its note stands on it, its service has its life there, and its field is found', async () => {
    const repository = make();
    const file = await walked(repository);
    const reader = openStore(file);
    expect(reader.serviceReleases({ release: '1.0.1', service: 'aa' })[0]?.notes).toHaveLength(1);
    expect(reader.service('zz')?.asOf.id).toBe('1.0.1');
    expect(reader.serviceReleases({ service: 'zz' }).map(({ release, status }) => `${release.id} ${status}`)).toEqual([
      '1.0.2 removed',
      '1.0.1 added',
    ]);
    reader.close();
    const { out } = await apidelta(['log', 'aa.PutThing.request.fix', '--store', file]);
    expect(out).toMatch(/^aa\.PutThing\.request\.Fix: not there any more\n1\.0\.1 .*\n {2}new or looser/);
    const before = dumpStore(file);
    expect(await madeAnew(file)).toBe(before);
    const slow = fresh('store.db');
    for (const until of ['1.0.0', '1.0.1', '2.0.0', '2.1.0']) await walked(repository, { until }, slow);
    expect(dumpStore(slow)).toBe(before);
  });
});

test('tags with something in front of their version take nothing from those without', async () => {
  const repository = new TinyRepository(fresh('repository'));
  repository.release('1.0.0', { [path('aa')]: model('aa', 'A') });
  repository.release('1.1.0', { [path('aa')]: model('aa', 'A', 'B') });
  for (const version of ['1.0.0', '1.1.0']) repository.git('tag', `release-${version}`, version);
  repository.release('release-1.2.0', { [path('aa')]: model('aa', 'A', 'B', 'C') });
  const file = await walked(repository);
  await walked(repository, { tagPrefix: 'release-' }, file);
  const before = dumpStore(file);
  await walked(repository, {}, file);
  expect(dumpStore(file)).toBe(before);
  expect(sinceOf(file, 'aa', 'C')).toBe('1.2.0');
});

describe('a release that a note made known before its states', () => {
  test('is taken in when they come', async () => {
    const note = JSON.stringify([{ type: 'api-change', category: 'bb', description: 'New words.' }]);
    const repository = new TinyRepository(fresh('repository'));
    repository.release('1.0.0', { [path('aa')]: model('aa', 'A'), [path('bb')]: model('bb', 'B') });
    repository.release('1.1.0', { [path('bb')]: model('bb', 'B', 'C'), '.changes/1.1.0.json': note });
    const file = await walked(repository, { services: ['aa'] });
    await walked(repository, { until: '1.0.0' }, file);
    await walked(repository, {}, file);
    expect(dumpStore(file)).toBe(dumpStore(await walked(repository)));
  });
});
