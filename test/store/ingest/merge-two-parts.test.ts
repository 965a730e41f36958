/** Two parts of a tiny history, put together: each part counts as there. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/read.ts';
import { mergeParts } from '../../../src/store/write.ts';
import { apidelta } from '../../cli/run-cli.ts';
import { TinyRepository } from '../walk/tiny-repository.ts';
import { modelOf, modelPath, scratchFolder } from '../walk/walked.ts';

const { folder } = scratchFolder();

test('two parts are one store, in either order, and one of them is not', async () => {
  const repository = new TinyRepository(join(folder, 'repository'));
  repository.release('1.0.0', { [modelPath('ant')]: modelOf('ant', 'A'), [modelPath('bee')]: modelOf('bee', 'A') });
  const [one, two] = ['1/2', '2/2'].map((part) => ({ part, file: join(folder, `${part[0]}.db`) })) as [Part, Part];
  for (const { part, file } of [one, two])
    expect(await apidelta(['ingest', `git:${repository.folder}`, '--store', file, '--shard', part])).toMatchObject({
      code: 0,
    });
  const third = join(folder, 'third.db');
  await apidelta(['ingest', `git:${repository.folder}`, '--store', third, '--shard', '2/3']);
  await expect(mergeParts([third], join(folder, 'none.db'))).rejects.toThrow('these are missing: 1, 3.');
  await expect(mergeParts([two.file], join(folder, 'none.db'))).rejects.toThrow('this one is missing: 1.');
  const merged = join(folder, 'merged.db');
  await mergeParts([two.file, one.file], merged);
  const reader = openStore(merged);
  expect(reader.serviceIds()).toEqual(['ant', 'bee']);
  reader.close();
});

interface Part {
  readonly part: string;
  readonly file: string;
}
