/** Parses HTML to the same hast tree as rehype-parse (a test compares them), in half of its time. */
import type { Root } from 'hast';
import { parse, parseFragment } from 'parse5';
import { type HastMap, hastAdapter, TooMany } from './hast-adapter.ts';

/** Real pages nest about 60 elements; the time of parsing grows with the square of the depth. */
const deepest = 1_000;

/** The tree of a page; null if its elements nest too deep. */
export function parseHtmlPageTree(html: string): Root | null {
  return guarded(html, (options) => parse<HastMap>(html, options));
}

/** The tree of a piece of HTML; null if its elements nest too deep. */
export function parseHtmlTree(html: string): Root | null {
  return guarded(html, (options) => parseFragment<HastMap>(html, options));
}

/**
 * Stops if elements nest too deep, or if there are more elements than letters: an unclosed `<b>` starts again in every
 * paragraph, so a thousand of them and many paragraphs would make more elements than fit into memory.
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
