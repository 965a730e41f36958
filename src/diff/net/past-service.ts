/** An earlier state of a service, made from the facts of its history: only the parts that a comparison needs. */
import {
  type Direction,
  type FactHistory,
  itemStep,
  keyStep,
  type Member,
  type Operation,
  type PastOperation,
  type PastShape,
  type Service,
  type Shape,
  sdkNameOf,
  type Timed,
  type TimedMember,
  valueStep,
} from '../../model/index.ts';

const directions = ['request', 'response'] as const satisfies readonly Direction[];
const nobody: Member = { name: '', target: '' };

/** Whether a fact with this life held in a state. */
export function heldIn(history: Pick<FactHistory, 'lives'>, life: number, state: number): boolean {
  const runs = history.lives[life] ?? [];
  // An odd number of ends before the state means that it is inside.
  return runs.filter((end) => end <= state).length % 2 === 1;
}

/** The state of a number; undefined if the service did not exist. An error's target is the number of its form. */
export function pastService(history: FactHistory, id: string, state: number): Service | undefined {
  if (!heldIn(history, history.life, state)) return undefined;
  return new Reader(history, state).service(id);
}

class Reader {
  readonly #history: FactHistory;
  readonly #state: number;

  constructor(history: FactHistory, state: number) {
    this.#history = history;
    this.#state = state;
  }

  service(id: string): Service {
    const { facts, operations, shapes, waiters, paginators } = this.#history;
    return {
      kind: 'service',
      id,
      title: '',
      facts: this.#now(facts)[0] ?? [],
      operations: operations.filter((one) => this.#holds(one.life)).map((one) => this.#operation(one)),
      shapes: Object.fromEntries(
        shapes.filter((one) => this.#holds(one.life)).map((one) => [one.name, this.#shape(one)]),
      ),
      waiters: this.#now(waiters),
      paginators: this.#now(paginators),
    };
  }

  #operation(past: PastOperation): Operation {
    const { name, summary, sdkName, origin, errors = [], unknownErrors } = past;
    const [deprecated] = this.#now(past.deprecated ?? []);
    const [partial] = this.#now(past.partial ?? []);
    const roots = directions.flatMap((direction) => {
      const [root] = this.#now(past[direction] ?? []);
      return root === undefined ? [] : [[direction, root === null ? null : this.#nameOf(root)] as const];
    });
    const hasErrors = unknownErrors === undefined || !this.#holds(unknownErrors);
    return {
      name,
      nameOrigin: origin ?? 'stated',
      sdkName: sdkName ?? sdkNameOf(name),
      ...(summary === undefined
        ? {}
        : { documentation: [{ type: 'paragraph', children: [{ type: 'text', value: summary }] }] }),
      ...Object.fromEntries(roots),
      ...(hasErrors
        ? { errors: this.#now(errors).map((at) => ({ name: this.#history.errors[at] ?? '', target: `${at}` })) }
        : {}),
      ...(partial === undefined ? {} : { partial }),
      ...(deprecated === undefined ? {} : { deprecated }),
    };
  }

  #shape({ kind: kinds, of, members = [], values = [] }: PastShape): Shape {
    const [kind = 'structure'] = this.#now(kinds);
    const all = members.filter(([, , , life]) => this.#holds(life ?? undefined)).map((one) => this.#member(one));
    const named = (name: string) => ({ ...nobody, ...all.find((member) => member.name === name), name: '' });
    if (kind === 'structure' || kind === 'union' || kind === 'eventstream') return { kind, members: all };
    if (kind === 'list') return { kind, member: named(itemStep) };
    if (kind === 'map') return { kind, key: named(keyStep), value: named(valueStep) };
    if (kind === 'recursive') return { kind, ...(of === undefined ? {} : { of }) };
    const now = this.#now(values);
    return { kind, ...(now.length === 0 ? {} : { enum: now }) };
  }

  #member([name, to, signs = '', , deprecated]: TimedMember): Member {
    return {
      name,
      target: this.#nameOf(to),
      ...(/[ro]/.test(signs) ? { required: signs.startsWith('r') } : {}),
      ...(signs.endsWith('t') ? { idempotencyToken: true } : {}),
      ...(deprecated === undefined ? {} : { deprecated }),
    };
  }

  #nameOf(shape: number): string {
    return this.#history.shapes[shape]?.name ?? '';
  }

  #now<T>(all: readonly Timed<T>[]): readonly T[] {
    return all.filter(([, life]) => this.#holds(life)).map(([what]) => what);
  }

  #holds(life: number | undefined): boolean {
    return life === undefined || heldIn(this.#history, life, this.#state);
  }
}
