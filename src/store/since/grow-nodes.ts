/** Grows a since graph by one release. Parts that existed without a gap keep their mark. */
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
import type { LiveNode, LiveOperation, LiveOperations, LiveWay } from './live-nodes.ts';
import { type Mark, packMark } from './mark.ts';
import type { Shown, Span } from './since-graph.ts';

/** The parts that are equal, with everything below them, to the state by which the graph grew last. */
export interface Unmoved {
  hasOperation(operation: Operation): boolean;
  hasShape(id: ShapeId): boolean;
}

/** A grown graph. */
export interface Grown {
  readonly operations: LiveOperations;
  /** Whether the graph is exactly what the release shows, so that the same release would not change it. */
  readonly isShown: boolean;
}

/**
 * The graph after one more release. `unmoved`: the graph last grew by a whole state, and these parts would not change.
 * Without it the result is the same, but takes longer.
 */
export function growNodes(old: LiveOperations, shown: Shown, unmoved?: Unmoved): Grown {
  return new Grower(old, shown, unmoved).grow();
}

const directions = ['request', 'response'] as const satisfies readonly Direction[];

class Grower {
  readonly #old: LiveOperations;
  readonly #shown: Shown;
  readonly #unmoved: Unmoved | undefined;
  readonly #grown = new Map<LiveNode, Map<string, LiveNode>>();
  readonly #made = new Map<string, LiveNode>();
  /** Nodes whose children are not made yet: a chain of shapes may be longer than the call stack. */
  readonly #waiting: (() => void)[] = [];
  #isShown: boolean;

  constructor(old: LiveOperations, shown: Shown, unmoved: Unmoved | undefined) {
    this.#old = old;
    this.#shown = shown;
    this.#unmoved = unmoved;
    // An empty request has no node yet if its operation may be older.
    this.#isShown = shown.whole && shown.surelyNew;
  }

