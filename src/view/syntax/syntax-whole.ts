/** A member with everything inside it, if that is short: the form for a new or removed field. */
import { hasMembers, type Member, type Shape, type ShapeId } from '../../model/index.ts';
import { counted } from '../site/words.ts';
import { manyValues, quoted, shortForm, unwrapped } from './syntax-forms.ts';

/** The data of one side to print: its shapes, and the remark after a member. */
export interface SyntaxSource {
  readonly shapes: Readonly<Record<ShapeId, Shape>>;
  /** Whether the values of enums are known. */
  readonly enums: boolean;
  readonly remark: (member: Member) => string;
}

/** A member on one line. */
export function memberLine({ shapes, enums, remark }: SyntaxSource, member: Member, maxValues = fewValues): string {
  return `${quoted(member.name)}: ${shortForm(shapes, member.target, enums ? maxValues : 0)},${remark(member)}`;
}

/** A member with its content: as deep as a few lines allow, but at least one level. */
export function wholeMember(source: SyntaxSource, member: Member): readonly string[] {
  return fitting(source, (writer, depth) => writer.member(member, '', depth, []));
}

/** All members of a structure in the same form, without its braces. */
export function wholeStructure(source: SyntaxSource, id: ShapeId): readonly string[] {
  const shape = source.shapes[id];
  if (!hasMembers(shape)) return [];
  return fitting(source, (writer, depth) => writer.members(shape.members, '', depth - 1, [id]));
}

function fitting(source: SyntaxSource, write: (writer: Writer, depth: number) => void): readonly string[] {
  let lines: readonly string[] = [];
  for (const depth of [6, 4, 3, 2, 1]) {
    const writer = new Writer(source);
    write(writer, depth);
    lines = writer.lines;
    if (!writer.isCut && lines.length <= maxLines) break;
  }
  return lines;
}

/** Collects lines up to a limit: a field may contain itself without end. */
class Writer {
  readonly lines: string[] = [];
  isCut = false;
  readonly #source: SyntaxSource;

  constructor(source: SyntaxSource) {
    this.#source = source;
  }

  members(members: readonly Member[], indent: string, depth: number, stack: readonly ShapeId[]): void {
    for (const [index, member] of members.entries()) {
      const left = members.length - index;
      if (this.lines.length >= maxLines - 1 && left > 1) {
        this.isCut = true;
        this.lines.push(`${indent}… ${counted(left, 'more field')}`);
        return;
      }
      this.member(member, indent, depth, stack);
      if (this.isCut) return;
    }
  }

  member(member: Member, indent: string, depth: number, stack: readonly ShapeId[]): void {
    const { shapes, remark } = this.#source;
    const { prefix, suffix, target, shape } = unwrapped(shapes, member.target, 0);
    if (!hasMembers(shape) || shape.members.length === 0 || depth < 1 || stack.includes(target)) {
      this.lines.push(`${indent}${memberLine(this.#source, member, manyValues)}`);
      return;
    }
    this.lines.push(`${indent}${quoted(member.name)}: ${prefix}{${remark(member)}`);
    this.members(shape.members, `${indent}  `, depth - 1, [...stack, target]);
    this.lines.push(`${indent}}${suffix},`);
  }
}

/** The most lines of one whole part. */
const maxLines = 20;
/** The number of enum values printed for a neighbouring member. */
const fewValues = 3;
