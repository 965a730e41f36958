/** Reads packed states of one service, one after the other: a part that stands as it stood in the state before is the same object. */
import type { Operation, Service, Shape } from '../../model/index.ts';

/** An operation or a shape, and where it stands. Its key is what its text begins with. */
interface Part {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: unknown;
}

interface Section {
  readonly parts: readonly Part[];
  readonly byKey: ReadonlyMap<string, number>;
}

const none: Section = { parts: [], byKey: new Map() };
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openRecord, closeRecord] = [0x5b, 0x5d, 0x7b, 0x7d];

/** All states of a service of AWS are some gigabytes of JSON; what is new in each of them is little. */
export class PartedStates {
  #bytes: Buffer = Buffer.alloc(0);
  #operations = none;
  #shapes = none;

  /** The service of these bytes, which `JSON.stringify` wrote; equal to what `JSON.parse` gives. */
  read(bytes: Buffer): Service {
    const service: Record<string, unknown> = {};
    let [operations, shapes] = [none, none];
    let at = 1;
    while (bytes[at] === quote) {
      const name = endOfString(bytes, at);
      const key = JSON.parse(bytes.toString('utf8', at, name)) as string;
      at = name + 1;
      if (key === 'operations' && bytes[at] === openList) {
        [operations, at] = this.#section(bytes, at, this.#operations, closeList);
        // Parts of the state of a service, as the store packed them.
        service[key] = operations.parts.map(({ value }) => value as Operation);
      } else if (key === 'shapes' && bytes[at] === openRecord) {
        [shapes, at] = this.#section(bytes, at, this.#shapes, closeRecord);
        service[key] = Object.fromEntries(shapes.parts.map((part) => [part.name, part.value as Shape]));
      } else {
        const end = endOfValue(bytes, at);
        service[key] = JSON.parse(bytes.toString('utf8', at, end));
        at = end;
      }
      // The comma behind it.
      at++;
    }
    this.#bytes = bytes;
    this.#operations = operations;
    this.#shapes = shapes;
    // Every part of a service was put in.
    return service as unknown as Service;
  }

  #section(bytes: Buffer, open: number, before: Section, close: number): [Section, number] {
    const parts: Part[] = [];
    let next = 0;
    let at = open + 1;
    while (bytes[at] !== close) {
      let known = this.#sameAt(bytes, at, before.parts[next]);
      if (known === undefined) {
        const place = before.byKey.get(keyAt(bytes, at, close));
        if (place !== undefined) {
          known = this.#sameAt(bytes, at, before.parts[place]);
          next = place;
        }
      }
      const part: Part =
        known === undefined ? readPart(bytes, at, close) : { ...known, start: at, end: at + known.end - known.start };
      parts.push(part);
      next++;
      at = part.end;
      if (bytes[at] === comma) at++;
    }
    return [{ parts, byKey: new Map(parts.map(({ key }, index) => [key, index])) }, at + 1];
  }

  /** A part of the state before, where the bytes here are its bytes: a list or record ends where its brackets close, so no more need be asked. */
  #sameAt(bytes: Buffer, at: number, part: Part | undefined): Part | undefined {
    if (part === undefined) return undefined;
    const end = at + part.end - part.start;
    return end <= bytes.length && bytes.compare(this.#bytes, part.start, part.end, at, end) === 0 ? part : undefined;
  }
}

/** What tells parts of a section apart: the name of a shape, the first pair of an operation. */
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

/** Behind the quote that ends the string that begins here. */
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
      if (depth === 0) return end + 1;
    } else if (byte === openList || byte === openRecord) depth++;
    else if (byte === closeList || byte === closeRecord) {
      depth--;
      if (depth === 0) return end + 1;
      // A number or a word before the end of what it is in.
      if (depth < 0) return end;
    } else if (depth === 0 && (byte === comma || byte === colon)) return end;
  }
  return bytes.length;
}
