/**
 * The words of a description in plain HTML, without its tree: in a history, a million descriptions must be compared.
 */
import type { Prose } from '../../model/index.ts';

/** Tags between words, and tags inside words. If there is another tag, the tree is needed. */
const apart = new Set(['p', 'ul', 'ol', 'li', 'note', 'important', 'br', 'fullname', 'div', 'dl', 'dt', 'dd']);
const inside = new Set(['a', 'b', 'i', 'em', 'strong', 'span', 'code']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

/** A slash at the end of a tag means nothing in HTML. */
const piece = /<(\/?)([a-z]+)((?:\s+[a-zA-Z-]+="[^"<>]*")*)\s*\/?>|&(#?\w+);|[^<&]+|[<&]/g;

/**
 * The words of a description with single blanks between them, the same as those of its tree; undefined if the tree is
 * needed, because of other tags, other entities, or text that is not plain HTML.
 */
export function wordsOfHtml(prose: Prose): string | undefined {
  const [block] = prose;
  if (prose.length !== 1 || block?.type !== 'html') return undefined;
  let out = '';
  let code: string | undefined;
  const add = (text: string) => {
    if (code === undefined) out += text;
    else code += text;
  };
  for (const [all, end, tag, attributes, entity] of block.value.matchAll(piece)) {
    if (tag !== undefined) {
      if (attributes !== '' && tag === 'span') return undefined;
      if (tag === 'code') {
        // Code has no blanks at its ends.
        if ((end === '') === (code !== undefined)) return undefined;
        if (code === undefined) code = '';
        else {
          out += code.trim();
          code = undefined;
        }
      } else if (apart.has(tag) && code === undefined) out += ' ';
      else if (!inside.has(tag)) return undefined;
    } else if (entity !== undefined) {
      const character = entities[entity];
      if (character === undefined) return undefined;
      add(character);
    } else if (all === '<' || all === '&') return undefined;
    else add(all);
  }
  return code === undefined ? out.replace(/\s+/g, ' ').trim() : undefined;
}
