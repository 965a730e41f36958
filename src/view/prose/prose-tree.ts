/** A description as the root of an mdast tree, which is what plugins of unified take. */
import type { Root } from 'mdast';
import type { Prose } from '../../model/index.ts';

/**
 * The tree of a description. Its nodes are mdast's own, but for notes, tables without alignment and lists without `spread`,
 * which the handlers of our pipelines know; and they are read-only, which mdast's types cannot say.
 */
export function proseTree(prose: Prose): Root {
  // Our trees are mdast with nodes of their own, which our handlers print.
  return { type: 'root', children: prose } as unknown as Root;
}
