/** HTML as a hast tree, the one that rehype-parse gives (a test holds them against each other), in half of its time. */
import type { Root } from 'hast';
import { parse, parseFragment } from 'parse5';
import { type HastMap, hastAdapter, TooMany } from './hast-adapter.ts';

/** Real pages nest some 60 elements; parsing takes time with the square of the depth. */
const deepest = 1_000;

/** The tree of a page; null where elements nest too deep to be read. */
export function parseHtmlPageTree(html: string): Root | null {
  return guarded(html, (options) => parse<HastMap>(html, options));
}

/** The tree of a piece of HTML; null where elements nest too deep to be read. */
export function parseHtmlTree(html: string): Root | null {
  return guarded(html, (options) => parseFragment<HastMap>(html, options));
}

/**
 * Stops where elements nest too deep, and where there are more of them than letters: `<b>` that is not closed starts again
 * in every paragraph, so a thousand of them and many paragraphs would be more elements than fit into memory.
 */
function guarded(html: string, read: (options: ReturnType<typeof optionsFor>) => Root): Root | null {
  try {
    return read(optionsFor(html));
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

function optionsFor(html: string) {
  return {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    treeAdapter: hastAdapter({ depth: deepest, elements: html.length + 100 }),
  };
}
