/** Reads packed states of one service in order: a part that is equal to one of the state before is the same object. */
import type { Operation, Service, Shape } from '../../model/index.ts';
import type { ReadState } from '../types.ts';

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openRecord, closeRecord] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The operations or the shapes of a state, as columns and not as a list of objects: most of a state is copied from the
 * one before.
 */
class Section {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** The beginning of each part's text. */
  readonly keys: string[] = [];
  readonly names: string[] = [];
  readonly values: unknown[] = [];
  #byKey: Map<string, number> | undefined;

  add({ key, start, end, name, value }: Part): void {
    this.starts.push(start);
    this.ends.push(end);
    this.keys.push(key);
    this.names.push(name);
    this.values.push(value);
  }

  /** Adds parts of another section; the first one begins at `start` here. */
  addFrom(other: Section, first: number, count: number, start: number): void {
    const moved = start - (other.starts[first] as number);
    for (let at = first; at < first + count; at++) {
      this.starts.push((other.starts[at] as number) + moved);
      this.ends.push((other.ends[at] as number) + moved);
      this.keys.push(other.keys[at] as string);
      this.names.push(other.names[at] as string);
      this.values.push(other.values[at]);
    }
  }

  /** The place of the part with this key; undefined if there is none. */
  placeOf(key: string): number | undefined {
    this.#byKey ??= new Map(this.keys.map((one, at) => [one, at]));
    return this.#byKey.get(key);
  }
}

/** A property of the service that is neither its operations nor its shapes. */
interface OtherPart {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

/** An operation or a shape, and its place. Its key is the beginning of its text. */
interface Part {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: unknown;
}

/**
 * Reads states one after the other. All states of a service of AWS together are gigabytes of JSON; only a little of
 * each is new.
 */
export class PartedStates {
  #bytes: Buffer = Buffer.alloc(0);
  #operations = new Section();
  #shapes = new Section();
  #others: ReadonlyMap<string, OtherPart> = new Map();

  /** The service of these bytes, which `JSON.stringify` wrote; equal to what `JSON.parse` gives. */
  read(bytes: Buffer): ReadState {
    const service: Record<string, unknown> = {};
    const others = new Map<string, OtherPart>();
    let [operations, shapes] = [new Section(), new Section()];
    let at = 1;
    while (bytes[at] === quote) {
      const name = endOfString(bytes, at);
      const key = JSON.parse(bytes.toString('utf8', at, name)) as string;
      at = name + 1;
      if (key === 'operations' && bytes[at] === openList) {
        [operations, at] = this.#section(bytes, at, this.#operations, closeList);
        // Parts of the state of a service, as the store packed them.
        service[key] = operations.values as Operation[];
      } else if (key === 'shapes' && bytes[at] === openRecord) {
        [shapes, at] = this.#section(bytes, at, this.#shapes, closeRecord);
        const { names, values } = shapes;
        let record: Service['shapes'] | undefined;
        const get = () => (record ??= Object.fromEntries(names.map((id, index) => [id, values[index] as Shape])));
        Object.defineProperty(service, key, { get, enumerable: true });
      } else {
        const end = endOfValue(bytes, at);
        const other = this.#otherOf(key, bytes, at, end);
        service[key] = other.value;
        others.set(key, other);
        at = end;
      }
      // The comma after it.
      at++;
    }
    this.#bytes = bytes;
    this.#operations = operations;
    this.#shapes = shapes;
    this.#others = others;
    // Every part of a service is set by now, and the store packed its shapes.
    return { service: service as unknown as Service, shapes: { names: shapes.names, parts: shapes.values as Shape[] } };
  }

  #otherOf(key: string, bytes: Buffer, start: number, end: number): OtherPart {
    const before = this.#others.get(key);
    const isSame = before !== undefined && bytes.compare(this.#bytes, before.start, before.end, start, end) === 0;
    return { start, end, value: isSame ? before.value : JSON.parse(bytes.toString('utf8', start, end)) };
  }

  #section(bytes: Buffer, open: number, before: Section, close: number): [Section, number] {
    const section = new Section();
    let next = 0;
    let at = open + 1;
    while (bytes[at] !== close) {
      let count = this.#sameAt(bytes, at, before, next);
      if (count === 0) {
        const key = keyAt(bytes, at, close);
        // A part that only changed is still at the same place.
        const place = before.keys[next] === key ? undefined : before.placeOf(key);
        if (place !== undefined) {
          next = place;
          count = this.#sameAt(bytes, at, before, next);
        }
      }
      if (count === 0) {
        section.add(readPart(bytes, at, close));
      } else {
        section.addFrom(before, next, count, at);
        next += count;
      }
      at = section.ends.at(-1) as number;
      if (bytes[at] === comma) at++;
    }
    return [section, at + 1];
  }

  /**
   * How many parts of the state before, starting at `first`, are here byte for byte. A list or record ends where its
   * brackets close, so equal bytes are enough. Many parts are compared at once, because most states differ in only a
   * few.
   */
  #sameAt(bytes: Buffer, at: number, before: Section, first: number): number {
    const start = before.starts[first];
    if (start === undefined) return 0;
    const isSame = (from: number, end: number) =>
      at + end - start <= bytes.length &&
      bytes.compare(this.#bytes, from, end, at + from - start, at + end - start) === 0;
    if (!isSame(start, before.ends[first] as number)) return 0;
    let count = 1;
    for (let step = 16; step > 0; ) {
      const last = Math.min(first + count + step, before.ends.length) - 1;
      if (last < first + count) break;
      if (isSame(before.ends[first + count - 1] as number, before.ends[last] as number)) {
        count = last - first + 1;
        step *= 2;
      } else step = step > 1 ? Math.floor(step / 4) || 1 : 0;
    }
    return count;
  }
}

/** The key of a part in its section: the name of a shape, or the first property of an operation. */
function keyAt(bytes: Buffer, at: number, close: number): string {
  const from = close === closeRecord ? at : at + 1;
  let end = endOfString(bytes, from);
  if (close === closeList) end = endOfValue(bytes, end + 1);
  return bytes.toString('utf8', at, end);
}

function readPart(bytes: Buffer, at: number, close: number): Part {
  const key = keyAt(bytes, at, close);
  const named = close === closeRecord;
  const start = named ? endOfString(bytes, at) + 1 : at;
  const end = endOfValue(bytes, start);
  const name = named ? (JSON.parse(key) as string) : '';
  return { key, start: at, end, name, value: JSON.parse(bytes.toString('utf8', start, end)) };
}

/** The index after the quote that ends the string that begins here. */
function endOfString(bytes: Buffer, at: number): number {
  let end = at + 1;
  for (; bytes[end] !== quote; end++) if (bytes[end] === backslash) end++;
  return end + 1;
}

function endOfValue(bytes: Buffer, at: number): number {
  let depth = 0;
  for (let end = at; end < bytes.length; end++) {
    const byte = bytes[end];
    if (byte === quote) {
      end = endOfString(bytes, end) - 1;
    } else if (byte === openList || byte === openRecord) depth++;
    else if (byte === closeList || byte === closeRecord) {
      depth--;
      // The end of its parent.
      if (depth < 0) return end;
    } else if (depth === 0 && (byte === comma || byte === colon)) return end;
  }
  return bytes.length;
}
