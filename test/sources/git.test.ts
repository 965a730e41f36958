/** Git repositories, made in the tests. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { botocoreRepository } from '../../src/parse/dialects/service-model/repository.ts';
import {
  BlobReader,
  changedModelFiles,
  changedModelFilesInRow,
  findRelease,
  listReleases,
  modelFilesAt,
  openRepository,
} from '../../src/sources/index.ts';
import { opened, outline, refusalOf } from './opened.ts';
import { model, note, scratchFolder, servicePage, writeFiles } from './scratch-folder.ts';

const service = 'botocore/data/tea/2020-01-01/service-2.json';

describe('releases', () => {
  test('are tags in the order of versions, light or annotated, with the day of their commit', async () => {
    const folder = history();
    const found = await listReleases(await openRepository(folder));
    expect(found.map(({ tag, version, date }) => [tag, version, date])).toEqual([
      ['1.0.0rc1', '1.0.0rc1', '2020-01-01'],
      ['v1.0.0', '1.0.0', '2020-01-02'],
      ['1.9.0', '1.9.0', '2020-01-03'],
      ['1.10.0', '1.10.0', '2020-01-04'],
    ]);
  });

  test('are read from bare and shallow clones', async () => {
    const folder = history();
    const bare = path.join(scratchFolder(), 'bare');
    git('/', 'clone', '-q', '--bare', folder, bare);
    expect(await listReleases(await openRepository(bare))).toHaveLength(4);
    const shallow = path.join(scratchFolder(), 'shallow');
    git('/', 'clone', '-q', '--depth', '1', '--branch', '1.10.0', `file://${folder}`, shallow);
    expect((await listReleases(await openRepository(shallow))).map(({ tag }) => tag)).toEqual(['1.10.0']);
    expect(await listReleases(await openRepository(path.join(shallow, '.git')))).toHaveLength(1);
  });

  test('whose objects are lost are left out', async () => {
    const folder = history();
    const lost = git(folder, 'rev-parse', '1.9.0^{commit}').trim();
    rmSync(path.join(folder, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    expect((await listReleases(await openRepository(folder))).map(({ tag }) => tag)).toEqual([
      '1.0.0rc1',
      'v1.0.0',
      '1.10.0',
    ]);
  });

  test('are found by tag and by version; a wrong one is told with its neighbours', async () => {
    const repository = await openRepository(history());
    expect((await findRelease(repository, '1.0.0')).date).toBe('2020-01-02');
    expect((await findRelease(repository, 'main')).date).toBe('2020-01-05');
    await expect(findRelease(repository, '1.9.5')).rejects.toThrow(
      /has no tag `1\.9\.5`\. It has `v1\.0\.0`, `1\.9\.0`, `1\.10\.0`/,
    );
  });
});

describe('model files', () => {
  test('of a release, and what changed from one to the next', async () => {
    const repository = await openRepository(history());
    const releases = await listReleases(repository);
    const [, , , last] = releases;
    const { files, skipped } = await modelFilesAt(repository, botocoreRepository, last?.tree ?? '');
    expect(files.map(({ file, role, service: id, apiVersion }) => [file, role, id, apiVersion])).toEqual([
      [service, 'service', 'tea', '2020-01-01'],
    ]);
    expect(skipped).toEqual([
      { name: 'botocore/data/endpoints.json', reason: 'settings of the SDK, no description of an API' },
    ]);
    const row = await changedModelFilesInRow(
      repository,
      botocoreRepository,
      releases.map(({ tree }) => tree),
    );
    expect(
      row.map((changed) => changed.map(({ file, before, after }) => [file, before !== null, after !== null])),
    ).toEqual([
      [['botocore/data/aws/tea/2020-01-01.normal.json', false, true]],
      [
        ['botocore/data/aws/tea/2020-01-01.normal.json', true, false],
        [service, false, true],
      ],
      [],
      [[service, true, true]],
    ]);
    expect(row[0]?.[0]?.path).toBe('2020-01-01/service-2.json');
    const [first, second] = releases;
    expect(await changedModelFiles(repository, botocoreRepository, first?.tree ?? '', second?.tree ?? '')).toEqual(
      row[1],
    );
    expect(await changedModelFiles(repository, botocoreRepository, null, first?.tree ?? '')).toEqual(row[0]);
    expect(await changedModelFilesInRow(repository, botocoreRepository, [])).toEqual([]);
    await expect(modelFilesAt(repository, botocoreRepository, '--output=x')).rejects.toThrow(/expected the id/);
  });

  test('come out of one process in any number and order, missing ones as undefined', async () => {
    const repository = await openRepository(history());
    const reader = new BlobReader(repository);
    const names = [
      'main:README',
      `1.10.0:${service}`,
      'main:empty',
      'nothing',
      '--batch-check',
      'two\nlines',
      `1.9.0:${service}`,
    ];
    const texts = await Promise.all(
      Array.from({ length: 200 }, () => names.map((name) => reader.readText(name))).flat(),
    );
    expect(texts.slice(0, 7)).toEqual(['A repository\n', `${model()}\n`, '', undefined, undefined, undefined, model()]);
    expect(texts.slice(-7)).toEqual(texts.slice(0, 7));
    const late = reader.read('main:README');
    const caught = expect(late).rejects.toThrow(/closed/);
    await reader.close();
    await caught;
    await expect(reader.read('main:README')).rejects.toThrow(/closed/);
  });
});

describe('sources', () => {
  test('a release is complete, with version, day and its own note', async () => {
    const folder = history();
    const source = await opened(`git:${folder}@1.10.0`);
    expect(outline(source)).toEqual([
      '1.10.0 release-notes - 1.10.0.json',
      '1.10.0 service-model tea 2020-01-01/service-2.json',
    ]);
    expect(source.units[1]).toMatchObject({ date: '2020-01-04', complete: true });
    expect(source.units[1]?.files[0]?.name).toBe(`git:${folder}@1.10.0:${service}`);
    expect(await source.units[1]?.files[0]?.read()).toBe(`${model()}\n`);
    expect(outline(await opened(`git:${folder}@1.0.0`))).toEqual([
      '1.0.0 release-notes - CHANGELOG.rst',
      '1.0.0 service-model tea 2020-01-01/service-2.json',
    ]);
  });

  test('a range is its two ends, nothing named is the newest release', async () => {
    const folder = history();
    expect((await opened(`git:${folder}@v1.0.0..1.10.0`)).units.map(({ version }) => version)).toEqual([
      '1.0.0',
      '1.0.0',
      '1.10.0',
      '1.10.0',
    ]);
    expect((await opened(`git:${folder}@..1.9.0`)).units.map(({ version }) => version)).toEqual([
      '1.0.0rc1',
      '1.9.0',
      '1.9.0',
    ]);
    for (const [range, ends] of [
      ['', ['1.10.0']],
      ['@1.9.0..', ['1.9.0', '1.10.0']],
      ['@1.10.0..', ['1.10.0']],
    ] as const)
      expect([...new Set((await opened(`git:${folder}${range}`)).units.map(({ version }) => version))]).toEqual(ends);
    expect(await refusalOf(`git:${folder}@1.10.0..1.9.0`)).toMatch(/runs backwards\. Write `1\.9\.0\.\.1\.10\.0`/);
  });

  test('any other repository is searched whole', async () => {
    const folder = scratchFolder({ 'docs/services/tea.rst': servicePage() });
    git(folder, 'init', '-q', '-b', 'main');
    commit(folder, '2020-01-01');
    git(folder, 'tag', 'v2.0.0');
    expect(outline(await opened(`git:${folder}@v2.0.0`))).toEqual(['2.0.0 reference-rst tea docs/services/tea.rst']);
  });

  test('what is no repository, has no tags, or is an address is told', async () => {
    const plain = scratchFolder({ 'a.rst': 'tea' });
    expect(await refusalOf(`git:${plain}@1.0`)).toMatch(/is no git repository/);
    expect(await refusalOf(`git:${plain}/missing@1.0`)).toMatch(/does not exist/);
    expect(await refusalOf(`git:${plain}/a.rst@1.0`)).toMatch(/is a file, no git repository/);
    expect(await refusalOf('git:@1.0')).toMatch(/names no repository/);
    expect(await refusalOf('git:https://github.com/boto/botocore@1.0')).toMatch(
      /git clone https:\/\/github\.com\/boto\/botocore <folder>/,
    );
    git(plain, 'init', '-q', '-b', 'main');
    expect(await refusalOf(`git:${plain}`)).toMatch(/has no tag that is a version/);
    expect(await refusalOf(`git:${plain}@--upload-pack=x`)).toMatch(/has no tag `--upload-pack=x`/);
    // A folder inside a repository is not the repository.
    writeFiles(plain, { 'inner/b.rst': 'tea' });
    expect(await refusalOf(`git:${plain}/inner@1.0`)).toMatch(/is no git repository/);
  });

  test('settings and hooks of a repository run nothing', async () => {
    const folder = history();
    const mark = path.join(scratchFolder(), 'ran');
    for (const setting of [
      'core.fsmonitor',
      'core.sshCommand',
      'core.pager',
      'diff.external',
      'uploadpack.packObjectsHook',
    ])
      git(folder, 'config', setting, `touch ${mark}`);
    await opened(`git:${folder}@1.10.0`);
    expect(() => execFileSync('ls', [mark], { stdio: 'pipe' })).toThrow();
  });

  test('variables of git around us change nothing', async () => {
    const folder = history();
    const before = process.env.GIT_DIR;
    process.env.GIT_DIR = '/nowhere';
    try {
      expect((await opened(`git:${folder}@1.10.0`)).units).toHaveLength(2);
    } finally {
      if (before === undefined) delete process.env.GIT_DIR;
      else process.env.GIT_DIR = before;
    }
  });
});

/** Four releases: in the layout of old years, moved, unchanged, changed; and a commit after them. */
function history(): string {
  const folder = scratchFolder({
    'botocore/data/aws/tea/2020-01-01.normal.json': model(),
    README: 'A repository\n',
    empty: '',
  });
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, '2020-01-01');
  git(folder, 'tag', '1.0.0rc1');
  rmSync(path.join(folder, 'botocore/data/aws'), { recursive: true });
  writeFiles(folder, { [service]: model(), 'CHANGELOG.rst': '1.0.0\n=====\n\n* api-change:``tea``: More\n' });
  commit(folder, '2020-01-02');
  git(folder, 'tag', '-a', '-m', 'annotated', 'v1.0.0');
  writeFiles(folder, { README: 'Another\n', 'botocore/data/endpoints.json': '{}' });
  commit(folder, '2020-01-03');
  git(folder, 'tag', '1.9.0');
  writeFiles(folder, { [service]: `${model()}\n`, '.changes/1.10.0.json': note, README: 'A repository\n' });
  commit(folder, '2020-01-04');
  git(folder, 'tag', '1.10.0');
  git(folder, 'tag', 'not-a-version');
  writeFiles(folder, { later: 'x' });
  commit(folder, '2020-01-05');
  return folder;
}

function commit(folder: string, day: string): void {
  git(folder, 'add', '-A');
  const date = `${day}T23:30:00+0000`;
  execFileSync('git', [...identity, 'commit', '-q', '--allow-empty', '-m', day], {
    cwd: folder,
    env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
  });
}

const identity = [
  '-c',
  'user.name=Tea',
  '-c',
  'user.email=tea@example.com',
  '-c',
  'commit.gpgSign=false',
  '-c',
  'tag.gpgSign=false',
];

function git(folder: string, ...parameters: string[]): string {
  return execFileSync('git', [...identity, ...parameters], { cwd: folder, stdio: 'pipe' }).toString();
}
