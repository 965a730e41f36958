/** Decides which fields of a shape one page shows, and which large parts get a page of their own. */
import { append, hasMembers, type Member, type Shape, type ShapeId, stepInto, stepsOf } from '../../model/index.ts';
import { fieldAnchor } from '../site/urls.ts';
import { fieldWeight } from './field-weight.ts';

/** The number of fields a page had room for before pages were planned by bytes. Parts that had a page then keep it. */
export const fieldBudget = 300;

/** A part with only a few fields is not worth its own page, so it may go a little over the room. */
const smallPart = 6;
const smallRoom = { fields: 100, bytes: 6 * 1024 } as const;
/** Longer enums are printed once on a page: EC2 has enums with a thousand values. */
const longEnum = 50;
const longEnumOfTerse = 12;

/** One field of a page. */
export interface PlannedField {
  readonly root: string;
  readonly path: string;
  readonly step: string;
  readonly member: Member;
  readonly target: ShapeId;
  readonly shape: Shape;
  readonly parent: PlannedField | null;
  readonly depth: number;
  /** Empty for scalars, and for a field whose members are not on this page. */
  readonly children: readonly PlannedField[];
  /** `repeats`: the shape contains itself, and stands above already. `elsewhere`: its fields are on another page. */
  readonly state: 'here' | 'repeats' | 'elsewhere';
  /** The same member of the same shape, if it stands earlier on the page. */
  readonly twin: PlannedField | null;
}

/** The fields of one page, by root (`request`, `response`). */
export interface FieldPlan {
  readonly roots: Readonly<Record<string, readonly PlannedField[]>>;
  /** By root and path; the keys are those of `pathKey`. */
  readonly byPath: ReadonlyMap<string, PlannedField>;
  /** The large parts that have their own page, in the order of this page. */
  readonly moved: readonly { readonly root: string; readonly field: PlannedField }[];
  readonly saving: Saving;
}

/**
 * What a heavy page leaves out: first the anchors of long lists of values, then also everything that it has said
 * before.
 */
export type Saving = 'nothing' | 'anchors' | 'repeats';

/** Limits for planning one page. */
export interface PlanOptions {
  /** Whether a part may have its own page. */
  readonly mayMove?: (target: ShapeId) => boolean;
  /** The room on the page, in fields or in bytes. */
  readonly room?: number;
  readonly by?: 'fields' | 'bytes';
}

interface GrowingField extends PlannedField {
  children: PlannedField[];
  state: PlannedField['state'];
}

/**
 * Plans a page: shallow fields first, as deep as there is room. A structure whose members do not fit moves to its own
 * page; smaller structures after it may still fit. A page planned in bytes first prints repeated parts only once.
 */
export function planFields(shapes: Shapes, roots: Roots, options: PlanOptions = {}): FieldPlan {
  const { room = fieldBudget, by = 'fields', mayMove = () => true } = options;
  const extra = smallRoom[by];
  if (by === 'fields')
    return new Planner(shapes, roots, { room, extra, mayMove, bytes: false, saving: 'nothing' }).plan();
  for (const saving of ['nothing', 'anchors'] as const) {
    const whole = new Planner(shapes, roots, { room, extra, mayMove: () => false, bytes: true, saving });
    const plan = whole.plan(room);
    if (whole.weight <= room) return plan;
  }
  return new Planner(shapes, roots, { room, extra, mayMove, bytes: true, saving: 'repeats' }).plan();
}

/** Whether an enum is printed once on a page, and referred to afterwards. */
export function isLongEnum(values: readonly string[], saving: Saving): boolean {
  return values.length > (saving === 'repeats' ? longEnumOfTerse : longEnum);
}

type Shapes = Readonly<Record<ShapeId, Shape>>;
type Roots = Readonly<Record<string, ShapeId | null | undefined>>;

interface Limits {
  readonly room: number;
  /** How far a small part may go over the room. */
  readonly extra: number;
  readonly mayMove: (target: ShapeId) => boolean;
  readonly bytes: boolean;
  readonly saving: Saving;
}

