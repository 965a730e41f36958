/**
 * Prints the examples of a service model as the SDK's documentation prints them, so that both sources give the same
 * text.
 */
import {
  type Example,
  hasMembers,
  type Operation,
  type Prose,
  type Service,
  type Shape,
  type ShapeId,
} from '../../model/index.ts';
import { linesOf } from '../lines.ts';
import { Messages } from '../messages.ts';
import { parseBlocks } from '../prose/rst-blocks.ts';
import { isRecord, isShallowJson } from './botocore.ts';
import { optional, stringOnly } from './client-parts.ts';
import { ofKind } from './json-kinds.ts';
import type { ModelMemory, PrintedOperation } from './model-memory.ts';
import type { ModelPart } from './model-part.ts';

type Shapes = Service['shapes'];
type RawRecord = Readonly<Record<string, unknown>>;
type Comments = RawRecord;
type SeenShapes = Map<ShapeId, Shape | undefined>;

const control = /[\n\r\t\b\f]/;
const everyControl = /[\n\r\t\b\f]/g;

/** Real examples nest about ten levels. */
const deepest = 100;

const controls: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

/** A JSON number that is written as a float: `1.0`, which Python prints differently from `1`. */
class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** The examples of a document; they are parsed again if the document has floats that would become integers. */
export function readExamples(text: string, read: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  // Examples that nest too deep are refused later; a second parse of them could overflow the stack.
  if (!/[:,[]\s*-?\d+(?:\.0|(?:\.\d+)?[eE])/.test(text) || !isShallowJson(read, deepest)) return read;
  const again: unknown = JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && /[.eE]/.test(context?.source ?? '') ? new Float(value) : value,
  );
  return isRecord(again) && isRecord(again.examples) ? again.examples : read;
}

/** The operations with the examples of a document; an unchanged operation is the same object as in the last reading. */
export function withExamples(
  operations: readonly Operation[],
  examples: ModelPart,
  { shapes, memory }: { readonly shapes: Shapes; readonly memory: ModelMemory },
): readonly Operation[] {
  const before = memory.printed;
  const printed = new Map<string, PrintedOperation>();
  memory.printed = printed;
  return operations.map((operation) => {
    const messages = examples.messagesOf(operation.name);
    const written = ofKind('array', examples.values[operation.name], `examples of \`${operation.name}\``, messages);
    if (written === undefined || written.length === 0) return operation;
    const last = before.get(operation.name);
    if (last?.written === written && last.operation === operation && isAsSeen(last.seen, shapes)) {
      printed.set(operation.name, last);
      return last.result;
    }
    if (isShallowJson(written, deepest)) {
      const seen: SeenShapes = new Map();
      const { said } = messages;
      const read = written.flatMap((raw) => {
        const record = ofKind('record', raw, `an example of \`${operation.name}\``, messages);
        return record === undefined ? [] : readExample(record, operation, { shapes, seen, messages });
      });
      const result = { ...operation, examples: read };
      if (messages.said === said) printed.set(operation.name, { written, operation, seen, result });
      return result;
    }
    messages.add(
      'nesting-too-deep',
      `example of \`${operation.name}\``,
      { line: 1, column: 1 },
      `at most ${deepest} levels`,
    );
    return operation;
  });
}

/** Whether every shape that the printer used is still the same object. */
function isAsSeen(seen: ReadonlyMap<ShapeId, Shape | undefined>, shapes: Shapes): boolean {
  for (const [id, shape] of seen) if (shapes[id] !== shape) return false;
  return true;
}

function readExample(
  raw: RawRecord,
  { name, sdkName, request, response }: Operation,
  { shapes, seen, messages }: { readonly shapes: Shapes; readonly seen: SeenShapes; readonly messages: Messages },
): Example {
  const placeOf = (part: string) => `\`${part}\` of an example of \`${name}\``;
  const recordAt = (of: RawRecord, part: string) => ofKind('record', of[part], placeOf(part), messages) ?? {};
  const textAt = (part: string) => stringOnly(ofKind('string', raw[part], placeOf(part), messages));
  const comments = recordAt(raw, 'comments');
  const description = textAt('description');
  const called = new Printer(shapes, commentsIn(comments, 'input'), seen).arguments(recordAt(raw, 'input'), request);
  // Every response has them, but the examples leave them out.
  const output = { ...recordAt(raw, 'output'), ResponseMetadata: { '...': '...' } };
  return {
    ...optional('title', textAt('title')),
    ...(description === undefined ? {} : { description: proseOf(description) }),
    request: `response = client.${sdkName}${called}\n\nprint(response)`,
    response: new Printer(shapes, commentsIn(comments, 'output'), seen).dict(output, response, '', ''),
  };

  function commentsIn(all: RawRecord, side: string): Comments {
    const found = recordAt(all, side);
    for (const key of Object.keys(found)) ofKind('string', found[key], placeOf(`comments.${side}.${key}`), messages);
    return found;
  }
}

