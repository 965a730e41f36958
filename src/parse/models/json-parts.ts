/**
 * Reads the JSON of a service model part by part: a part that is the same as in the previous model is the same object
 * again.
 */
import { parseExactly } from './exact-json.ts';

/**
 * A model that was read, and the positions of its operations and shapes; these are absent until the next state is read.
 */
export interface PartedJson {
  readonly text: string;
  readonly value: unknown;
  readonly sections?: Sections;
}

type Sections = ReadonlyMap<string, Section>;

/** The operations or the shapes, in the order of the text. */
interface Section {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  /** The offset at which the name of each part begins. */
  readonly starts: readonly number[];
  /** The offset of the last part's end. */
  readonly end: number;
}

const sectionNames = ['operations', 'shapes'] as const;

/** Replaces the parts of a section while the rest is read. */
const mark = '"~":0';
const betweenParts = ',\n    "';
const afterParts = '\n  }';

/**
 * Reads a model in botocore's layout: sections are indented by two blanks, their parts by four. A text with the same
 * beginning as `before` is its next state: each part is parsed as its own JSON by `parseExactly`. Undefined if the text
 * has another layout. Throws the errors of `JSON.parse`.
 */
export function readParted(text: string, before: PartedJson): PartedJson | undefined {
  const head = text.indexOf(openingOf('operations'));
  if (head === -1) return undefined;
  if (before.text.slice(0, head) !== text.slice(0, head)) return readWhole(text);
  const known = before.sections ?? sectionsOf(before);
  const { value, sections } = (known && readSections(text, { text: before.text, sections: known })) ?? {};
  return value === undefined || sections === undefined ? readWhole(text) : { text, value, sections };
}

/**
 * Reads a model as a whole: the first state of a service. Limits may have lost digits, because to look for them in all
 * the text is slow and few models have any: `ModelMemory.exactShape` has them. Throws the errors of `JSON.parse`.
 */
export function readWhole(text: string): PartedJson {
  return { text, value: JSON.parse(text) };
}

/** The sections of a model that was parsed as a whole. */
function sectionsOf({ text, value }: PartedJson): Sections | undefined {
  const found = readSections(text)?.sections;
  if (found === undefined) return undefined;
  // A value with sections is a record of records.
  const whole = value as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  // These are the same objects as before: a caller may have built something from them.
  return new Map(
    [...found].map(([name, section]) => [
      name,
      { ...section, values: section.names.map((part) => whole[name]?.[part]) },
    ]),
  );
}

function readSections(
  text: string,
  before?: { readonly text: string; readonly sections: Sections },
): { readonly value: unknown; readonly sections: Sections } | undefined {
  const sections = new Map<string, Section>();
  let rest = '';
  let at = 0;
  for (const name of sectionNames) {
    const opening = openingOf(name);
    const found = text.indexOf(opening, at);
    if (found === -1) continue;
    const start = found + opening.length - 1;
    const section = new SectionReader(text, before?.text ?? '', before?.sections.get(name)).read(start);
    if (section === undefined) return undefined;
    sections.set(name, section);
    rest += text.slice(at, start) + mark;
    at = section.end;
  }
  const value = readObject(rest + text.slice(at));
  if (value === undefined) return undefined;
  for (const [name, { names, values }] of sections) {
    // A section of that name may also stand at another place.
    if (!Object.hasOwn(value, name) || JSON.stringify(value[name]) !== `{${mark}}`) return undefined;
    const whole: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) whole[names[index] as string] = values[index];
    // If a name occurs twice, or is `__proto__`, only `JSON.parse` gives the right result.
    if (Object.keys(whole).length !== names.length) return undefined;
    value[name] = whole;
  }
  return { value, sections };
}

/** The beginning of a section, up to the quote of its first name. */
function openingOf(section: string): string {
  return `\n  "${section}":{\n    "`;
}

/** Reads one section and compares it with the same section of the previous model. */
class SectionReader {
  readonly #text: string;
  readonly #textBefore: string;
  readonly #before: Section;
  #places: ReadonlyMap<string, number> | undefined;
  readonly #names: string[] = [];
  readonly #values: unknown[] = [];
  readonly #starts: number[] = [];

  constructor(text: string, textBefore: string, before: Section = { names: [], values: [], starts: [], end: 0 }) {
    this.#text = text;
    this.#textBefore = textBefore;
    this.#before = before;
  }

  /** Reads the section whose first part begins here. */
  read(start: number): Section | undefined {
    const { names, starts, end: last } = this.#before;
    let at = start;
    let place = 0;
    for (;;) {
      const name = this.#text.slice(at + 1, this.#text.indexOf('"', at + 1));
      if (names[place] !== name) place = this.#placeOf(name) ?? place;
      const taken = names[place] === name ? this.#takeOver(at, place) : 0;
      if (taken > 0) {
        const shift = at - (starts[place] as number);
        place += taken;
        if (place === names.length) return this.#section(last + shift);
        at = (starts[place] as number) + shift;
        continue;
      }
      const end = this.#readPart(at, name);
      if (end === undefined) return undefined;
      if (this.#text.startsWith(afterParts, end)) return this.#section(end);
      at = end + betweenParts.length - 1;
    }
  }

  /**
   * Reuses as many parts as possible whose text is unchanged; it tries the largest number first, because most parts are
   * unchanged.
   */
  #takeOver(at: number, place: number): number {
    const { names, values, starts } = this.#before;
    const shift = at - (starts[place] as number);
    let next = place;
    for (let size = names.length - place; size > 0; size >>= 1) {
      if (next + size > names.length || !this.#isSame(next, next + size, shift)) continue;
      for (let end = next + size; next < end; next++) {
        this.#names.push(names[next] as string);
        this.#values.push(values[next]);
        this.#starts.push((starts[next] as number) + shift);
      }
    }
    return next - place;
  }

  /** Whether the text of these parts is the same as before, up to the next part or the end of the section. */
  #isSame(from: number, to: number, shift: number): boolean {
    const { starts, end: last } = this.#before;
    const start = starts[from] as number;
    const end = to < starts.length ? (starts[to] as number) + 1 : last + afterParts.length;
    return this.#text.slice(start + shift, end + shift) === this.#textBefore.slice(start, end);
  }

  /** Reads a part and returns the offset of its end. */
  #readPart(start: number, name: string): number | undefined {
    const next = this.#text.indexOf(betweenParts, start);
    const upTo = next === -1 ? this.#text.length : next;
    const close = this.#text.slice(start, upTo).indexOf(afterParts);
    const end = close === -1 ? upTo : start + close;
    const value = readObject(`{${this.#text.slice(start, end)}}`);
    const [key, ...more] = value === undefined ? [] : Object.keys(value);
    if (value === undefined || key !== name || more.length > 0) return undefined;
    this.#names.push(key);
    this.#values.push(value[key]);
    this.#starts.push(start);
    return end;
  }

  #placeOf(name: string): number | undefined {
    this.#places ??= new Map(this.#before.names.map((known, place) => [known, place]));
    return this.#places.get(name);
  }

  #section(end: number): Section {
    return { names: this.#names, values: this.#values, starts: this.#starts, end };
  }
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    // The text begins with a brace: valid JSON gives a record.
    return parseExactly(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
