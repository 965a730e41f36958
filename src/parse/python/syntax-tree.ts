/** The syntax tree of request and response syntax: Python literals as botocore prints them, with offsets into the source. */

interface Node {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

/** `'string'` */
export interface StringNode extends Node {
  readonly type: 'string';
  readonly value: string;
}

/** `b'bytes'` */
export interface BytesNode extends Node {
  readonly type: 'bytes';
}

/** `123` or `123.0`; botocore prints `...` for a float. */
export interface NumberNode extends Node {
  readonly type: 'integer' | 'float';
}

/** `True`, `None`, `file` */
export interface NameNode extends Node {
  readonly type: 'name';
  readonly value: string;
}

/** `...`: a value or the inside of a bracket is left out. */
export interface EllipsisNode extends Node {
  readonly type: 'ellipsis';
}

/** `'A'|'B'`, `True|False`, `b'bytes'|file` */
export interface AlternativesNode extends Node {
  readonly type: 'alternatives';
  readonly options: readonly SyntaxNode[];
}

export interface EntryNode extends Node {
  readonly type: 'entry';
  readonly key: string;
  /** Null if the text ends before the value. */
  readonly value: SyntaxNode | null;
}

/** `{'Name': value}`; also `{'A', 'B'}`, a set, as changelog pages print added enum values. */
export interface DictNode extends Node {
  readonly type: 'dict';
  readonly entries: readonly EntryNode[];
  /** The values without a key: of a set, or the mark of recursion. */
  readonly values: readonly SyntaxNode[];
}

export interface ListNode extends Node {
  readonly type: 'list';
  readonly items: readonly SyntaxNode[];
}

/** `client.create_listener(Name=value)`, `EventStream({…})`, `StreamingBody()`, `datetime(2015, 1, 1)` */
export interface CallNode extends Node {
  readonly type: 'call';
  readonly name: string;
  readonly entries: readonly EntryNode[];
  readonly values: readonly SyntaxNode[];
}

export type SyntaxNode =
  | StringNode
  | BytesNode
  | NumberNode
  | NameNode
  | EllipsisNode
  | AlternativesNode
  | DictNode
  | ListNode
  | CallNode;

/** A part of the syntax that cannot be read: its kind, its offset, and words for it. */
export interface SyntaxProblem {
  readonly kind: 'syntax' | 'end' | 'depth';
  readonly offset: number;
  readonly actual: string;
  readonly expected: string;
}

/** The mark that botocore prints for a shape that contains itself. */
export const recursiveMark = '... recursive ...';

/** Whether a node is `{'... recursive ...'}`. */
export function isRecursive(node: SyntaxNode): boolean {
  if (node.type !== 'dict' || node.values.length !== 1) return false;
  const only = node.values[0];
  return only?.type === 'string' && only.value === recursiveMark;
}

/** The text of a key; alternatives are joined with `|`, as in the source. */
export function keyText(key: SyntaxNode): string {
  if (key.type === 'string' || key.type === 'name') return key.value;
  if (key.type === 'alternatives') return key.options.map(keyText).join('|');
  return '';
}

/** A syntax tree, and the problems of the text. `node` is null if there is nothing to read. */
export interface ParsedSyntax {
  readonly node: SyntaxNode | null;
  /** The offset after the last character that was read. */
  readonly end: number;
  readonly problems: readonly SyntaxProblem[];
}
