/** The meaning of tags before the dialect of a repository is known: the first dialect that knows a tag decides. */
import { walkedDialects } from '../../parse/dialects/index.ts';

/** The version that a tag names; undefined if no dialect reads the tag as a release. */
export function versionOfTag(tag: string): string | undefined {
  for (const { repository } of walkedDialects) {
    const version = repository.tags.versionOf(tag);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** The other possible name of a release's tag: `v1.40.73` for `1.40.73`, and the other way round. */
export function otherNamesOf(tag: string): readonly string[] {
  return walkedDialects.map(({ repository }) => repository.tags.otherName(tag));
}
