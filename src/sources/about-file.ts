/**
 * The file `about.json` at the top of a source: it states the owner of the source's texts, if this is not the dialect's
 * default.
 */
import { z } from 'zod';
import { readEntry } from './read-entry.ts';
import { findEntry, type Tree } from './tree.ts';
import { SourceError } from './types.ts';

/** The name of the file. */
export const aboutFile = 'about.json';

const line = z.string().trim().min(1).max(200);

const schema = z
  .strictObject({
    subject: line.describe('whose APIs these are: `AWS`'),
    product: line.describe('what has the releases: `botocore`'),
    not: line.describe('what a site made from it is not: `an Amazon site`'),
    texts: z.strictObject({
      owner: line.describe('who wrote the descriptions'),
      licence: line.describe('the name of the licence, as SPDX writes it'),
      notice: z.string().max(20_000).describe('the notice that has to go with the texts'),
    }),
  })
  .partial();

/** The statements of a source about itself; for missing values the dialect decides. */
export type SourceAbout = z.infer<typeof schema>;

/** Reads the file; null if there is none. Rejects with a `SourceError` that explains its mistake. */
export async function readAbout(tree: Tree): Promise<SourceAbout | null> {
  const entry = findEntry(tree, aboutFile);
  if (entry === undefined) return null;
  const name = tree.nameOf(aboutFile);
  let value: unknown;
  try {
    value = JSON.parse(await readEntry(tree, entry));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SourceError(`\`${name}\` is no JSON: ${error.message}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    [path.map(String).join('.'), message].filter(Boolean).join(': '),
  );
  throw new SourceError(`\`${name}\` cannot be used: ${problems.join('; ')}`);
}
