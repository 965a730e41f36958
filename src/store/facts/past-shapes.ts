/** The shapes of a service over all states: which forms each had, and which of them a comparison can need. */
import {
  hasMembers,
  itemStep,
  keyStep,
  type Member,
  type PastShape,
  type Shape,
  type ShapeId,
  type Timed,
  type TimedMember,
  valueStep,
} from '../../model/index.ts';
import type { NamedParts } from '../types.ts';
import { FollowedParts } from './follow-parts.ts';
import { areEqual, hold, holdUntil, joined, type Lives, type Runs } from './lives.ts';

/** A link from a shape to another, by the name that it has in a history. */
interface Way {
  readonly name: string;
  readonly member: Member;
}

/** One form of a shape. */
interface Form {
  readonly shape: Shape;
  readonly ways: readonly Way[];
  readonly runs: Runs;
}

interface Past {
  readonly runs: Runs;
  readonly forms: Map<string, Form>;
  last: Shape | undefined;
  form: Form | undefined;
}

/** Every shape with its runs and forms, as plain data. */
export type PastShapesData = readonly (readonly [
  id: ShapeId,
  runs: Runs,
  forms: readonly (readonly [key: string, shape: Shape, runs: Runs])[],
  /** The position of the form that it had last. */
  last: number,
])[];

export class PastShapes {
  readonly #pasts: Map<ShapeId, Past>;
  readonly #now = new FollowedParts<Shape>();
  /** Shapes that are compared with another shape: all of their members are listed. */
  readonly #whole = new Set<ShapeId>();
  readonly #paired = new Set<string>();
  #kept: ReadonlySet<ShapeId> = new Set();
  #numbers: ReadonlyMap<ShapeId, number> = new Map();

