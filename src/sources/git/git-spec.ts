/** Reads `git:<repository>@<tag>`, `git:<repository>@<from>..<to>` and `git:<repository>`. */
import { stat } from 'node:fs/promises';
import { SourceError } from '../types.ts';

/** The parts of a git source. */
export interface GitSpec {
  readonly repository: string;
  /** One release; null for a range or for everything. */
  readonly tag: string | null;
  /** The ends of a range; an open end is null. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Splits a git source into its parts. The repository's own path may contain an `@`. */
export async function parseGitSpec(spec: string): Promise<GitSpec> {
  if (!spec.startsWith('git:')) throw new SourceError(`\`${spec}\` is no git source. Write \`git:<repository>@<tag>\``);
  const text = spec.slice('git:'.length);
  if (/^(?:[a-z][a-z+.-]*:\/\/|[\w.-]+@[\w.-]+:)/i.test(text))
    throw new SourceError(
      `\`${spec}\` is an address: nothing is fetched. Clone it and name the folder: git clone ${text.replace(/@[^@/:]*$/, '')} <folder>`,
    );
  const at = (await exists(text)) ? -1 : text.lastIndexOf('@');
  const repository = at === -1 ? text : text.slice(0, at);
  const named = at === -1 ? '' : text.slice(at + 1);
  if (repository === '') throw new SourceError(`\`${spec}\` names no repository. Write \`git:<repository>@<tag>\``);
  if (at !== -1 && named === '')
    throw new SourceError(`\`${spec}\` names no tag behind the \`@\`. Write \`git:<repository>@<tag>\``);
  const range = /^(?<from>.*?)\.\.\.?(?<to>.*)$/s.exec(named)?.groups;
  if (range) return { repository, tag: null, from: range.from || null, to: range.to || null };
  return { repository, tag: named || null, from: null, to: null };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
