/** Described fields in RST: `:type Name:` with `:param Name:`, and nested items `- **Name** *(type) --*`. */

import { type DocumentedField, rootField } from '../build/documented-field.ts';
import { type OpenField, OpenFields } from '../build/open-fields.ts';
import type { Lines } from '../lines.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import type { TextPart } from '../text-part.ts';

/**
 * At the marker of a nested field.
 *
 *     > | - **Name** *(string) --* **[REQUIRED]** The name.
 *         ^
 */
const item =
  /-[ \t]+(?:\*\*(.*?)\*\*[ \t]+)?(?:\*\(([^*]*)\) --\*|\(\*([^*]*)\*\) --|\((:[a-z]+:`[^`]*`|[A-Za-z -]+)\) --|\(\*([^*]*)\*\))[ \t]*(\*\*\[REQUIRED\]\*\*)?[ \t]*/y;

/** At the end of a field list's name. */
const param = /:param ([^:]+):[ \t]*(\*\*\[REQUIRED\]\*\*)?[ \t]*/y;
const type = /^:type ([^:]+):(.*)$/;

/** Reads parameters at the indentation `base`, with all fields inside them. */
export function parseParameters(part: TextPart, base: number): DocumentedField[] {
  const { lines, ledger, first, end } = part;
  const fields: DocumentedField[] = [];
  let written: { name: string; type: string; at: number } | undefined;
  let at = first;
  while (at < end) {
    if (lines.indent(at) !== base) {
      at++;
      continue;
    }
    const line = lines.at(at);
    const typed = type.exec(line.slice(base));
    if (typed !== null) {
      written = { name: typed[1] as string, type: (typed[2] as string).trim(), at: at++ };
      continue;
    }
    param.lastIndex = base;
    const found = param.exec(line);
    if (found === null) {
      at++;
      continue;
    }
    const name = found[1] as string;
    const own = written?.name === name ? written : undefined;
    if (own !== undefined) ledger.use(own.at);
    const stop = nextField(lines, at + 1, end, base);
    const field: DocumentedField = {
      name,
      type: own?.type ?? '',
      required: found[2] !== undefined,
      documentation: [],
      children: [],
      line: at + 1,
      column: base + 1,
    };
    fields.push(field);
    written = undefined;
    parseItems({ ...part, first: at, end: stop }, { indent: base, field }, param.lastIndex);
    at = stop;
  }
  return fields;
}

/** Reads the nested fields between two lines without a parameter around them, as in a response structure. */
export function parseStructure(part: TextPart, base: number): DocumentedField[] {
  const field = rootField(part.first);
  parseItems(part, { indent: base - 1, field });
  return field.children;
}

/** Reads the description of `root`, if it starts at `column`, and every item below it. */
function parseItems({ lines, ledger, messages, first, end }: TextPart, root: OpenField, column?: number): void {
  const open = new OpenFields(root);
  let from = first;
  let start = column;
  let current = column === undefined ? undefined : root.field;
  let at = column === undefined ? first : first + 1;
  const close = (stop: number) => {
    if (current === undefined) return;
    current.documentation = parseBlocks({ lines, messages, first: from, end: stop }, { hanging: start });
    ledger.use(from, stop);
  };
  for (; at < end; at++) {
    // Few lines are items: the others need no text here.
    if (lines.firstCode(at) !== 45) continue;
    const indent = lines.indent(at);
    const line = lines.at(at);
    item.lastIndex = indent;
    const found = item.exec(line);
    if (found === null) continue;
    if (!open.closeFor(indent, at, messages)) continue;
    close(at);
    const field: DocumentedField = {
      name: found[1] ?? '',
      type: found[2] ?? found[3] ?? found[4] ?? found[5] ?? '',
      required: found[6] !== undefined,
      documentation: [],
      children: [],
      line: at + 1,
      column: indent + 1,
    };
    open.open({ indent, field });
    current = field;
    from = at;
    start = item.lastIndex;
  }
  close(end);
  if (end >= lines.count && current !== undefined) current.isLast = true;
}

/** The line of the next parameter. Words that lost their indentation still belong to the parameter before them. */
function nextField(lines: Lines, from: number, end: number, base: number): number {
  let at = from;
  while (at < end && !(lines.indent(at) === base && isParameter(lines.at(at), base))) at++;
  return at;
}

function isParameter(line: string, base: number): boolean {
  return line.startsWith(':type ', base) || line.startsWith(':param ', base);
}
