/** The sentence for a source in which nothing was recognised: the reason, and the expected documents. */
import { lookedFor } from '../parse/dialects/index.ts';
import type { Skipped, Tree } from './tree.ts';
import { SourceError } from './types.ts';

/** The reason for documents whose text is in no known dialect. */
export const unrecognised = 'nothing in it was recognised';

/** The one sentence for a source without units. */
export function nothingFound(spec: string, tree: Tree, unknown: readonly Skipped[], isLone = false): SourceError {
  const wanted = `Looked for ${lookedFor.join('; ')}`;
  if (tree.entries.length === 0 && unknown.length === 0)
    return new SourceError(`\`${spec}\` holds no files. ${wanted}`);
  const first = unknown[0]?.reason ?? unrecognised;
  if (isLone && first === 'empty') return new SourceError(`\`${spec}\` is empty. ${wanted}`);
  if (isLone) return new SourceError(`\`${spec}\` is no source: ${first}. ${wanted}`);
  const count =
    tree.entries.length === 1 ? 'its one file' : `any of its ${tree.entries.length.toLocaleString('en')} files`;
  // The most useful reason: a format that is too old is more useful than a program, which is not a source.
  const reason = mostFrequent(unknown.map(({ reason }) => reason).filter((reason) => reason !== unrecognised));
  const because = reason === undefined ? '' : ` (most are: ${reason})`;
  return new SourceError(`\`${spec}\` holds no source: nothing was recognised in ${count}${because}. ${wanted}`);
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(texts, (text) => text).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0];
}
