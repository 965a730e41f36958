/** Whose APIs a store has and whose words their descriptions are: the dialect and the sources both state it. */
import { canonicalJson } from '../model/index.ts';
import type { About } from '../parse/dialects/index.ts';
import type { SourceAbout } from '../sources/index.ts';
import type { Database } from './database/database.ts';
import { contentHash } from './packing/content-hash.ts';

/** Stores what a source says about itself. Null means that it says nothing: then the words of its dialect hold. */
export function keepAbout(database: Database, about: SourceAbout | null): void {
  const value = canonicalJson(about);
  database.insert('meta', { key: `about:${contentHash(value)}`, value }, 'REPLACE');
}

/**
 * Every source can add whose texts it has. The other names come from the dialect, or from the source if it is the only
 * one.
 */
export function aboutOf(database: Database, ofDialect: About): About {
  const said = database
    .rows<{ key: string; value: string }>('meta', "WHERE key GLOB 'about:*' ORDER BY key")
    .map(({ value }) => JSON.parse(value) as SourceAbout | null);
  const walked = database.get<{ one: number }>('SELECT 1 AS one FROM walked LIMIT 1') !== undefined;
  const all = said.length === 0 || walked ? [...said, null] : said;
  const texts = [
    ...new Map(all.map((one) => one?.texts ?? ofDialect.texts).map((one) => [canonicalJson(one), one])).values(),
  ];
  const only = all.length === 1 ? all[0] : null;
  return {
    subject: only?.subject ?? ofDialect.subject,
    product: only?.product ?? ofDialect.product,
    not: only?.not ?? ofDialect.not,
    texts: {
      owner: joined(
        texts.map(({ owner }) => owner),
        ' and ',
      ),
      licence: joined(
        texts.map(({ licence }) => licence),
        ' and ',
      ),
      notice: joined(
        texts.map(({ notice }) => notice),
        '\n\n',
      ),
    },
  };
}

function joined(words: readonly string[], between: string): string {
  return [...new Set(words)].sort().join(between);
}
