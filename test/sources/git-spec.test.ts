/** The parts of a git source, and the sentence for each that is none. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseGitSpec } from '../../src/sources/index.ts';
import { scratchFolder } from './scratch-folder.ts';

test.each([
  ['git:cups', { repository: 'cups', tag: null, from: null, to: null }],
  ['git:cups@1.0.0', { repository: 'cups', tag: '1.0.0', from: null, to: null }],
  ['git:cups@1.0..2.0', { repository: 'cups', tag: null, from: '1.0', to: '2.0' }],
  ['git:cups@1.0...2.0', { repository: 'cups', tag: null, from: '1.0', to: '2.0' }],
  ['git:cups@..2.0', { repository: 'cups', tag: null, from: null, to: '2.0' }],
  ['git:cups@1.0..', { repository: 'cups', tag: null, from: '1.0', to: null }],
  ['git:a@b/cups@v1', { repository: 'a@b/cups', tag: 'v1', from: null, to: null }],
])('%s', async (spec, parts) => {
  expect(await parseGitSpec(spec)).toEqual(parts);
});

test('a folder with an `@` in its name is a folder', async () => {
  const folder = path.join(scratchFolder({ 'cups@home/file': '' }), 'cups@home');
  expect(await parseGitSpec(`git:${folder}`)).toEqual({ repository: folder, tag: null, from: null, to: null });
  expect(await parseGitSpec(`git:${folder}@1.0`)).toMatchObject({ repository: folder, tag: '1.0' });
});

test.each([
  ['cups@1.0', '`cups@1.0` is no git source. Write `git:<repository>@<tag>`'],
  ['git:', '`git:` names no repository. Write `git:<repository>@<tag>`'],
  ['git:@1.0', '`git:@1.0` names no repository. Write `git:<repository>@<tag>`'],
  ['git:cups@', '`git:cups@` names no tag behind the `@`. Write `git:<repository>@<tag>`'],
  [
    'git:https://example.org/cups@1.0',
    '`git:https://example.org/cups@1.0` is an address: nothing is fetched. Clone it and name the folder: git clone https://example.org/cups <folder>',
  ],
  [
    'git:git@example.org:cups',
    '`git:git@example.org:cups` is an address: nothing is fetched. Clone it and name the folder: git clone git@example.org:cups <folder>',
  ],
])('%j is refused', async (spec, sentence) => {
  await expect(parseGitSpec(spec)).rejects.toThrow(sentence);
});
