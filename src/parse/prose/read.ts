/** Reads the HTML of a description that nobody has read yet, so that what is shown is always a syntax tree. */
import type { Prose } from '../../model/index.ts';
import { parseHtmlProse } from './html.ts';

/** The description with every unread part read. Gives the same description back where there is nothing to do. */
export function readProse(prose: Prose): Prose {
  if (!prose.some((block) => block.type === 'html')) return prose;
  return prose.flatMap((block) => (block.type === 'html' ? parseHtmlProse(block.value) : [block]));
}
