/** A description as the root of an mdast tree, the form that unified plugins take. */
import type { Root } from 'mdast';
import type { Prose } from '../../model/index.ts';

/**
 * The tree of a description. Its nodes are those of mdast, with three exceptions that our handlers know: notes, tables
 * without alignment, and lists without `spread`. The nodes are read-only, which mdast's types cannot express.
 */
export function proseTree(prose: Prose): Root {
  // The types differ from mdast only in our own nodes, and our handlers print these.
  return { type: 'root', children: prose } as unknown as Root;
}
