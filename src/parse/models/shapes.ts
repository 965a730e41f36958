/** Shapes of a service model, read into ours: names kept, traits sorted into what SDK users see and what is wire only. */
import type {
  Constraints,
  Deprecation,
  Json,
  Member,
  Prose,
  ScalarShape,
  Shape,
  ShapeId,
  Wire,
} from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, isShallow, type RawMember, type RawShape, recordOr } from './botocore.ts';

/** Traits of members and shapes that only the protocol sees. */
const wireTraits: ReadonlySet<string> = new Set([
  'location',
  'locationName',
  'queryName',
  'flattened',
  'payload',
  'xmlNamespace',
  'xmlAttribute',
  'xmlOrder',
  'timestampFormat',
  'hostLabel',
  'eventpayload',
  'eventheader',
  'event',
  'box',
  'wrapper',
  'sparse',
  'requiresLength',
  'contextParam',
  'resultWrapper',
]);

const scalars = new Set(['string', 'integer', 'long', 'float', 'double', 'boolean', 'timestamp', 'blob']);

/** Where a problem of a model is reported: its file and the name of the shape. */
const nowhere = { line: 1, column: 1 };

/** The shapes of a model that are reachable by name; a reference that leads nowhere becomes an empty structure, with a message. */
export function readShapes(raw: Readonly<Record<string, RawShape>>, messages: Messages): Record<ShapeId, Shape> {
  const shapes: Record<ShapeId, Shape> = {};
  const names = Object.keys(raw).sort();
  const reader = new ShapeReader(raw, shapes, messages);
  for (const name of names) {
    const shape = reader.shape(name, raw[name] as RawShape);
    // Assigning to `__proto__` would set something else.
    if (name === '__proto__') Object.defineProperty(shapes, name, { value: shape, enumerable: true });
    else shapes[name] = shape;
  }
  return reader.complete();
}

/** A shape in the making: built up key by key, as it is done a million times for all of AWS. */
type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

class ShapeReader {
  readonly #raw: Readonly<Record<string, RawShape>>;
  readonly #shapes: Record<ShapeId, Shape>;
  readonly #messages: Messages;
  #extra = false;

  constructor(raw: Readonly<Record<string, RawShape>>, shapes: Record<ShapeId, Shape>, messages: Messages) {
    this.#raw = raw;
    this.#shapes = shapes;
    this.#messages = messages;
  }

