/** Fields as botocore's generator documents them, before any layout: what every printer walks through. */
import type { Direction, Member, Prose, Service, Shape, ShapeId } from '../../src/model/index.ts';

/** One described field. */
export interface DocumentedNode {
  readonly name: string;
  readonly kind: Shape['kind'];
  /** The type as it is written. */
  readonly type: string;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly values: readonly string[];
  readonly documentation: Prose;
  readonly children: readonly DocumentedNode[];
}

const types: Readonly<Record<Shape['kind'], string>> = {
  structure: 'dict',
  union: 'dict',
  map: 'dict',
  recursive: 'dict',
  eventstream: ':class:`.EventStream`',
  list: 'list',
  string: 'string',
  integer: 'integer',
  long: 'integer',
  float: 'float',
  double: 'float',
  boolean: 'boolean',
  timestamp: 'datetime',
  blob: 'bytes',
  document: ':ref:`document<document>`',
  stream: ':class:`.StreamingBody`',
};

/** The members of a request or response, as described fields. */
export function documentedMembers(service: Service, root: ShapeId, direction: Direction): readonly DocumentedNode[] {
  const shape = service.shapes[root] as Shape;
  return 'members' in shape ? shape.members.map((member) => nodeOf(service, member, direction, [root])) : [];
}

function nodeOf(service: Service, member: Member, direction: Direction, around: readonly ShapeId[]): DocumentedNode {
  const shape = service.shapes[member.target] as Shape;
  const repeats = around.includes(member.target);
  const inside = [...around, member.target];
  const children = repeats
    ? []
    : 'members' in shape
      ? shape.members.map((one) => nodeOf(service, one, direction, inside))
      : shape.kind === 'list'
        ? [nodeOf(service, shape.member, direction, inside)]
        : shape.kind === 'map'
          ? [nodeOf(service, shape.key, direction, inside), nodeOf(service, shape.value, direction, inside)]
          : [];
  return {
    name: member.name,
    kind: shape.kind,
    type: shape.kind === 'stream' && direction === 'request' ? 'bytes or seekable file-like object' : types[shape.kind],
    // The generator forgets the mark where a shape repeats.
    required: direction === 'request' && member.required === true && !repeats,
    repeats,
    values: 'enum' in shape && shape.enum !== undefined ? shape.enum : [],
    documentation: member.documentation ?? [],
    children,
  };
}

/** The types without markup, as rendered text shows them. */
export function plainType(type: string): string {
  return type.replace(/^:ref:`document<document>`$/, 'document').replace(/^:class:`\.(\w+)`$/, '$1');
}
