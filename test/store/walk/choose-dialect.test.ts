/** Of two dialects whose repositories name releases alike, the one is chosen whose models the newest release has. */
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type * as Dialects from '../../../src/parse/dialects/index.ts';
import { openRepository } from '../../../src/sources/git/run-git.ts';
import { chooseDialect } from '../../../src/store/walk/choose-dialect.ts';
import { TinyRepository } from './tiny-repository.ts';
import { modelOf, modelPath, scratchFolder } from './walked.ts';

vi.mock('../../../src/parse/dialects/index.ts', async (original) => {
  const real = await original<typeof Dialects>();
  const [first] = real.walkedDialects as [Dialects.WalkedDialect];
  const { repository } = first;
  const modelPathOf: typeof repository.modelPathOf = (path) =>
    path.startsWith('toys/') ? ({ service: 'toy', version: null, name: path } as never) : undefined;
  const toy = { ...first, id: 'toy', repository: { ...repository, folder: 'toys', modelPathOf } };
  return { ...real, walkedDialects: [first, toy] };
});

const { folder } = scratchFolder();

async function chosen(name: string, path: string): Promise<string> {
  const repository = new TinyRepository(join(folder, name));
  repository.release('1.0.0', { [path]: modelOf('thing', 'A') });
  const { dialect, list } = await chooseDialect(await openRepository(repository.folder));
  expect(list.releases.map(({ version }) => version)).toEqual(['1.0.0']);
  return dialect.id;
}

test('the models say whose the history is, and what has none of the others is the first one’s', async () => {
  expect(await chosen('of-toys', 'toys/a.json')).toBe('toy');
  expect(await chosen('of-models', modelPath('thing'))).toBe('service-model');
  expect(await chosen('of-neither', 'README.md')).toBe('service-model');
});
