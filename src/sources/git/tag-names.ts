/** The meaning of tags before the dialect of a repository is known: the first dialect that knows a tag decides. */
import { walkedDialects } from '../../parse/dialects/index.ts';

/** The version that a tag names; undefined for a tag that is a release to no dialect. */
export function versionOfTag(tag: string): string | undefined {
  for (const { repository } of walkedDialects) {
    const version = repository.tags.versionOf(tag);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** What else the tag of a release may be called: `1.40.73` is `v1.40.73`, and the other way round. */
export function otherNamesOf(tag: string): readonly string[] {
  return walkedDialects.map(({ repository }) => repository.tags.otherName(tag));
}
