/** Descriptions as a syntax tree: mdast's own nodes if mdast has them, and two more for API references. */

/** Running text; entities and escapes are already decoded. */
export interface Text {
  readonly type: 'text';
  readonly value: string;
}

/** Stressed text, `*…*` in RST. */
export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}

/** Strong text, `**…**` in RST. */
export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}

/** A literal: names, values, code in a sentence. */
export interface InlineCode {
  readonly type: 'inlineCode';
  readonly value: string;
}

/** A link; `url` is unchanged from the source, and is checked only when it is rendered. */
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}

/** A forced line break. */
export interface Break {
  readonly type: 'break';
}

export type Inline = Text | Emphasis | Strong | InlineCode | Link | Break;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

/** A heading inside a description; the depth counts from 1 and is relative to the description. */
export interface Heading {
  readonly type: 'heading';
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  readonly children: readonly Inline[];
}

/** Preformatted text. */
export interface Code {
  readonly type: 'code';
  readonly lang?: string;
  readonly value: string;
}

export interface ListItem {
  readonly type: 'listItem';
  readonly children: readonly Block[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly children: readonly ListItem[];
}

export interface Blockquote {
  readonly type: 'blockquote';
  readonly children: readonly Block[];
}

/** A box with a remark; `kind` is docutils' name of the admonition. */
export interface Note {
  readonly type: 'note';
  readonly kind: 'note' | 'warning' | 'danger' | 'important' | 'tip' | 'deprecated' | 'caution' | 'seealso';
  readonly children: readonly Block[];
}

export interface Table {
  readonly type: 'table';
  readonly children: readonly TableRow[];
}

export interface TableRow {
  readonly type: 'tableRow';
  readonly children: readonly TableCell[];
}

export interface TableCell {
  readonly type: 'tableCell';
  readonly children: readonly Inline[];
}

/**
 * HTML that is not parsed yet. Service models have their descriptions in this form: the history of AWS has 5 GB of
 * them, so `parse/prose` parses a description when a reader needs it, never when a model is ingested.
 */
export interface UnreadHtml {
  readonly type: 'html';
  readonly value: string;
}

export type Block = Paragraph | Heading | Code | List | Blockquote | Note | Table | UnreadHtml;

/** One description, as a list of blocks. */
export type Prose = readonly Block[];