  /** Goes on from what `data` gave. */
  constructor(data: PastShapesData = []) {
    this.#pasts = new Map(
      data.map(([id, runs, all, last]) => {
        const forms = all.map(([key, shape, own]) => [key, { shape, ways: waysOf(shape), runs: own }] as const);
        return [id, { runs, forms: new Map(forms), last: undefined, form: forms[last]?.[1] }];
      }),
    );
  }

  get data(): PastShapesData {
    return [...this.#pasts].map(([id, { runs, forms, form }]) => {
      const all = [...forms].map(([key, { shape, runs: own }]) => [key, shape, own] as const);
      return [id, runs, all, form === undefined ? -1 : [...forms.values()].indexOf(form)];
    });
  }

  /** Adds the shapes of the next state; gives the ids of those that came, went or changed. */
  add(shapes: NamedParts<Shape>, state: number): readonly ShapeId[] {
    const changed: ShapeId[] = [];
    this.#now.next(shapes, {
      onEnd: (id) => {
        changed.push(id);
        this.#holdUntil(id, state);
      },
      onBegin: (id, shape) => {
        changed.push(id);
        this.#begin(id, shape, state);
      },
    });
    return changed;
  }

  /** Records that what is there now was there until this state. */
  settle(state: number): void {
    for (const id of this.#now.names) this.#holdUntil(id, state);
  }

  #begin(id: ShapeId, shape: Shape, state: number): void {
    let past = this.#pasts.get(id);
    if (past === undefined) {
      past = { runs: [], forms: new Map(), last: undefined, form: undefined };
      this.#pasts.set(id, past);
    }
    if (past.last !== shape) {
      past.last = shape;
      past.form = formOf(past, shape);
    }
    hold(past.runs, state);
    // A past that has a last shape has its form.
    hold((past.form as Form).runs, state);
  }

  #holdUntil(id: ShapeId, state: number): void {
    // What is there has begun.
    const { runs, form } = this.#pasts.get(id) as Past;
    holdUntil(runs, state);
    holdUntil((form as Form).runs, state);
  }

  /** Records that a place had one shape first and another later; null for no shape. */
  pair(one: ShapeId | null, other: ShapeId | null): void {
    const waiting: (readonly [ShapeId | null, ShapeId | null])[] = [[one, other]];
    // The list grows while this loop reads it.
    for (const [a, b] of waiting) {
      if (a === b || this.#paired.has(`${a}\n${b}`)) continue;
      this.#paired.add(`${a}\n${b}`);
      for (const id of [a, b]) if (id !== null) this.#whole.add(id);
      if (a === null || b === null) continue;
      const [from, to] = [this.#targets(a), this.#targets(b)];
      for (const [name, targets] of from)
        for (const target of targets) for (const other of to.get(name) ?? []) waiting.push([target, other]);
    }
  }

  /** Decides which shapes are listed. Call it when all states and pairs are known. */
  choose(): void {
    for (const id of this.#pasts.keys())
      for (const targets of this.#targets(id).values()) {
        const [first, ...others] = [...targets];
        // If there are others, there is a first.
        for (const other of others) this.pair(first as ShapeId, other);
        for (const [at, one] of others.entries()) for (const other of others.slice(at + 1)) this.pair(one, other);
      }
    const users = new Map<ShapeId, ShapeId[]>();
    const changing = new Set<ShapeId>();
    for (const [id, past] of this.#pasts) {
      // Every state is asked whether an operation sends a stream of events.
      if (past.forms.size > 1 || past.form?.shape.kind === 'eventstream') changing.add(id);
      for (const targets of this.#targets(id).values())
        for (const target of targets) {
          const known = users.get(target);
          if (known === undefined) users.set(target, [id]);
          else known.push(id);
        }
    }
    // The set grows while this loop reads it.
    for (const id of changing) for (const user of users.get(id) ?? []) changing.add(user);
    this.#kept = changing;
    const told = [...new Set([...changing, ...this.#whole])].filter((id) => this.#pasts.has(id)).sort();
    this.#numbers = new Map(told.map((id, at) => [id, at]));
  }

  /** Whether a comparison can find anything in a shape, or below it. */
  isChanging(id: ShapeId | null): boolean {
    return id !== null && this.#kept.has(id);
  }

  /** The number of a listed shape; -1 for others. */
  numberOf(id: ShapeId): number {
    return this.#numbers.get(id) ?? -1;
  }

  told(lives: Lives, service: Runs): readonly PastShape[] {
    return [...this.#numbers.keys()].map((id) => {
      const past = this.#pasts.get(id) as Past;
      const forms = [...past.forms.values()];
      const of = forms.flatMap(({ shape }) => (shape.kind === 'recursive' ? (shape.of ?? []) : []))[0];
      const members = this.#members(id, past, lives);
      const values = this.#values(id, past, lives);
      const [life] = lives.within(past.runs, service);
      return {
        name: id,
        ...(life === undefined ? {} : { life }),
        kind: timedOf(forms, past.runs, lives, ({ shape }) => [shape.kind]),
        ...(of === undefined ? {} : { of }),
        ...(members.length === 0 ? {} : { members }),
        ...(values.length === 0 ? {} : { values }),
      };
    });
  }

  #members(id: ShapeId, past: Past, lives: Lives): readonly TimedMember[] {
    const all = new Map<string, { readonly way: Way; readonly runs: Runs[] }>();
    // Readers know the newest order.
    for (const form of [...past.forms.values()].reverse())
      for (const way of form.ways) {
        const key = JSON.stringify(factsOf(way));
        const known = all.get(key);
        if (known === undefined) all.set(key, { way, runs: [form.runs] });
        else known.runs.push(form.runs);
      }
    const isWhole = this.#whole.has(id);
    return [...all.values()].flatMap(({ way: { name, member }, runs }): TimedMember[] => {
      const own = joined(runs);
      const isAlways = areEqual(own, past.runs);
      if (isAlways && !isWhole && !this.#kept.has(member.target)) return [];
      const signs = signsOf(member);
      const end = isAlways ? null : lives.at(own);
      const tuple: (string | number | null | object)[] = [name, this.numberOf(member.target), signs, end];
      if (member.deprecated !== undefined) tuple.push({ ...member.deprecated });
      else if (isAlways) tuple.length = signs === '' ? 2 : 3;
      // The tuple was built up to this length.
      return [tuple as unknown as TimedMember];
    });
  }

  #values(id: ShapeId, past: Past, lives: Lives): readonly Timed<string>[] {
    const all = timedOf([...past.forms.values()].reverse(), past.runs, lives, ({ shape }) =>
      shape.kind === 'string' ? (shape.enum ?? []) : [],
    );
    // A list of values that lost or gained one is listed whole: a string without any is a different type.
    return this.#whole.has(id) || all.some((value) => value.length > 1) ? all : [];
  }

  #targets(id: ShapeId): ReadonlyMap<string, ReadonlySet<ShapeId>> {
    const targets = new Map<string, Set<ShapeId>>();
    for (const { ways } of this.#pasts.get(id)?.forms.values() ?? [])
      for (const { name, member } of ways) {
        const known = targets.get(name);
        if (known === undefined) targets.set(name, new Set([member.target]));
        else known.add(member.target);
      }
    return targets;
  }
}

function timedOf<T extends string>(
  forms: readonly Form[],
  whole: Runs,
  lives: Lives,
  of: (form: Form) => readonly T[],
): readonly Timed<T>[] {
  const all = new Map<T, Runs[]>();
  for (const form of forms) for (const what of new Set(of(form))) all.set(what, [...(all.get(what) ?? []), form.runs]);
  return [...all].map(([what, runs]) => [what, ...lives.within(joined(runs), whole)]);
}

function formOf(past: Past, shape: Shape): Form {
  const ways = waysOf(shape);
  const values = 'enum' in shape && shape.kind === 'string' ? shape.enum : undefined;
  const of = shape.kind === 'recursive' ? shape.of : undefined;
  const key = JSON.stringify([shape.kind, of, ways.map(factsOf).sort(byName), values && [...values].sort()]);
  let form = past.forms.get(key);
  if (form === undefined) {
    // Descriptions and limits would be most of what is kept.
    const own = compared(shape);
    form = { shape: own, ways: waysOf(own), runs: [] };
    past.forms.set(key, form);
  }
  return form;
}

/** As much of a shape as a history tells. */
function compared(shape: Shape): Shape {
  if (hasMembers(shape)) return { kind: shape.kind, members: shape.members.map(linkOf) };
  if (shape.kind === 'list') return { kind: shape.kind, member: linkOf(shape.member) };
  if (shape.kind === 'map') return { kind: shape.kind, key: linkOf(shape.key), value: linkOf(shape.value) };
  if (shape.kind === 'recursive') return { kind: shape.kind, ...(shape.of === undefined ? {} : { of: shape.of }) };
  if (shape.kind === 'string') return { kind: shape.kind, ...(shape.enum === undefined ? {} : { enum: shape.enum }) };
  return { kind: shape.kind };
}

function linkOf({ name, target, required, idempotencyToken, deprecated }: Member): Member {
  return {
    ...{ name, target },
    ...(required === undefined ? {} : { required }),
    ...(idempotencyToken === undefined ? {} : { idempotencyToken }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

function waysOf(shape: Shape): readonly Way[] {
  if (hasMembers(shape)) return shape.members.map((member) => ({ name: member.name, member }));
  if (shape.kind === 'list') return [{ name: itemStep, member: shape.member }];
  if (shape.kind !== 'map') return [];
  return [
    { name: keyStep, member: shape.key },
    { name: valueStep, member: shape.value },
  ];
}

function factsOf({ name, member }: Way): readonly [string, ...unknown[]] {
  return [name, member.target, signsOf(member), member.deprecated ?? null];
}

function byName(a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number {
  return a[0] < b[0] ? -1 : 1;
}

function signsOf({ required, idempotencyToken }: Member): string {
  return `${required === undefined ? '' : required ? 'r' : 'o'}${idempotencyToken === true ? 't' : ''}`;
}