/** One walk over the fields of a page. */
class Planner {
  weight = 0;
  readonly #shapes: Shapes;
  readonly #roots: Roots;
  readonly #limits: Limits;
  readonly #byPath = new Map<string, PlannedField>();
  readonly #queue: GrowingField[] = [];
  /** The members of each structure, from the place where the page shows it first. */
  readonly #first = new Map<ShapeId, readonly GrowingField[]>();
  /** The long enums that the page has printed. */
  readonly #enums = new Set<Shape>();

  constructor(shapes: Shapes, roots: Roots, limits: Limits) {
    this.#shapes = shapes;
    this.#roots = roots;
    this.#limits = limits;
  }

  /** Plans until every field has its place, or until the page weighs more than `until`. */
  plan(until = Number.POSITIVE_INFINITY): FieldPlan {
    const { mayMove, room, extra, saving } = this.#limits;
    const roots: Record<string, readonly PlannedField[]> = {};
    for (const [root, id] of Object.entries(this.#roots)) {
      const shape = id === null || id === undefined ? undefined : this.#shapes[id];
      if (shape !== undefined && typeof id === 'string') roots[root] = this.#enter(this.#below(root, id, null, shape));
    }
    // The loop adds to the queue: this walks breadth first.
    for (const field of this.#queue) {
      if (this.weight > until) break;
      if (field.state !== 'here') continue;
      const inside = this.#below(field.root, field.target, field, field.shape);
      if (inside.length === 0) continue;
      const limit = inside.length <= smallPart ? room + extra : room;
      const isTooMuch = () => this.weight + this.#weightOf(inside) > limit;
      if (hasMembers(field.shape) && mayMove(field.target) && isTooMuch()) field.state = 'elsewhere';
      else field.children = this.#enter(inside);
    }
    const away = this.#queue.filter((field) => field.state === 'elsewhere');
    return { roots, byPath: this.#byPath, moved: away.map((field) => ({ root: field.root, field })), saving };
  }

  #below(root: string, id: ShapeId, parent: GrowingField | null, shape: Shape): GrowingField[] {
    const first = hasMembers(shape) ? this.#first.get(id) : undefined;
    const rootTarget = this.#roots[root] ?? '';
    return stepsOf(shape).flatMap(({ step, member }, index) => {
      const target = this.#shapes[member.target];
      if (target === undefined) return [];
      const repeats = target.kind === 'recursive' || member.target === rootTarget || isAbove(parent, member.target);
      const path = stepInto(parent?.path ?? '', step);
      const twin = first?.[index]?.step === step ? (first[index] ?? null) : null;
      return [
        {
          ...{ root, path, step, member, target: member.target, shape: target, parent, twin },
          ...{ depth: (parent?.depth ?? 0) + 1, children: [], state: repeats ? 'repeats' : 'here' },
        } satisfies GrowingField,
      ];
    });
  }

  #enter(fields: GrowingField[]): GrowingField[] {
    const [one] = fields;
    const owner = one === undefined ? undefined : (one.parent?.target ?? this.#roots[one.root] ?? undefined);
    if (owner !== undefined && hasMembers(this.#shapes[owner]) && !this.#first.has(owner))
      this.#first.set(owner, fields);
    for (const field of fields) this.#byPath.set(pathKey(field.root, field.path), field);
    this.weight += this.#weightOf(fields);
    for (const { shape } of fields)
      if ('enum' in shape && isLongEnum(shape.enum ?? [], this.#limits.saving)) this.#enums.add(shape);
    append(this.#queue, fields);
    return fields;
  }

  #weightOf(fields: readonly GrowingField[]): number {
    const { bytes, saving } = this.#limits;
    if (!bytes) return fields.length;
    return fields.reduce((sum, { root, path, member, shape, twin }) => {
      const said = {
        docs: saving === 'repeats' && twin !== null,
        values: this.#enums.has(shape),
        anchors: saving === 'nothing',
      };
      return sum + fieldWeight(fieldAnchor(root, path).length, member, shape, said);
    }, 0);
  }
}

/** The key of a field in `FieldPlan.byPath`. */
export function pathKey(root: string, path: string): string {
  return `${root}.${path}`;
}

function isAbove(field: PlannedField | null, target: ShapeId): boolean {
  for (let above = field; above !== null; above = above.parent) if (above.target === target) return true;
  return false;
}
