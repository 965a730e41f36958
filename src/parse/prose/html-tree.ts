/** HTML as a tree, by rehype-parse, which goes down into elements by recursion: nesting without end is kept away from it. */
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const whole = unified().use(rehypeParse).freeze();
const part = unified().use(rehypeParse, { fragment: true }).freeze();

/** Real pages nest some 60 elements; parsing takes time with the square of the depth. */
const deepest = 1_000;

/** Elements that never hold others, or that end by themselves where the next one starts. */
const shallow = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(' '),
);

/** The tree of a page; null where elements nest too deep to be read. */
export function parseHtmlPageTree(html: string): Root | null {
  return nestsTooDeep(html) ? null : whole.parse(html);
}

/** The tree of a piece of HTML; null where elements nest too deep to be read. */
export function parseHtmlTree(html: string): Root | null {
  return nestsTooDeep(html) ? null : part.parse(html);
}

function nestsTooDeep(html: string): boolean {
  let depth = 0;
  let tags = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    if (shallow.has((name as string).toLowerCase())) continue;
    tags++;
    depth = end === '' ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > deepest) return true;
  }
  return tags > 0 && depth > deepest;
}
