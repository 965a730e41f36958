/** Reads the shapes of a service model into this project's shapes, with the same names. */
import { hasMembers, type Member, type ScalarShape, type Shape, type ShapeId } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, nowhere, type RawMember, type RawShape, recordOr } from './botocore.ts';
import { isOfKind, textsOf } from './json-kinds.ts';
import type { KnownShapes, ModelMemory, RawShapes } from './model-memory.ts';
import { addDescription, addError, addTraits, addWire, constraintsOf, hasLostDigits } from './shape-traits.ts';

const scalars = new Set(['string', 'integer', 'long', 'float', 'double', 'boolean', 'timestamp', 'blob']);

/**
 * The shapes of a model by name. A reference to a missing shape, or an unknown type, becomes a shape with an unknown
 * inside, with a message. If the JSON of a shape is the same object as in the last reading, the shape is the same
 * object again: this makes it fast to read a history.
 */
export function readShapes(raw: RawShapes, messages: Messages, memory: ModelMemory): Record<ShapeId, Shape> {
  const { shapes: last } = memory;
  if (raw === last?.raw && last.anew.size === 0) return last.shapes;
  const shapes: Record<ShapeId, Shape> = {};
  const names = Object.keys(raw).sort();
  const anew = new Set<ShapeId>();
  const reader = new ShapeReader(raw, shapes, messages, memory);
  for (const name of names) {
    const known = last !== undefined && isAsBefore(name, raw, last) ? last.shapes[name] : undefined;
    const shape = known ?? reader.shape(name, raw[name] as RawShape);
    if (known === undefined && !reader.isPlain()) anew.add(name);
    own(shapes, name, shape);
  }
  const complete = reader.complete();
  memory.shapes = { raw, shapes: complete, anew };
  return complete;
}

/**
 * Whether the JSON of a shape is the same as in the last reading, and the JSON of its members' shapes too: they decide
 * the kind of a stream.
 */
function isAsBefore(name: string, raw: RawShapes, last: KnownShapes): boolean {
  const shape = raw[name];
  if (shape !== last.raw[name] || last.anew.has(name) || !isRecord(shape)) return false;
  const isSame = (member: RawMember | undefined) =>
    member?.shape === undefined || raw[member.shape] === last.raw[member.shape];
  for (const member in shape.members) if (!isSame(shape.members[member])) return false;
  return isSame(shape.member) && isSame(shape.key) && isSame(shape.value);
}

/** An assignment to `__proto__` would set the prototype. */
function own(shapes: Record<ShapeId, Shape>, id: ShapeId, shape: Shape): void {
  if (id === '__proto__') Object.defineProperty(shapes, id, { value: shape, enumerable: true });
  else shapes[id] = shape;
}

/** The statements of a structure about its member. */
interface MemberOfOwner {
  /** Undefined where it is unknown, or where nothing can be required. */
  readonly required?: boolean | undefined;
  readonly payload?: boolean;
}

/** Items, keys and values have no structure that could state more. */
const items: MemberOfOwner = {};

/** Unknown is not absent: a structure without fields would look as if it had lost all of them. */
const unknownInside: Shape = { kind: 'recursive' };

/** A list of a model: empty if there is none, undefined if the model has something else there. */
function listOf<T>(written: readonly T[] | undefined): readonly T[] | undefined {
  if (Array.isArray(written)) return written;
  return isOfKind('array', written) ? [] : undefined;
}

/** A shape that is being built, key by key: this happens a million times for all of AWS. */
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

class ShapeReader {
  readonly #raw: RawShapes;
  readonly #shapes: Record<ShapeId, Shape>;
  readonly #messages: Messages;
  readonly #memory: ModelMemory;
  /** How many requested shapes are not in the file. */
  #asked = 0;
  #before = { asked: 0, said: 0 };

  constructor(raw: RawShapes, shapes: Record<ShapeId, Shape>, messages: Messages, memory: ModelMemory) {
    this.#raw = raw;
    this.#memory = memory;
    this.#shapes = shapes;
    this.#messages = messages;
    this.#before.said = messages.said;
  }

  /** Whether there was no new message and no new shape since the last call. */
  isPlain(): boolean {
    const { asked, said } = this.#before;
    this.#before = { asked: this.#asked, said: this.#messages.said };
    return asked === this.#asked && said === this.#messages.said;
  }