  shape(name: string, raw: RawShape): Shape {
    if (!isRecord(raw)) return this.#damaged(name);
    const base = shapeTraits(name, raw, this.#messages);
    const { type } = raw;
    if (type === 'structure') {
      if (raw.document === true) return { kind: 'document', ...base };
      const members: Member[] = [];
      const required = Array.isArray(raw.required) ? raw.required : [];
      const written = recordOr(raw.members);
      for (const member in written) {
        members.push(
          this.#member(name, member, written[member] as RawMember, required.includes(member), member === raw.payload),
        );
      }
      const kind = raw.eventstream === true ? 'eventstream' : raw.union === true ? 'union' : 'structure';
      return { kind, members, ...base, ...errorTraits(raw) };
    }
    if (type === 'list') return { kind: 'list', member: this.#member(name, '', raw.member ?? {}), ...base };
    if (type === 'map')
      return {
        kind: 'map',
        key: this.#member(name, '', raw.key ?? {}),
        value: this.#member(name, '', raw.value ?? {}),
        ...base,
      };
    if (type === 'character') return { kind: 'string', ...base };
    if (type !== undefined && scalars.has(type)) {
      if (type === 'blob' && raw.streaming === true) return { kind: 'stream', ...base };
      const values =
        type === 'string' && Array.isArray(raw.enum)
          ? { enum: raw.enum.filter((value) => typeof value === 'string') }
          : {};
      return { kind: type as 'string', ...values, ...base };
    }
    return this.#damaged(name);
  }

  /** The shapes with those that were made on the way, sorted. */
  complete(): Record<ShapeId, Shape> {
    if (!this.#extra) return this.#shapes;
    return Object.fromEntries(Object.entries(this.#shapes).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #member(owner: string, name: string, written: RawMember, required?: boolean, payload = false): Member {
    const raw = recordOr(written);
    const member: Draft<Member> = { name, target: this.#target(owner, name, raw, payload) };
    if (required !== undefined) member.required = required;
    addDescription(member, raw);
    if (raw.idempotencyToken === true) member.idempotencyToken = true;
    const wire = wireOf(raw, false, this.#messages, owner, name);
    if (wire !== undefined) member.wire = wire;
    return member;
  }

  /**
   * The id of the shape that a member really has: traits of the member hold above those of its shape, and botocore
   * reads a blob that is the whole payload piece by piece (`OperationModel.get_streaming_output`).
   */
  #target(owner: string, name: string, raw: RawMember, payload: boolean): ShapeId {
    const id = raw.shape;
    const shape = id !== undefined && Object.hasOwn(this.#raw, id) ? this.#raw[id] : undefined;
    if (id === undefined || shape === undefined) {
      this.#messages.add('dangling-reference', `\`${owner}.${name}\` to \`${String(id)}\``, nowhere);
      return this.#make(id ?? '~missing', { kind: 'structure', members: [] });
    }
    if ((raw.streaming === true || payload) && shape.type === 'blob')
      return this.#make(`${id}~stream`, { ...(this.shape(id, shape) as object), kind: 'stream' } as Shape);
    // botocore reads JSON for the caller in headers only (`is_json_value_header`); elsewhere such a value is a string.
    if (raw.location === 'header' && (raw.jsonvalue === true || shape.jsonvalue === true))
      return this.#make(`${id}~json`, { kind: 'document' });
    if (Array.isArray(raw.enum))
      return this.#make(`${id}~${owner}.${name}`, {
        ...(this.shape(id, shape) as ScalarShape),
        enum: raw.enum.filter((value) => typeof value === 'string'),
      });
    return id;
  }

  #make(id: ShapeId, shape: Shape): ShapeId {
    if (!Object.hasOwn(this.#shapes, id)) {
      this.#shapes[id] = shape;
      this.#extra = true;
    }
    return id;
  }

  #damaged(name: string): Shape {
    this.#messages.add('dangling-reference', `\`${name}\` without a known type`, nowhere, 'one of botocore’s types');
    return { kind: 'structure', members: [] };
  }
}

/** A description that nobody has read yet. */
export function documented(html: unknown): { documentation?: Prose } {
  return typeof html === 'string' && html !== '' ? { documentation: [{ type: 'html', value: html }] } : {};
}

/** The deprecation of an operation, shape or member; undefined where there is none. */
export function deprecationOf(raw: {
  readonly deprecated?: unknown;
  readonly deprecatedMessage?: unknown;
  readonly deprecatedSince?: unknown;
}): Deprecation | undefined {
  if (raw.deprecated !== true) return undefined;
  return {
    ...(typeof raw.deprecatedMessage === 'string' ? { message: raw.deprecatedMessage } : {}),
    ...(typeof raw.deprecatedSince === 'string' ? { since: raw.deprecatedSince } : {}),
  };
}

interface Traits {
  documentation?: Prose;
  deprecated?: Deprecation;
  sensitive?: boolean;
  constraints?: Constraints;
  wire?: Wire;
}

function shapeTraits(name: string, raw: RawShape, messages: Messages): Traits {
  const traits: Traits = {};
  addDescription(traits, raw);
  if (raw.sensitive === true) traits.sensitive = true;
  if (raw.min !== undefined || raw.max !== undefined || raw.pattern !== undefined)
    traits.constraints = constraintsOf(raw);
  const wire = wireOf(raw, true, messages, name, '');
  if (wire !== undefined) traits.wire = wire;
  return traits;
}

function addDescription(
  to: { documentation?: Prose; deprecated?: Deprecation },
  raw: { readonly documentation?: unknown; readonly deprecated?: unknown },
): void {
  if (typeof raw.documentation === 'string' && raw.documentation !== '')
    to.documentation = [{ type: 'html', value: raw.documentation }];
  if (raw.deprecated !== true) return;
  const deprecated = deprecationOf(raw);
  if (deprecated !== undefined) to.deprecated = deprecated;
}

function constraintsOf(raw: RawShape): Constraints {
  return {
    ...(typeof raw.min === 'number' ? { min: raw.min } : {}),
    ...(typeof raw.max === 'number' ? { max: raw.max } : {}),
    ...(typeof raw.pattern === 'string' ? { pattern: raw.pattern } : {}),
  };
}

function errorTraits(raw: RawShape): {
  error?: { code?: string; httpStatus?: number; fault?: boolean; retryable?: boolean; throttling?: boolean };
} {
  if (raw.exception !== true && raw.error === undefined) return {};
  const code = raw.error?.code;
  const status = raw.error?.httpStatusCode;
  return {
    error: {
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof status === 'number' ? { httpStatus: status } : {}),
      ...(raw.fault === true || raw.error?.fault === true ? { fault: true } : {}),
      ...(raw.retryable === undefined ? {} : { retryable: true }),
      ...(isRecord(raw.retryable) && raw.retryable.throttling === true ? { throttling: true } : {}),
    },
  };
}

function wireOf(
  raw: Readonly<Record<string, unknown>>,
  ofShape: boolean,
  messages: Messages,
  owner: string,
  member: string,
): Wire | undefined {
  let wire: Record<string, Json> | undefined;
  // There are fewer keys than traits. Model files hold plain JSON, so there is nothing to inherit.
  for (const key in raw) {
    if (!wireTraits.has(key) || (ofShape && key === 'location')) continue;
    wire ??= {};
    if (isShallow(raw[key])) wire[key] = raw[key] as Json;
    else {
      const of = `\`${key}\` of \`${member === '' ? owner : `${owner}.${member}`}\``;
      messages.add('nesting-too-deep', of, nowhere, 'at most 32 levels');
    }
  }
  return wire;
}
