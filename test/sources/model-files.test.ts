/** What changed in the models of a repository from release to release, with names of objects of either length. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { botocoreRepository } from '../../src/parse/dialects/service-model/repository.ts';
import { changedModelFilesInRow, openRepository } from '../../src/sources/index.ts';
import { model, scratchFolder, writeFiles } from './scratch-folder.ts';

const service = 'botocore/data/tea/2020-01-01/service-2.json';

test.each([
  ['sha1', 40],
  ['sha256', 64],
])('the first release brings all of its models, with objects named by %s', async (format, length) => {
  const folder = scratchFolder();
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  git('init', '-q', `--object-format=${format}`);
  writeFiles(folder, { [service]: model(), 'botocore/data/endpoints.json': '{}' });
  git('add', '-A');
  const tree = git('write-tree');
  expect(tree).toHaveLength(length);
  const row = await changedModelFilesInRow(await openRepository(folder), botocoreRepository, [tree, tree]);
  expect(row.map((changed) => changed.map(({ file, before, after }) => [file, before, after?.length]))).toEqual([
    [[service, null, length]],
    [],
  ]);
});
