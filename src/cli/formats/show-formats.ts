/** The formats of `show`: prints an operation as an indented tree, as JSON, or as Markdown. */
import {
  codeFence,
  type Direction,
  documentedType,
  fieldsOf,
  lastStep,
  maxFields,
  visibleText,
} from '../../model/index.ts';
import type { Shown } from '../commands/show.ts';

/** A field of the request or the response; facts that the source cannot state are null. */
interface ShownField {
  readonly path: string;
  readonly depth: number;
  readonly type: string;
  readonly required: boolean | null;
  readonly values: readonly string[] | null;
}

const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** The text of a format, piece by piece. `say` gets a sentence about everything that is left out. */
export function* printShown(shown: Shown, format: string, say: (sentence: string) => void): Generator<string> {
  const { service, version, operation } = shown;
  const errors = operation.errors?.map(({ name }) => name) ?? null;
  if (format === 'json') {
    const parts = directions.map((direction) => [direction, fieldsIn(shown, direction, say)] as const);
    const told = { service, operation: operation.name, sdkName: operation.sdkName, asOf: version };
    const { deprecated = null } = operation;
    yield `${JSON.stringify({ ...told, deprecated, ...Object.fromEntries(parts.map(([name, fields]) => [name, fields?.map(({ depth, ...field }) => field) ?? null])), errors }, null, 2)}\n`;
    return;
  }
  const markdown = format === 'markdown';
  const code = (text: string) => (markdown ? fenced(visibleText(text)) : visibleText(text));
  yield `${markdown ? '# ' : ''}${code(`${service}.${operation.name}`)} as of ${version}\n`;
  for (const direction of directions) {
    yield heading(direction === 'request' ? 'Request' : 'Response', markdown);
    const fields = fieldsIn(shown, direction, say);
    if (fields === null) yield operation[direction] === null ? 'nothing\n' : 'not known\n';
    else if (fields.length === 0) yield 'no fields\n';
    for (const { path, depth, type, required, values } of fields ?? []) {
      const facts = [type, ...(required === true ? ['required'] : [])].filter((fact) => fact !== '').join(', ');
      const all = values === null ? '' : `: ${values.map(code).join(markdown ? ', ' : ' | ')}`;
      yield `${'  '.repeat(depth - (markdown ? 1 : 0))}${markdown ? '- ' : ''}${code(lastStep(path))} ${facts}${all}\n`;
    }
  }
  yield heading('Errors', markdown);
  if (errors === null) yield 'not known\n';
  else if (errors.length === 0) yield 'none stated\n';
  for (const error of errors ?? []) yield `${markdown ? '- ' : '  '}${code(error)}\n`;
}

function heading(title: string, markdown: boolean): string {
  return markdown ? `\n## ${title}\n\n` : `\n${title}\n`;
}

/** Null if there is none, or it is not known. */
function fieldsIn(
  { operation, shapes }: Shown,
  direction: Direction,
  say: (sentence: string) => void,
): readonly ShownField[] | null {
  const root = operation[direction];
  if (root === undefined || root === null) return null;
  const fields: ShownField[] = [];
  for (const { path, member, shape, depth } of fieldsOf(shapes, root)) {
    if (fields.length === maxFields) {
      say(`The first ${maxFields} fields of the ${direction} are listed, and there are more.`);
      break;
    }
    const values = 'enum' in shape && shape.enum !== undefined ? [...shape.enum] : null;
    // A caller need not send anything in a response: `parse --format paths` does the same.
    const required = direction === 'request' ? (member.required ?? null) : null;
    fields.push({ path, depth, type: documentedType(shape), required, values });
  }
  return fields;
}

function fenced(text: string): string {
  const fence = codeFence(text);
  const pad = fence.length > 1 ? ' ' : '';
  return fence + pad + text + pad + fence;
}
