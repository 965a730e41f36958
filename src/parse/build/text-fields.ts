/** Fields in rendered text: nested bullets, `• Name (type) -- [REQUIRED] words`, of reference and changelog pages. */

import type { Block } from '../../model/index.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { TextPart } from '../text-part.ts';
import type { DocumentedField } from './documented-field.ts';
import { writtenType } from './documented-types.ts';
import { OpenFields } from './open-fields.ts';

/**
 * At a bullet that may be a field's.
 *
 *     > | • Name (string) -- [REQUIRED] The name.
 *         ^
 */
const bulletField = /•[ \t]+(?:([\w.$:-]+)[ \t]+)?\(([A-Za-z:.`<> -]+)\) --(?:[ \t]+|$)/y;

/** A single field has no bullet. */
const loneField = /(?:([\w.$:-]+)[ \t]+)\(([A-Za-z:.`<> -]+)\) --(?:[ \t]+|$)/y;

/** The word, on its own line or at the start of a description, that marks a required field. */
export const requiredMark = '[REQUIRED]';

/** Reads the fields between two lines into `root`; text before the first bullet becomes the root's own description. */
export function parseTextFields({ lines, ledger, messages, first, end }: TextPart, root: DocumentedField): void {
  const open = new OpenFields({ indent: -1, field: root });
  let current = root;
  let from = first;
  let column: number | undefined;
  const close = (stop: number) => {
    const blocks = parseBlocks({ lines, messages, first: from, end: stop }, { hanging: column, plain: true });
    const read = withoutMark(blocks);
    current.documentation = read.blocks;
    if (read.required) current.required = true;
    ledger.use(from, stop);
  };
  for (let at = first; at < end; at++) {
    const indent = lines.indent(at);
    if (indent < 0) continue;
    const alone = current === root && root.children.length === 0 && indent === 0;
    const isBullet = lines.firstCode(at) === 8226;
    if (!isBullet && !alone) continue;
    const line = lines.at(at);
    const pattern = isBullet ? bulletField : loneField;
    pattern.lastIndex = indent;
    const found = pattern.exec(line);
    if (found === null || writtenType(found[2] as string) === undefined) continue;
    if (!open.closeFor(indent, at, messages)) continue;
    close(at);
    const field: DocumentedField = {
      name: found[1] ?? '',
      type: found[2] as string,
      required: false,
      documentation: [],
      children: [],
      line: at + 1,
      column: indent + 1,
    };
    // Bullets inside a single field may stand at the column of that field.
    open.open({ indent: pattern === loneField ? -0.5 : indent, field });
    current = field;
    from = at;
    column = pattern.lastIndex;
  }
  close(end);
  if (end >= lines.count) current.isLast = true;
}

/** Removes `[REQUIRED]` from the start of a description. */
export function withoutMark(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly required: boolean;
} {
  const first = blocks[0];
  if (first?.type !== 'paragraph') return { blocks, required: false };
  const text = first.children[0];
  if (text?.type !== 'text' || !text.value.startsWith(requiredMark)) return { blocks, required: false };
  const rest = text.value.slice(requiredMark.length).trimStart();
  if (rest === '' && first.children.length === 1) return { blocks: blocks.slice(1), required: true };
  const children =
    rest === '' ? first.children.slice(1) : [{ type: 'text' as const, value: rest }, ...first.children.slice(1)];
  return { blocks: [{ type: 'paragraph', children }, ...blocks.slice(1)], required: true };
}
