/** Since when every operation, field and value of a service exists, as a graph beside its shapes: paths share what they can. */
import {
  type Direction,
  documentedType,
  hasMembers,
  itemStep,
  keyStep,
  nameStep,
  type Operation,
  type Shape,
  type ShapeId,
  valueStep,
} from '../../model/index.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/** The id of a release; with `~` before it where it is only the earliest one known. */
export type Mark = string;

/** From when to when something was there: the mark of its release, and the release that does not have it any more. */
export type Span = readonly [since: Mark, removedIn: Mark];

/** Since when the parts of one shape exist, at the places that share its history. Numbers lead to other nodes. */
export interface SinceNode {
  /** The type, coarse: what was inside another type is not the same when it comes back. */
  readonly type: string;
  /** Ways on to other nodes: member names, `[]`, `{}`, `{key}`. */
  readonly ways?: Readonly<Record<string, readonly [Mark, number]>>;
  /** Values of an enum. */
  readonly values?: Readonly<Record<string, Mark>>;
  /** Ways on that are gone, and values that are. What comes back leaves them. */
  readonly removedWays?: Readonly<Record<string, Span>>;
  readonly removedValues?: Readonly<Record<string, Span>>;
}

export interface SinceOperation {
  readonly since: Mark;
  readonly request?: number;
  readonly response?: number;
  readonly errors?: Readonly<Record<string, Mark>>;
  readonly removedErrors?: Readonly<Record<string, Span>>;
}

/** Plain data; survives JSON. */
export interface SinceGraph {
  readonly operations: Readonly<Record<string, SinceOperation>>;
  readonly nodes: readonly SinceNode[];
}

export const emptyGraph: SinceGraph = { operations: {}, nodes: [] };

/** What one release shows of a service. */
export interface Shown {
  readonly operations: readonly Operation[];
  readonly shapes: Shapes;
  /** What a part that was not there before is marked with. */
  readonly fresh: Mark;
  /** What a part is marked with of which nobody could know whether it was there before. */
  readonly unsure: Mark;
  /** Whether an operation that was not there before is sure to be new. */
  readonly surelyNew: boolean;
  /** Whether the source shows every operation: those that it does not show are gone. */
  readonly whole: boolean;
  /** Whether map keys and their values can be seen. */
  readonly seesKeys: boolean;
}

/** The graph after one more release. What was there without a gap keeps its mark. */
export function growGraph(graph: SinceGraph, shown: Shown): SinceGraph {
  return new Grower(graph, shown).grow();
}

const directions = ['request', 'response'] as const satisfies readonly Direction[];

class Grower {
  readonly #old: SinceGraph;
  readonly #shown: Shown;
  readonly #nodes: SinceNode[] = [];
  readonly #grown = new Map<string, number>();
  readonly #made = new Map<string, number>();
  readonly #kept = new Map<number, number>();
  /** Nodes that have a number, and wait for what is in them: shapes may lead to each other further than calls can. */
  readonly #waiting: (() => void)[] = [];

  constructor(old: SinceGraph, shown: Shown) {
    this.#old = old;
    this.#shown = shown;
  }

