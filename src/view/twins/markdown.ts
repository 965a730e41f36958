/** The few Markdown forms that the twins of pages need: headings, lists, code spans. */
// Scripts of pages use this, too: the whole catalogue would come with them.
import { code as codeSpan } from '../../diff/net.ts';
import { visibleText } from '../../model/index.ts';
import type { Site } from '../site/site.ts';
import type { Span } from '../site/words.ts';

/** A sentence with its names as code. */
export function sentence(spans: readonly Span[]): string {
  return spans.map(({ text, code: isCode }) => (isCode ? code(text) : plain(text))).join('');
}

/** A name as code. A line break in it would end a heading, or an entry of a list. */
export function code(name: string): string {
  return codeSpan(/[\r\n]/.test(name) ? visibleText(name) : name);
}

/** Text with all Markdown punctuation escaped. */
export function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]#|]/g, '\\$&').replace(/\s+/g, ' ');
}

/** An entry of a list, with more lines below it. */
export function entry(depth: number, head: string, below: readonly string[] = []): string {
  const indent = '  '.repeat(depth);
  const inner = below.filter((part) => part !== '').map((part) => indented(part, `${indent}  `));
  return [`${indent}- ${head}`, ...inner].join('\n');
}

/** The full address if the site's host is known, else a path on the site. */
export function address({ urls }: Site, url: string): string {
  return urls.hasOrigin ? urls.absolute(url) : url;
}

/** A document: its parts, with an empty line between them. */
export function document(parts: readonly (string | null)[]): string {
  return `${parts.filter((part): part is string => part !== null && part !== '').join('\n\n')}\n`;
}

function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}