  grow(): Grown {
    const operations = new Map<string, LiveOperation>();
    const names = new Set(this.#shown.operations.map(({ name }) => name));
    if (!this.#shown.whole)
      for (const [name, operation] of this.#old) if (!names.has(name)) operations.set(name, operation);
    for (const operation of this.#shown.operations) operations.set(operation.name, this.#operation(operation));
    // The list grows while this loop reads it.
    for (const fill of this.#waiting) fill();
    return { operations, isShown: this.#isShown };
  }

  #operation(operation: Operation): LiveOperation {
    const old = this.#old.get(operation.name);
    if (old !== undefined && this.#unmoved?.hasOperation(operation) === true) return old;
    const { fresh, unsure, surelyNew } = this.#shown;
    const first = surelyNew ? fresh : unsure;
    const grown: { -readonly [key in keyof LiveOperation]: LiveOperation[key] } = { since: old?.since ?? first };
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
      } else if (old !== undefined || surelyNew) grown[direction] = { type: 'structure' };
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
    const removedErrors = pickRemoved(
      { before: old?.errors, removed: old?.removedErrors, now: grown.errors },
      (mark) => mark,
      fresh,
    );
    return removedErrors === undefined ? grown : { ...grown, removedErrors };
  }

  #grow(before: LiveNode, id: ShapeId, partial: boolean): LiveNode {
    if (before.shape === id && this.#unmoved?.hasShape(id) === true) return before;
    const key = partial ? `${id}\np` : id;
    const grown = this.#grown.get(before);
    const known = grown?.get(key);
    if (known !== undefined) return known;
    const shape = this.#shown.shapes[id];
    if (shape === undefined) return this.#make(id, this.#shown.unsure);
    if (before.type !== typeOf(shape))
      return this.#make(id, before.type === 'recursive' ? this.#shown.unsure : this.#shown.fresh);
    const node: LiveNode = { type: before.type, shape: id };
    if (grown === undefined) this.#grown.set(before, new Map([[key, node]]));
    else grown.set(key, node);
    this.#waiting.push(() => this.#fillGrown(node, before, shape, partial));
    return node;
  }

  #fillGrown(node: LiveNode, old: LiveNode, shape: Shape, partial: boolean): void {
    const { fresh, unsure, seesKeys } = this.#shown;
    const steps = emptyRecord<LiveWay>();
    for (const [step, target] of stepsOf(shape)) {
      const was = own(old.ways, step);
      if (step === keyStep && !seesKeys) {
        if (was !== undefined) steps[step] = { since: was.since, to: this.#keep(was.to) };
      } else if (was === undefined) {
        const mark = old.ways === undefined && shape.kind !== 'structure' && shape.kind !== 'union' ? unsure : fresh;
        steps[step] = { since: mark, to: this.#make(target, mark) };
      } else steps[step] = { since: was.since, to: this.#grow(was.to, target, partial) };
    }
    // A source that breaks off does not show everything: what is missing may well exist.
    if (partial)
      for (const [step, was] of Object.entries(old.ways ?? {}))
        steps[step] ??= { since: was.since, to: this.#keep(was.to) };
    fill(
      node,
      shape,
      steps,
      (value) => own(old.values, value) ?? (old.values === undefined && shape.kind !== 'string' ? unsure : fresh),
    );
    const removedWays = pickRemoved(
      { before: old.ways, removed: old.removedWays, now: node.ways },
      ({ since }) => since,
      fresh,
    );
    // A string that takes any value has lost none.
    const removedValues =
      node.values === undefined
        ? undefined
        : pickRemoved({ before: old.values, removed: old.removedValues, now: node.values }, (mark) => mark, fresh);
    if (removedWays !== undefined) node.removedWays = removedWays;
    if (removedValues !== undefined) node.removedValues = removedValues;
  }

  #make(id: ShapeId, mark: Mark): LiveNode {
    const key = `${id}\n${packMark(mark)}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const shape = this.#shown.shapes[id];
    const node: LiveNode = { type: '?', shape: id };
    this.#made.set(key, node);
    if (shape !== undefined)
      this.#waiting.push(() => {
        const steps = emptyRecord<LiveWay>();
        for (const [step, target] of stepsOf(shape)) steps[step] = { since: mark, to: this.#make(target, mark) };
        fill(node, shape, steps, () => mark);
      });
    return node;
  }

  /** Parts that the release does not show stay as they are. */
  #keep(before: LiveNode): LiveNode {
    this.#isShown = false;
    return before;
  }
}

function fill(
  node: LiveNode,
  shape: Shape,
  steps: Readonly<Record<string, LiveWay>>,
  markOf: (value: string) => Mark,
): void {
  node.type = typeOf(shape);
  if (Object.keys(steps).length > 0) node.ways = steps;
  if (shape.kind === 'string' && shape.enum !== undefined)
    node.values = Object.fromEntries(shape.enum.map((value) => [value, markOf(value)]));
}

/** The entries that a node had, those that it had lost already, and those that it has now. */
interface Entries<T> {
  readonly before: Readonly<Record<string, T>> | undefined;
  readonly removed: Readonly<Record<string, Span>> | undefined;
  readonly now: Readonly<Record<string, unknown>> | undefined;
}

/** Entries that existed or were removed before and do not exist now; undefined if there are none. */
function pickRemoved<T>(
  { before, removed, now }: Entries<T>,
  markOf: (entry: T) => Mark,
  removedIn: Mark,
): Readonly<Record<string, Span>> | undefined {
  let found: Record<string, Span> | undefined;
  const keep = (name: string, span: Span) => {
    found ??= emptyRecord<Span>();
    found[name] = span;
  };
  for (const name in removed) if (own(now, name) === undefined) keep(name, removed[name] as Span);
  for (const name in before)
    if (own(now, name) === undefined) keep(name, { since: markOf(before[name] as T), removedIn });
  return found;
}

/** A record without a prototype, as names come from sources. */
function emptyRecord<T>(): Record<string, T> {
  return Object.create(null);
}

/** A record's own entry: names come from sources, and one of them may be `constructor`. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Structures, unions and event streams count as one type: their members stay the same members. */
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