/**
 * The description of an example is RST: documentation has it unchanged. Its messages are left out, because no text is
 * lost.
 */
function proseOf(description: string): Prose {
  const lines = linesOf(description.trim());
  return parseBlocks({ lines, messages: new Messages(''), first: 0, end: lines.count });
}

/** Follows `botocore/docs/sharedexample.py`. */
class Printer {
  readonly #shapes: Shapes;
  readonly #comments: Comments | undefined;
  /** Every shape that the printer used. */
  readonly #seen: SeenShapes;

  constructor(shapes: Shapes, comments: Comments, seen: SeenShapes) {
    this.#shapes = shapes;
    this.#seen = seen;
    // Most examples have an empty record of comments: it is not asked for every path.
    this.#comments = Object.keys(comments).length > 0 ? comments : undefined;
  }

  /** The arguments of a call, with their brackets. */
  arguments(input: Readonly<Record<string, unknown>>, id: ShapeId | null | undefined): string {
    let lines = '';
    for (const key of Object.keys(input))
      lines += `${this.#comment(key, '    ')}    ${key}=${this.#value(input[key], this.#memberOf(id, key), key, '    ')},\n`;
    return `(\n${lines})`;
  }

  dict(
    values: Readonly<Record<string, unknown>>,
    id: ShapeId | null | undefined,
    path: string,
    indent: string,
  ): string {
    const inner = `${indent}    `;
    let lines = '';
    for (const key of Object.keys(values)) {
      const below = path === '' ? key : `${path}.${key}`;
      const value = this.#value(values[key], this.#memberOf(id, key), below, inner);
      lines += `${this.#comment(below, inner)}${inner}'${key}': ${value},\n`;
    }
    return `{\n${lines}${indent}}`;
  }

  #list(values: readonly unknown[], id: ShapeId | undefined, path: string, indent: string): string {
    const inner = `${indent}    `;
    const shape = this.#shapeOf(id);
    const target = shape?.kind === 'list' ? shape.member.target : undefined;
    let lines = '';
    for (const [index, value] of values.entries()) {
      const below = `${path}[${index}]`;
      lines += `${this.#comment(below, inner)}${inner}${this.#value(value, target, below, inner)},\n`;
    }
    return `[\n${lines}${indent}]`;
  }

  #value(value: unknown, id: ShapeId | undefined, path: string, indent: string): string {
    if (typeof value === 'string') {
      const tuple = this.#shapeOf(id)?.kind === 'timestamp' ? timeTupleOf(value) : undefined;
      return tuple === undefined ? quoted(value) : `datetime(${tuple})`;
    }
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (value instanceof Float) return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
    if (Array.isArray(value)) return this.#list(value, id, path, indent);
    return isRecord(value) ? this.dict(value, id, path, indent) : quoted('None');
  }

  #comment(path: string, indent: string): string {
    if (this.#comments === undefined) return '';
    const comment = Object.hasOwn(this.#comments, path) ? stringOnly(this.#comments[path]) : undefined;
    return comment === undefined ? '' : `${indent}# ${comment}\n`;
  }

  #memberOf(id: ShapeId | null | undefined, name: string): ShapeId | undefined {
    const shape = this.#shapeOf(id ?? undefined);
    if (hasMembers(shape)) return shape.members.find((member) => member.name === name)?.target;
    return shape?.kind === 'map' ? shape.value.target : undefined;
  }

  #shapeOf(id: ShapeId | undefined): Shape | undefined {
    if (id === undefined) return undefined;
    const shape = this.#shapes[id];
    this.#seen.set(id, shape);
    return shape;
  }
}

function quoted(text: string): string {
  return control.test(text) ? `'${text.replace(everyControl, (char) => controls[char] ?? char)}'` : `'${text}'`;
}

const moment =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]0?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/;

/**
 * A point in time as Python's `timetuple` has it: year, month, day, hour, minute, second, day of the week, day of the
 * year, summer time.
 */
function timeTupleOf(text: string): string | undefined {
  const seconds = /^\d{1,12}(?:\.\d+(?:E\d)?)?$/.test(text) ? Math.floor(Number(text)) * 1000 : undefined;
  const milliseconds = seconds ?? (text.endsWith(' GMT') ? Date.parse(text) : Number.NaN);
  if (!Number.isNaN(milliseconds)) {
    const date = new Date(milliseconds);
    return Number.isNaN(date.getTime()) ? undefined : timeTupleOf(date.toISOString());
  }
  const found = moment.exec(text);
  if (found === null) return undefined;
  const numbers = found.slice(1, 7).map((part) => Number(part ?? 0));
  const [year = 0, month = 0, day = 0] = numbers;
  const date = Date.UTC(year, month - 1, day);
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  const dayOfYear = Math.round((date - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  return [...numbers, weekday, dayOfYear, found[7] === undefined ? -1 : 0].join(', ');
}
