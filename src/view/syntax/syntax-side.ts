/** A request or response in one state of a service: its structures, and the remarks on their members. */
import type { Change, Direction, Fact, Member, Service, ShapeId } from '../../model/index.ts';
import { memberPath, nameStep, pathOf } from '../../model/index.ts';
import { type Route, routeOf, shapeAt, structureAt } from './syntax-route.ts';
import type { SyntaxSource } from './syntax-whole.ts';

/** The parts of a service's state that syntax needs. */
export type SyntaxSide = Pick<Service, 'operations' | 'shapes' | 'facts'>;

/** The request or response of an operation. The state may not have it. */
export class SyntaxRoot {
  readonly id: ShapeId | null;
  readonly facts: ReadonlySet<Fact>;
  readonly #side: SyntaxSide;
  readonly #operation: string;
  readonly #direction: Direction;
  readonly #hidden: ReadonlySet<string>;

  constructor(side: SyntaxSide, operation: string, direction: Direction, hidden: ReadonlySet<string> = new Set()) {
    this.id = side.operations.find(({ name }) => name === operation)?.[direction] ?? null;
    this.facts = new Set(side.facts);
    this.#side = side;
    this.#operation = operation;
    this.#direction = direction;
    this.#hidden = hidden;
  }

  /** The same root before some changes: without the parts that they added. */
  without(changes: readonly Change[]): SyntaxRoot {
    const added = changes
      .filter(({ kind }) => additions.has(kind))
      .flatMap(({ value, places }) =>
        places
          .filter(({ operation, direction }) => operation === this.#operation && direction === this.#direction)
          .map(({ path }) => hiddenKey(path, value)),
      );
    return new SyntaxRoot(this.#side, this.#operation, this.#direction, new Set(added));
  }

  /** The route of a path; null where this state does not have it. */
  route(path: string): Route | null {
    return this.id === null ? null : routeOf(this.#side.shapes, this.id, path);
  }

  /** The members of the structure around a field. */
  members({ around }: Route): readonly Member[] {
    if (this.id === null) return [];
    const members = structureAt(this.#side.shapes, this.id, around)?.members ?? [];
    if (this.#hidden.size === 0) return members;
    const path = pathOf(around);
    return members.filter(({ name }) => !this.#hidden.has(hiddenKey(memberPath(path, name), '')));
  }

  /** The values of the enum at a path; undefined where it is no enum, or the source has no enums. */
  values({ around, name, rest }: Route): readonly string[] | undefined {
    if (this.id === null || !this.facts.has('enums')) return undefined;
    const steps = [...around, nameStep(name), ...rest];
    const shape = shapeAt(this.#side.shapes, this.id, steps);
    const values = shape !== undefined && 'enum' in shape ? shape.enum : undefined;
    return this.#hidden.size === 0
      ? values
      : values?.filter((value) => !this.#hidden.has(hiddenKey(pathOf(steps), value)));
  }

  /** The data to print, limited to the facts that both sides know: an unknown fact is not a difference. */
  source(facts: ReadonlySet<Fact>): SyntaxSource {
    const tellsRequired = facts.has(this.#direction === 'request' ? 'required' : 'response-required');
    const tellsDeprecated = facts.has('member-deprecation');
    return {
      shapes: this.#side.shapes,
      enums: facts.has('enums'),
      remark: ({ required, deprecated }) => {
        const words = [
          ...(tellsRequired && required === true ? ['required'] : []),
          ...(tellsDeprecated && deprecated !== undefined ? ['deprecated'] : []),
        ];
        return words.length === 0 ? '' : `  // ${words.join(', ')}`;
      },
    };
  }
}

/** A path never has a line break, so a line break can separate the two. */
function hiddenKey(path: string, value: string): string {
  return `${path}\n${value}`;
}

const additions: ReadonlySet<string> = new Set(['field-added', 'required-field-added', 'enum-value-added']);
