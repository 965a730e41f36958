/** The account of a page's text: every piece of text is used, or is named boilerplate, or becomes a message. */
import type { Comment, Doctype, Element, ElementContent, Root, Text } from 'hast';
import type { Messages, Point } from '../messages.ts';
import { quote } from '../messages.ts';
import { claim, hasWords, isClaimed, silent } from '../prose/hast-prose.ts';

type Node = Root | Element | Text | Comment | Doctype | ElementContent;

export class HtmlAccount {
  readonly boilerplate: Record<string, number> = {};

  /** The text of an element has no fact; `pattern` names the exact reason. */
  skip(pattern: string, element: Element): void {
    claim(element);
    this.boilerplate[pattern] = (this.boilerplate[pattern] ?? 0) + 1;
  }

  /** Turns unused text up to an element into messages. Not recursive: hostile input can nest without limit. */
  close(tree: Root, messages: Messages, end?: Element): void {
    const stack: Node[] = [tree];
    while (stack.length > 0) {
      const node = stack.pop() as Node;
      if (node === end) return;
      if (node.type === 'text') {
        if (!isClaimed(node) && hasWords(node)) messages.add('unexpected-text', quote(node.value), pointOf(node));
      } else if (node.type === 'element' && silent.has(node.tagName)) {
        if (node.content !== undefined || node.children.some((child) => child.type !== 'text' || !isClaimed(child)))
          this.skip(`page-${node.tagName}`, node);
      } else if ('children' in node) {
        for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Node);
      }
    }
  }
}

/** The line and column at which a node begins. */
export function pointOf(node: Node): Point {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
