/** Tags that are versions, with or without a `v` before them: most repositories have these. */
import { isVersion, plainVersion } from '../../model/versions.ts';
import type { TagNames } from './release-line.ts';

export const plainTags: TagNames = {
  versionOf: (tag) => (isVersion(tag) ? plainVersion(tag) : undefined),
  otherName: (tag) => (/^v\d/.test(tag) ? tag.slice(1) : `v${tag}`),
};
