/** botocore's repository: the places of models and notes in the trees of its tags. */

import { plainTags } from '../plain-tags.ts';
import { Reading } from '../reading.ts';
import type { RepositoryLayout } from '../release-line.ts';
import { releaseNotes } from '../release-notes/dialect.ts';
import { dataFolder, modelPathOf, reasonNotRead } from './model-layout.ts';

export const changesFolder = '.changes';
export const changelog = 'CHANGELOG.rst';

export const botocoreRepository: RepositoryLayout = {
  folder: dataFolder,
  modelPathOf,
  reasonNotRead: (path) => reasonNotRead(path) ?? 'in none of the layouts of service models',
  tags: plainTags,
  notes: {
    folder: changesFolder,
    isNote: (path) => /\/\d[^/]*\.json$/.test(path),
    fileOf: (version) => `${changesFolder}/${version}.json`,
    changelog,
    parse: (documents) => releaseNotes.parse(documents, new Reading(null, false)).notes,
  },
};
