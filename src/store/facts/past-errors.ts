/**
 * The forms that errors had, and how each two forms differ. They are few, so all differences are computed in advance.
 */
import { compareServices, sentenceOf } from '../../diff/index.ts';
import {
  type ErrorChange,
  type ErrorReference,
  type FactHistory,
  partsOf,
  type Service,
  type Shape,
  type ShapeId,
} from '../../model/index.ts';

/** An error as it was from one state on. It is plain data. */
interface Form {
  readonly name: string;
  /** Equal keys mean equal forms. */
  readonly key: string;
  readonly first: number;
  last: number;
  /** The service with the shapes of the error only. */
  readonly service: Pick<Service, 'id' | 'facts' | 'shapes'>;
  readonly target: ShapeId | undefined;
  /** The first operation that can fail with it: some sentences name an operation. */
  readonly operation: string;
}

/** All forms, in order. */
export type PastErrorsData = readonly Form[];

export class PastErrors {
  readonly #forms: Form[];
  readonly #numbers: Map<string, number>;
  /** The forms of the current state. */
  readonly #known = new Map<string, number>();
  /** Every shape that an error ever consisted of, or named. */
  readonly #used = new Set<ShapeId>();
  /** The text of a shape, while it is the same object. */
  readonly #texts = new WeakMap<Shape, string>();

  /** Goes on from what `data` gave. */
  constructor(data: PastErrorsData = []) {
    this.#forms = [...data];
    this.#numbers = new Map(data.map(({ key }, number) => [key, number]));
  }

  get data(): PastErrorsData {
    return this.#forms;
  }

  /** The number of an error's form in a state. */
  numberOf(error: ErrorReference, operation: string, service: Service, state: number): number {
    const asked = `${state}\n${error.name}\n${error.target}`;
    const known = this.#known.get(asked);
    if (known !== undefined) return known;
    if (this.#known.size > 0 && !this.#known.keys().next().value?.startsWith(`${state}\n`)) this.#known.clear();
    // If a source could not yet state all facts of its errors, this is another form: fewer facts are compared.
    const key = `${error.name}\n${service.facts}\n${this.#text(service, error.target)}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      const { id, facts, shapes } = service;
      const own = { id, facts, shapes: Object.fromEntries(shapesOf(shapes, error.target)) };
      const { name, target } = error;
      number = this.#forms.push({ name, key, first: state, last: state, service: own, target, operation }) - 1;
      this.#numbers.set(key, number);
    }
    (this.#forms[number] as Form).last = state;
    this.#known.set(asked, number);
    return number;
  }

  /** Whether a shape can be part of an error. */
  uses(id: ShapeId): boolean {
    return this.#used.has(id);
  }

  /** Records that the forms with these numbers were there until this state. */
  holdUntil(numbers: readonly number[], state: number): void {
    for (const number of numbers) {
      const form = this.#forms[number] as Form;
      form.last = Math.max(form.last, state - 1);
    }
  }

  get names(): readonly string[] {
    return this.#forms.map(({ name }) => name);
  }

  /** How any two forms of one name differ, the older form first. */
  changes(): FactHistory['errorChanges'] {
    const byName = Map.groupBy([...this.#forms.keys()], (at) => (this.#forms[at] as Form).name);
    return [...byName.values()].flatMap((numbers) =>
      numbers.flatMap((from) =>
        numbers.flatMap((to) => {
          if (from === to || (this.#forms[from] as Form).first > (this.#forms[to] as Form).last) return [];
          const found = changesBetween(this.#forms[from] as Form, this.#forms[to] as Form);
          return found.length === 0 ? [] : [[from, to, found] as const];
        }),
      ),
    );
  }

  #text({ shapes }: Service, target: ShapeId | undefined): string {
    let text = '';
    // A shape that is not there yet may come.
    if (target !== undefined) this.#used.add(target);
    for (const [id, shape] of shapesOf(shapes, target)) {
      for (const part of partsOf(shape)) this.#used.add(part.target);
      let own = this.#texts.get(shape);
      if (own === undefined) {
        own = JSON.stringify(shape, (key, value: unknown) => (key === 'documentation' ? undefined : value));
        this.#texts.set(shape, own);
      }
      text += `${id}:${own}\n`;
    }
    return text;
  }
}

function changesBetween(from: Form, to: Form): readonly ErrorChange[] {
  const [before, after] = [alone({ ...from, operation: to.operation }), alone(to)];
  return (compareServices(before, after)?.changes ?? [])
    .filter(({ kind }) => kind.startsWith('error-'))
    .flatMap((change) =>
      change.places.map(({ path }) => ({
        kind: change.kind,
        value: change.value,
        path,
        severity: change.severity,
        audience: change.audience,
        sentence: sentenceOf(change),
        ...(change.before === undefined ? {} : { before: change.before }),
        ...(change.after === undefined ? {} : { after: change.after }),
        ...(change.details === undefined ? {} : { details: change.details }),
      })),
    );
}

/** A service with one operation that can fail with the error: so a large service costs no more than a small one. */
function alone({ name, service, target, operation }: Form): Service {
  const error = target === undefined ? { name } : { name, target };
  return {
    kind: 'service',
    ...service,
    title: '',
    operations: [{ name: operation, nameOrigin: 'stated', sdkName: '', errors: [error] }],
  };
}

/** The shapes that an error consists of, itself first. */
function* shapesOf(shapes: Service['shapes'], target: ShapeId | undefined): Generator<readonly [ShapeId, Shape]> {
  const seen = new Set(target === undefined ? [] : [target]);
  // The set grows while this loop reads it.
  for (const id of seen) {
    const shape = shapes[id];
    if (shape === undefined) continue;
    yield [id, shape];
    for (const part of partsOf(shape)) seen.add(part.target);
  }
}
