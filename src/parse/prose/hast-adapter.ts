/** Makes parse5 build a hast tree directly: elements, text, their start positions, and the attributes that are used. */

import type { Comment, Doctype, Element, ElementContent, Root, RootContent, Text } from 'hast';
import { html, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { append } from '../../model/index.ts';

/** The tree has more elements than the limit, or nests deeper than the limit. */
export class TooMany extends Error {}

type Child = (Element | Text | Comment | Doctype) & Kept;
type Parent = (Element | Root) & Kept;
type Located = Parent | Child;

/** Data that parse5 asks of a node, but that hast has no property for. */
interface Kept {
  parentOf?: Parent | null;
  attributesOf?: Token.Attribute[];
  namespaceOf?: html.NS;
  modeOf?: html.DOCUMENT_MODE;
}

export type HastMap = TreeAdapterTypeMap<
  Located,
  Parent,
  Child,
  Root & Kept,
  Root & Kept,
  Element & Kept,
  Comment & Kept,
  Text & Kept,
  Element & Kept,
  Doctype & Kept
>;

/**
 * An adapter for one tree. rehype-parse calls parse5 and then hast-util-from-parse5, which walks the whole tree and
 * builds another one, with every attribute translated and every end position computed: this takes half of the time of
 * reading a page. This project uses no end positions, and only two attributes.
 */
export function hastAdapter(limits: { readonly depth: number; readonly elements: number }): TreeAdapter<HastMap> {
  let depth = 0;
  let elements = 0;
  return {
    ...adapter,
    onItemPush() {
      depth++;
      elements++;
      if (depth > limits.depth || elements > limits.elements) throw new TooMany();
    },
    onItemPop() {
      depth--;
    },
  };
}

/** parse5 builds a name from single letters; one shared string makes the many comparisons of a name faster. */
const interned = new Map(Object.values(html.TAG_NAMES).map((name): [string, string] => [name, name]));

const adapter: TreeAdapter<HastMap> = {
  createDocument: () => ({ type: 'root', children: [], parentOf: null }),
  createDocumentFragment: () => ({ type: 'root', children: [], parentOf: null }),
  createElement: (tagName, namespaceOf, attributesOf) => ({
    type: 'element',
    tagName: interned.get(tagName) ?? tagName,
    properties: attributesOf.length === 0 ? {} : propertiesOf(attributesOf),
    children: [],
    position: undefined,
    parentOf: null,
    attributesOf,
    namespaceOf,
  }),
  createCommentNode: (value) => ({ type: 'comment', value, parentOf: null }),
  createTextNode: textNode,
  appendChild,
  insertBefore,
  insertText(parent, text) {
    const last = parent.children.at(-1);
    if (last?.type === 'text') last.value += text;
    else appendChild(parent, textNode(text));
  },
  insertTextBefore(parent, text, before) {
    const last = parent.children[indexOf(parent, before) - 1];
    if (last?.type === 'text') last.value += text;
    else insertBefore(parent, textNode(text), before);
  },
  detachNode(node) {
    const parent = node.parentOf;
    if (parent === null || parent === undefined) return;
    parent.children.splice(indexOf(parent, node), 1);
    node.parentOf = null;
  },
  adoptAttributes(element, attributes) {
    const own = element.attributesOf ?? [];
    const known = new Set(own.map(({ name }) => name));
    append(
      own,
      attributes.filter(({ name }) => !known.has(name)),
    );
    element.properties = propertiesOf(own);
  },
  setTemplateContent(element, content) {
    element.content = content;
  },
  // This adapter created the content.
  getTemplateContent: (element) => element.content as Root & Kept,
  setDocumentType(document) {
    if (!document.children.some(({ type }) => type === 'doctype')) appendChild(document, { type: 'doctype' });
  },
  setDocumentMode(document, mode) {
    document.modeOf = mode;
  },
  getDocumentMode: ({ modeOf }) => modeOf ?? html.DOCUMENT_MODE.NO_QUIRKS,
  getFirstChild: ({ children }) => (children[0] as Child | undefined) ?? null,
  // The parser knows one kind of child; hast knows several.
  getChildNodes: ({ children }) => children as Child[],
  getParentNode: ({ parentOf }) => parentOf ?? null,
  getAttrList: ({ attributesOf }) => attributesOf ?? [],
  getTagName: ({ tagName }) => tagName,
  getNamespaceURI: ({ namespaceOf }) => namespaceOf ?? html.NS.HTML,
  getTextNodeContent: ({ value }) => value,
  getCommentNodeContent: ({ value }) => value,
  getDocumentTypeNodeName: () => 'html',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (node): node is Text & Kept => node.type === 'text',
  isCommentNode: (node): node is Comment & Kept => node.type === 'comment',
  isDocumentTypeNode: (node): node is Doctype & Kept => node.type === 'doctype',
  isElementNode: (node): node is Element & Kept => node.type === 'element',
  setNodeSourceCodeLocation(node, location) {
    // If a text comes in pieces, the first piece has its start.
    if (location === null || location === undefined || node.position !== undefined) return;
    const start = { line: location.startLine, column: location.startCol, offset: location.startOffset };
    node.position = { start, end: start };
  },
  // parse5 asks for it only to store an end position.
  getNodeSourceCodeLocation: () => undefined,
  updateNodeSourceCodeLocation: () => undefined,
};

/** All properties exist from the beginning, even if they are set later: engines read objects of one form faster. */
function textNode(value: string): Text & Kept {
  return { type: 'text', value, data: undefined, position: undefined, parentOf: null };
}

function appendChild(parent: Parent, node: Child): void {
  // Only a doctype is restricted to the root, and this adapter creates none.
  (parent.children as Child[]).push(node);
  node.parentOf = parent;
}

function insertBefore(parent: Parent, node: Child, before: Child): void {
  // Only a doctype is restricted to the root, and this adapter creates none.
  (parent.children as Child[]).splice(indexOf(parent, before), 0, node);
  node.parentOf = parent;
}

/** The search starts at the end: usually the last child is requested, and rarely one of the first. */
function indexOf(parent: Parent, node: Child): number {
  return (parent.children as (RootContent | ElementContent)[]).lastIndexOf(node);
}

/** The attributes that are used, with the names of rehype-parse. */
function propertiesOf(attributes: readonly Token.Attribute[]): Element['properties'] {
  const properties: Element['properties'] = {};
  for (const { name, value, prefix } of attributes) {
    if (prefix !== undefined && prefix !== '') continue;
    if (name === 'href') properties.href = value;
    else if (name === 'class') properties.className = value.split(/[ \t\n\r\f]+/).filter((one) => one !== '');
  }
  return properties;
}
