/**
 * Checks a feed of a built site: two readers give the same result, it has the required parts of its format, and its
 * links resolve.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseFeed, parseOpml } from 'feedsmith';

/** Readers refuse larger documents. */
const maxBytes = 512 * 1024;

/** The problems of a feed, or of the list of feeds. `files`: all files of the site. */
export function findFeedProblems(file: string, text: string, files: ReadonlySet<string>, base: string): string[] {
  const problems: string[] = [];
  const expect = (holds: boolean, what: string): void => {
    if (!holds) problems.push(`${file}: Unexpected feed, expected ${what}`);
  };
  expect(Buffer.byteLength(text) <= maxBytes, `at most ${maxBytes} bytes`);
  if (!file.endsWith('.json')) expect(XMLValidator.validate(text) === true, 'well-formed XML');
  try {
    if (file.endsWith('.opml')) {
      parseOpml(text);
      return [...problems, ...deadLinks(file, text, files, base)];
    }
    const { feed } = parseFeed(text);
    const read = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : [];
    const own = file.endsWith('.json') ? jsonItems(text) : xmlItems(text);
    expect(own.length === (read?.length ?? 0), `as many items for both readers, not ${own.length} and ${read?.length}`);
    expect(new Set(own.map(({ id }) => id)).size === own.length, 'an id of its own for each item');
    for (const { id, title, body } of own) {
      expect(/^tag:[^\s,]+,\d{4}:\S+$/u.test(id), `a permanent id, not ${id}`);
      expect(title !== '' && !title.includes('`'), `a title in plain words, not ${title}`);
      expect(
        body !== '' && !/<script|href="(?!https?:|mailto:)/u.test(body),
        `a body that needs nothing else in ${id}`,
      );
    }
    expect(/^\s*\{/u.test(text) ? 'version' in JSON.parse(text) : true, 'a version');
  } catch (error) {
    problems.push(`${file}: Unexpected feed (${String(error)}), expected one that a reader can parse`);
  }
  return [...problems, ...deadLinks(file, text, files, base)];
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

function jsonItems(text: string): readonly Item[] {
  const { items } = JSON.parse(text) as { items: readonly Record<string, string>[] };
  return items.map(({ id = '', title = '', content_html: body = '' }) => ({ id, title, body }));
}

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => name === 'item' || name === 'entry',
});

function xmlItems(text: string): readonly Item[] {
  const { rss, feed } = parser.parse(text);
  const items: readonly Record<string, string | Readonly<Record<string, string>>>[] =
    (rss === undefined ? feed.entry : rss.channel.item) ?? [];
  return items.map((item) => ({
    id: textOf(item.guid ?? item.id),
    title: textOf(item.title),
    body: textOf(item.description ?? item.content),
  }));
}

function textOf(value: string | Readonly<Record<string, string>> | undefined): string {
  return typeof value === 'string' ? value : (value?.['#text'] ?? '');
}

/** Addresses of this site without a file. */
function deadLinks(file: string, text: string, files: ReadonlySet<string>, base: string): readonly string[] {
  const origin = /(?:href|xmlUrl|feed_url)"?[=:] ?"(https?:\/\/[^/"]+)/u.exec(text)?.[1];
  if (origin === undefined) return [`${file}: Unexpected feed without its own address, expected one`];
  const dead = new Set<string>();
  for (const [, address = ''] of text.matchAll(/(https?:\/\/[^"'<>\s\\#]+)/gu)) {
    if (!address.startsWith(`${origin}/`)) continue;
    const path = decodeURIComponent(new URL(address).pathname);
    const inside = path.slice(base.length);
    const wanted = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
    if (!path.startsWith(base) || !files.has(wanted)) dead.add(address);
  }
  return [...dead].map((address) => `${file}: Unexpected address ${address}, expected one of a file`);
}