  grow(): SinceGraph {
    const operations: Record<string, SinceOperation> = Object.create(null);
    const names = new Set(this.#shown.operations.map(({ name }) => name));
    if (!this.#shown.whole) {
      for (const [name, operation] of Object.entries(this.#old.operations))
        if (!names.has(name)) operations[name] = this.#keepOperation(operation);
    }
    for (const operation of this.#shown.operations) operations[operation.name] = this.#operation(operation);
    // The list grows while it is worked off.
    for (const fill of this.#waiting) fill();
    return {
      operations: Object.fromEntries(Object.entries(operations).sort(([a], [b]) => (a < b ? -1 : 1))),
      nodes: this.#nodes,
    };
  }

  #operation(operation: Operation): SinceOperation {
    const old = own(this.#old.operations, operation.name);
    const { fresh, unsure, surelyNew } = this.#shown;
    const first = surelyNew ? fresh : unsure;
    const grown: { -readonly [key in keyof SinceOperation]: SinceOperation[key] } = { since: old?.since ?? first };
    for (const direction of directions) {
      const root = operation[direction];
      const before = old?.[direction];
      if (root === undefined) {
        if (before !== undefined) grown[direction] = this.#keep(before);
      } else if (root !== null) {
        const partial = operation.partial?.includes(direction) === true;
        grown[direction] =
          before === undefined
            ? this.#make(root, old === undefined ? first : unsure)
            : this.#grow(before, root, partial);
      } else if (old !== undefined || surelyNew) grown[direction] = this.#nothing();
    }
    if (operation.errors !== undefined) {
      const none = old?.errors === undefined;
      grown.errors = Object.fromEntries(
        operation.errors.map(({ name }) => [
          name,
          own(old?.errors, name) ?? (old === undefined ? first : none ? unsure : fresh),
        ]),
      );
    } else if (old?.errors !== undefined) grown.errors = old.errors;
    const gone = pickRemoved(old?.errors, (mark) => mark, old?.removedErrors, grown.errors, fresh);
    return gone === undefined ? grown : { ...grown, removedErrors: gone };
  }

  #grow(before: number, id: ShapeId, partial: boolean): number {
    const key = `${before}\n${id}\n${partial ? 'p' : ''}`;
    const known = this.#grown.get(key);
    if (known !== undefined) return known;
    const old = this.#old.nodes[before];
    const shape = this.#shown.shapes[id];
    if (old === undefined || shape === undefined) return this.#make(id, this.#shown.unsure);
    if (old.type !== typeOf(shape))
      return this.#make(id, old.type === 'recursive' ? this.#shown.unsure : this.#shown.fresh);
    const at = this.#reserve(key, this.#grown);
    this.#waiting.push(() => {
      this.#nodes[at] = this.#grownNode(old, shape, partial);
    });
    return at;
  }

  #grownNode(old: SinceNode, shape: Shape, partial: boolean): SinceNode {
    const { fresh, unsure, seesKeys } = this.#shown;
    const steps: Record<string, readonly [Mark, number]> = Object.create(null);
    for (const [step, target] of stepsOf(shape)) {
      const was = own(old.ways, step);
      if (step === keyStep && !seesKeys) {
        if (was !== undefined) steps[step] = [was[0], this.#keep(was[1])];
      } else if (was === undefined) {
        const mark = old.ways === undefined && shape.kind !== 'structure' && shape.kind !== 'union' ? unsure : fresh;
        steps[step] = [mark, this.#make(target, mark)];
      } else steps[step] = [was[0], this.#grow(was[1], target, partial)];
    }
    // What a source that breaks off does not show may well be there.
    if (partial) for (const [step, was] of Object.entries(old.ways ?? {})) steps[step] ??= [was[0], this.#keep(was[1])];
    const node = nodeOf(
      shape,
      steps,
      (value) => own(old.values, value) ?? (old.values === undefined && shape.kind !== 'string' ? unsure : fresh),
    );
    const removedWays = pickRemoved(old.ways, ([mark]) => mark, old.removedWays, node.ways, fresh);
    // A string that takes any value has lost none.
    const removedValues =
      node.values === undefined
        ? undefined
        : pickRemoved(old.values, (mark) => mark, old.removedValues, node.values, fresh);
    return {
      ...node,
      ...(removedWays === undefined ? {} : { removedWays }),
      ...(removedValues === undefined ? {} : { removedValues }),
    };
  }

  #make(id: ShapeId, mark: Mark): number {
    const key = `${id}\n${mark}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const shape = this.#shown.shapes[id];
    const at = this.#reserve(key, this.#made);
    if (shape !== undefined)
      this.#waiting.push(() => {
        const steps: Record<string, readonly [Mark, number]> = Object.create(null);
        for (const [step, target] of stepsOf(shape)) steps[step] = [mark, this.#make(target, mark)];
        this.#nodes[at] = nodeOf(shape, steps, () => mark);
      });
    return at;
  }

  #keepOperation(operation: SinceOperation): SinceOperation {
    return {
      ...operation,
      ...(operation.request === undefined ? {} : { request: this.#keep(operation.request) }),
      ...(operation.response === undefined ? {} : { response: this.#keep(operation.response) }),
    };
  }

  #keep(before: number): number {
    const known = this.#kept.get(before);
    if (known !== undefined) return known;
    const old = this.#old.nodes[before] ?? { type: '?' };
    const at = this.#nodes.push(old) - 1;
    this.#kept.set(before, at);
    const ways = old.ways;
    if (ways !== undefined)
      this.#waiting.push(() => {
        const kept = Object.fromEntries(
          Object.entries(ways).map(([step, [mark, target]]) => [step, [mark, this.#keep(target)] as const]),
        );
        this.#nodes[at] = { ...old, ways: kept };
      });
    return at;
  }

  #nothing(): number {
    return this.#nodes.push({ type: 'structure' }) - 1;
  }

  #reserve(key: string, known: Map<string, number>): number {
    const at = this.#nodes.push({ type: '?' }) - 1;
    known.set(key, at);
    return at;
  }
}

function nodeOf(
  shape: Shape,
  steps: Readonly<Record<string, readonly [Mark, number]>>,
  markOf: (value: string) => Mark,
): SinceNode {
  const values =
    shape.kind === 'string' && shape.enum !== undefined
      ? Object.fromEntries(shape.enum.map((value) => [value, markOf(value)]))
      : undefined;
  return {
    type: typeOf(shape),
    ...(Object.keys(steps).length > 0 ? { ways: steps } : {}),
    ...(values === undefined ? {} : { values: values }),
  };
}

/** What was there or gone before and is not there now; undefined for nothing. */
function pickRemoved<T>(
  before: Readonly<Record<string, T>> | undefined,
  markOf: (entry: T) => Mark,
  gone: Readonly<Record<string, Span>> | undefined,
  now: Readonly<Record<string, unknown>> | undefined,
  removedIn: Mark,
): Readonly<Record<string, Span>> | undefined {
  let found: Record<string, Span> | undefined;
  const keep = (name: string, span: Span) => {
    found ??= Object.create(null) as Record<string, Span>;
    found[name] = span;
  };
  for (const name in gone) if (own(now, name) === undefined) keep(name, gone[name] as Span);
  for (const name in before) if (own(now, name) === undefined) keep(name, [markOf(before[name] as T), removedIn]);
  return found;
}

/** A record's own entry: names come from sources, and one of them may be `constructor`. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Structure, union and event stream are one: what is in them stays what it was. */
function typeOf(shape: Shape): string {
  if (hasMembers(shape)) return 'structure';
  if (shape.kind === 'list' || shape.kind === 'map' || shape.kind === 'recursive') return shape.kind;
  return documentedType(shape);
}

function* stepsOf(shape: Shape): Generator<readonly [string, ShapeId]> {
  if (hasMembers(shape)) for (const { name, target } of shape.members) yield [nameStep(name), target];
  else if (shape.kind === 'list') yield [itemStep, shape.member.target];
  else if (shape.kind === 'map') {
    yield [keyStep, shape.key.target];
    yield [valueStep, shape.value.target];
  }
}
