/** Reads the HTML of a description that is not parsed yet, so that pages always get a syntax tree. */
import type { Prose } from '../../model/index.ts';
import { parseHtmlProse } from './html.ts';

/** The description with every part parsed; the same object if there is nothing to parse. */
export function readProse(prose: Prose): Prose {
  if (!prose.some((block) => block.type === 'html')) return prose;
  return prose.flatMap((block) => (block.type === 'html' ? parseHtmlProse(block.value) : [block]));
}
