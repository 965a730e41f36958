/** A git repository that is refused leaves no process of git behind. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TinyRepository } from '../store/walk/tiny-repository.ts';
import { refusalOf } from './opened.ts';
import { scratchFolder } from './scratch-folder.ts';

const running = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

test('its objects were read, and nothing that is known is among them', async () => {
  const repository = new TinyRepository(join(scratchFolder({}), 'repository'));
  repository.release('1.0.0', { 'README.md': 'Nothing that is known.' });
  expect(await refusalOf(`git:${repository.folder}@1.0.0`)).toContain('holds no');
  // A process that was ended stays in this list until its end is reported.
  await expect.poll(running).toBe(0);
});
