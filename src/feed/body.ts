/** The body of an item: pieces of HTML until there is no more room. */
import { escapeHtml } from '../view/prose/prose-html.ts';
import { counted, type Span } from '../view/site/words.ts';

/**
 * The greatest size of a body, in bytes: readers read no more than this, and fifty larger bodies are too much for a
 * feed reader.
 */
export const maxBody = 30_000;

/** The size of a text in bytes. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();

/** A list with a title; items that do not fit are left out from the end. */
export interface BodyList {
  readonly title: string;
  readonly items: readonly string[];
}

/** Prints lists while there is room, and cuts them between items; `more`: the number of items that did not fit. */
export function listsHtml(lists: readonly BodyList[], room: number): { readonly html: string; readonly more: number } {
  let left = room;
  let more = 0;
  let html = '';
  for (const { title, items } of lists) {
    const frame = `<h3>${title}</h3><ul></ul>`;
    let own = 0;
    let used = bytesOf(frame);
    // Everything after an item that did not fit is left out too: it is less important.
    while (more === 0 && own < items.length) {
      const size = bytesOf(items[own] ?? '');
      if (used + size > left) break;
      used += size;
      own++;
    }
    more += items.length - own;
    if (own === 0) continue;
    left -= used;
    html += `<h3>${title}</h3><ul>${items.slice(0, own).join('')}</ul>`;
  }
  return { html, more };
}

/** A link to the other changes. */
export function moreHtml(count: number, url: string): string {
  return count === 0
    ? ''
    : `<p><a href="${escapeHtml(url)}">And ${count.toLocaleString('en')} more ${count === 1 ? 'change' : 'changes'}</a></p>`;
}

/** Changes that are only counted. */
export function wireHtml(count: number): string {
  return count === 0 ? '' : `<p>${counted(count, 'change')} on the wire only: SDK callers see nothing of them.</p>`;
}

/** Notes of the team; long ones are shortened to a summary. */
export function notesHtml(notes: readonly string[], summary: string): string {
  const html = notes.map((note) => `<blockquote>${note}</blockquote>`).join('');
  return bytesOf(html) <= maxNotes ? html : `<blockquote><p>${escapeHtml(summary)}</p></blockquote>`;
}

/** The limit for notes of the team, in bytes, so that there is room for the changes. */
const maxNotes = 8_000;

/** Parts of a sentence as HTML. */
export function spansHtml(spans: readonly Span[]): string {
  return spans.map(({ text, code }) => (code ? codeHtml(text) : escapeHtml(text))).join('');
}

export function codeHtml(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** A link, or only its content if there is no address. */
export function linkHtml(url: string | null, inner: string): string {
  return url === null ? inner : `<a href="${escapeHtml(url)}">${inner}</a>`;
}
