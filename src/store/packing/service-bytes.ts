/**
 * The JSON of a service as bytes, part by part: parts that the service written before also has are copied from there.
 */
import type { Service } from '../../model/index.ts';
import type { Piece, PiecedBytes } from './state-delta.ts';

/**
 * Operations or shapes as they were written. Part `n` has the bytes from `starts[n]` to `starts[n + 1]`, with a comma
 * at its end.
 */
interface Section {
  readonly names: readonly string[];
  readonly parts: readonly object[];
  readonly starts: Int32Array;
}

/** A state as it was written. */
interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sections: ReadonlyMap<string, Section>;
  /** The properties of the service as a whole, and where each was written. */
  readonly values: ReadonlyMap<string, Piece & { readonly value: unknown }>;
}

const encoder = new TextEncoder();
const [comma, closeList, closeRecord] = [0x2c, 0x5d, 0x7d];
const nothing: Section = { names: [], parts: [], starts: new Int32Array(1) };

/** How a list or a record of parts is written. */
interface SectionForm {
  /** The text before a part. */
  readonly prefix: (name: string) => string;
  readonly open: string;
  /** The code of the closing bracket. */
  readonly close: number;
}

/**
 * Writes the states of one service, one after the other. Most states of a history share most parts
 * (`parse/models/json-parts.ts`).
 */
export class ServiceWriter {
  /** The state that was written last. */
  #last: Written = { bytes: new Uint8Array(), sections: new Map(), values: new Map() };
  /**
   * The buffer of the writer before the last one, which nobody needs any more: reusing memory costs half of allocating
   * it.
   */
  #room = new Uint8Array(64 * 1024);

  /** The bytes of the text that `JSON.stringify` gives. They stay valid until the second call after this one. */
  write(service: Service): PiecedBytes {
    const writing = new Writing(this.#last, this.#room);
    writing.service(service);
    this.#room = this.#last.bytes;
    this.#last = writing;
    return { bytes: writing.bytes.subarray(0, writing.length), pieces: writing.pieces };
  }
}

class Writing implements Written {
  readonly sections = new Map<string, Section>();
  readonly values = new Map<string, Piece & { readonly value: unknown }>();
  readonly pieces: Piece[] = [];
  readonly #last: Written;
  #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  constructor(last: Written, room: Uint8Array<ArrayBuffer>) {
    this.#last = last;
    this.#bytes = room;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  get length(): number {
    return this.#at;
  }

  service(service: Service): void {
    let opening = '{';
    for (const [key, value] of Object.entries(service)) {
      if (value === undefined) continue;
      this.#text(`${opening}${JSON.stringify(key)}:`);
      if (key === 'operations') {
        const names = service.operations.map(({ name }) => name);
        this.#section(key, names, service.operations, { prefix: () => '', open: '[', close: closeList });
      } else if (key === 'shapes') {
        const ids = Object.keys(service.shapes);
        const shapes = ids.map((id) => service.shapes[id] as object);
        this.#section(key, ids, shapes, { prefix: (id) => `${JSON.stringify(id)}:`, open: '{', close: closeRecord });
      } else {
        const start = this.#at;
        const known = this.#last.values.get(key);
        const isCopy = known !== undefined && known.value === value;
        if (isCopy) this.#copy(known.start, known.end);
        else this.#text(JSON.stringify(value));
        const piece = {
          ...{ start, end: this.#at },
          ...(known && { from: known.start, fromEnd: known.end }),
          ...(isCopy ? { isCopy } : {}),
        };
        this.values.set(key, { ...piece, value });
        this.pieces.push(piece);
      }
      opening = ',';
    }
    this.#text(opening === '{' ? '{}' : '}');
  }

  #section(
    key: string,
    names: readonly string[],
    parts: readonly object[],
    { prefix, open, close }: SectionForm,
  ): void {
    this.#text(open);
    const before = this.#last.sections.get(key) ?? nothing;
    const places = new Places(before);
    const starts = new Int32Array(names.length + 1);
    for (let next = 0; next < parts.length; ) {
      const name = names[next] as string;
      const place = places.of(name);
      if (place === undefined || !places.isAt(place, name, parts[next])) {
        const start = this.#at;
        starts[next] = start;
        this.#text(`${prefix(name)}${JSON.stringify(parts[next])},`);
        const known = place === undefined ? {} : spanOf(before, place, 1);
        this.pieces.push({ start, end: this.#at - 1, ...known });
        next++;
        continue;
      }
      // As many parts as follow each other in both states.
      let count = 1;
      while (places.isAt(place + count, names[next + count], parts[next + count])) count++;
      const { from, fromEnd } = spanOf(before, place, count);
      const shift = this.#at - from;
      for (let index = 0; index < count; index++)
        starts[next + index] = (before.starts[place + index] as number) + shift;
      this.pieces.push({ start: this.#at, end: this.#at + fromEnd - from, from, fromEnd, isCopy: true });
      this.#copy(from, fromEnd + 1);
      // The last part of a section has the bracket after it.
      this.#bytes[this.#at - 1] = comma;
      next += count;
      places.goTo(place + count);
    }
    starts[names.length] = this.#at;
    this.sections.set(key, { names, parts, starts });
    if (parts.length > 0) this.#bytes[this.#at - 1] = close;
    else this.#text(String.fromCharCode(close));
  }

  #copy(from: number, to: number): void {
    this.#need(to - from);
    this.#bytes.set(this.#last.bytes.subarray(from, to), this.#at);
    this.#at += to - from;
  }

  #text(text: string): void {
    // A character of UTF-16 takes three bytes of UTF-8 at most.
    this.#need(text.length * 3);
    this.#at += encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written;
  }

  #need(size: number): void {
    if (this.#bytes.length >= this.#at + size) return;
    const more = new Uint8Array((this.#at + size) * 2);
    more.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = more;
  }
}

/** Where some parts of a section are, without the separator after the last one. */
function spanOf(
  { starts }: Section,
  place: number,
  count: number,
): { readonly from: number; readonly fromEnd: number } {
  return { from: starts[place] as number, fromEnd: (starts[place + count] as number) - 1 };
}

/** Finds where parts were before. Callers ask in nearly the same order as the parts had then. */
class Places {
  readonly #section: Section;
  #next = 0;
  #byName: ReadonlyMap<string, number> | undefined;

  constructor(section: Section) {
    this.#section = section;
  }

  isAt(place: number, name: string | undefined, part: object | undefined): boolean {
    return part !== undefined && this.#section.parts[place] === part && this.#section.names[place] === name;
  }

  /** Where the part of that name was. */
  of(name: string): number | undefined {
    let place: number | undefined = this.#next;
    if (this.#section.names[place] !== name) {
      this.#byName ??= new Map(this.#section.names.map((known, place) => [known, place]));
      place = this.#byName.get(name);
    }
    if (place !== undefined) this.#next = place + 1;
    return place;
  }

  /** The search for the next part starts here. */
  goTo(place: number): void {
    this.#next = place;
  }
}