  shape(name: string, raw: RawShape): Shape {
    const shape = isRecord(raw) ? this.#bare(name, raw) : undefined;
    if (shape === undefined) return this.#damaged(name);
    addTraits(shape, name, raw, this.#messages);
    if (shape.constraints !== undefined && hasLostDigits(shape.constraints))
      shape.constraints = constraintsOf(this.#memory.exactShape(name, raw));
    if (hasMembers(shape)) addError(shape, raw);
    return shape;
  }

  /** A shape with its type and content; undefined if its type is unknown. */
  #bare(name: string, raw: RawShape): Mutable<Shape> | undefined {
    const { type } = raw;
    if (type === 'structure') {
      if (raw.document === true) return { kind: 'document' };
      const members: Member[] = [];
      if (raw.members !== undefined && !isRecord(raw.members))
        this.#messages.add('unexpected-text', `members of \`${name}\` that are no object`, nowhere, 'an object');
      const written = recordOr(raw.members);
      // Undefined if they are unknown.
      const required = listOf(raw.required);
      let found = 0;
      for (const member in written) {
        const isRequired = required?.includes(member);
        if (isRequired === true) found++;
        members.push(
          this.#member(name, member, written[member] as RawMember, {
            required: isRequired,
            payload: member === raw.payload,
          }),
        );
      }
      // Each name of nearly every list was found.
      if (found !== (required ?? []).length) this.#sayStrange(name, required ?? [], written);
      return { kind: raw.eventstream === true ? 'eventstream' : raw.union === true ? 'union' : 'structure', members };
    }
    if (type === 'string' && Array.isArray(raw.enum)) return { kind: 'string', enum: this.#values(name, raw.enum) };
    // Its values are unknown: without a list, it would look as if it took any text.
    if (type === 'string' && !isOfKind('array', raw.enum)) return { ...unknownInside };
    if (type === 'list') return { kind: 'list', member: this.#member(name, '', raw.member ?? {}) };
    if (type === 'map') {
      const key = this.#member(name, '', raw.key ?? {});
      return { kind: 'map', key, value: this.#member(name, '', raw.value ?? {}) };
    }
    if (type === 'character') return { kind: 'string' };
    if (type === 'blob' && raw.streaming === true) return { kind: 'stream' };
    // All scalars have this form; `string` stands for each of them.
    return type !== undefined && scalars.has(type) ? { kind: type as 'string' } : undefined;
  }

  /** The shapes, with those that were created while reading, sorted. */
  complete(): Record<ShapeId, Shape> {
    if (this.#asked === 0) return this.#shapes;
    const sorted: Record<ShapeId, Shape> = {};
    for (const id of Object.keys(this.#shapes).sort()) own(sorted, id, this.#shapes[id] as Shape);
    return sorted;
  }

  #member(
    owner: string,
    name: string,
    written: RawMember,
    { required, payload = false }: MemberOfOwner = items,
  ): Member {
    const raw = recordOr(written);
    const member: Mutable<Member> = { name, target: this.#target(owner, name, raw, payload) };
    if (required !== undefined) member.required = required;
    addDescription(member, raw);
    if (raw.idempotencyToken === true) member.idempotencyToken = true;
    if (raw.sensitive === true) member.sensitive = true;
    addWire(member, raw, 'member', { owner, member: name, messages: this.#messages });
    return member;
  }

  /**
   * The id of the shape that a member really has: traits of the member have priority over those of its shape, and
   * botocore reads a blob that is the whole payload in pieces (`OperationModel.get_streaming_output`).
   */
  #target(owner: string, name: string, raw: RawMember, payload: boolean): ShapeId {
    const id: unknown = raw.shape;
    // A JSON record inherits only functions, and the record `__proto__`.
    const isKnown = typeof id === 'string' && (id !== '__proto__' || Object.hasOwn(this.#raw, id));
    const shape = isKnown ? this.#raw[id] : undefined;
    if (typeof id !== 'string' || !isRecord(shape)) {
      this.#messages.add(
        'dangling-reference',
        `\`${owner}.${name}\` to \`${typeof id === 'string' ? id : JSON.stringify(id)}\``,
        nowhere,
      );
      return this.#make(typeof id === 'string' ? id : '~missing', unknownInside);
    }
    if ((raw.streaming === true || payload) && shape.type === 'blob')
      // A blob is a scalar: with another kind it is complete.
      return this.#make(`${id}~stream`, { ...(this.shape(id, shape) as object), kind: 'stream' } as Shape);
    // botocore decodes JSON for the caller in headers only (`is_json_value_header`); elsewhere such a value is a
    // string.
    if (raw.location === 'header' && (raw.jsonvalue === true || shape.jsonvalue === true))
      return this.#make(`${id}~json`, { kind: 'document' });
    if (Array.isArray(raw.enum))
      return this.#make(`${id}~${owner}.${name}`, {
        // botocore states values only at strings.
        ...(this.shape(id, shape) as ScalarShape),
        enum: this.#values(`${owner}.${name}`, raw.enum),
      });
    return id;
  }

  /** The values of an enum; values that are not text are left out. */
  #values(name: string, written: readonly unknown[]): readonly string[] {
    return textsOf(written, `\`${name}\``, this.#messages);
  }

  /** Says which names of required members are no text, or the name of no member. */
  #sayStrange(name: string, required: readonly unknown[], members: object): void {
    for (const member of textsOf(required, `\`required\` of \`${name}\``, this.#messages))
      if (!Object.hasOwn(members, member))
        this.#messages.add('dangling-reference', `\`required\` of \`${name}\` to \`${member}\``, nowhere);
  }

  #make(id: ShapeId, shape: Shape): ShapeId {
    this.#asked++;
    if (!Object.hasOwn(this.#shapes, id)) own(this.#shapes, id, shape);
    return id;
  }

  #damaged(name: string): Shape {
    this.#messages.add('dangling-reference', `\`${name}\` without a known type`, nowhere, 'one of botocore’s types');
    return unknownInside;
  }
}
