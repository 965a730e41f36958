/**
 * An operation or shape as it was in a version, from the history of its service: which of today's parts it had, and
 * which other parts.
 */
import { heldIn } from '../../diff/net.ts';
import {
  type Direction,
  itemStep,
  keyStep,
  lastStep,
  nameStep,
  parentPath,
  splitPath,
  stepInto,
  valueStep,
} from '../../model/index.ts';
import type { HistoryJson } from '../api/history-json.ts';
import { stateAtVersion } from './at-version.ts';

type PastShape = HistoryJson['shapes'][number];
type Way = NonNullable<PastShape['members']>[number];

/** A part that it had then, and that was removed later. */
export interface StillThere {
  readonly direction: Direction | null;
  readonly path: string;
  /** A value of the enum at the path, or an error; null for a field. */
  readonly value: string | null;
}

/** The reason why there is nothing to show. */
export type Absent = 'service-unknown' | 'service-absent' | 'operation-absent' | 'shape-absent';

/** What to look at: an operation or a shape. */
export type AsOfThing =
  | { readonly operation: string; readonly shape?: undefined }
  | { readonly operation?: undefined; readonly shape: string };

/** The operations that a version had and that were removed later. */
export function operationsStillThere(history: HistoryJson, version: string): readonly string[] {
  const { state } = stateAtVersion(history, version);
  const newest = history.releases.findLastIndex(({ beside }) => beside === undefined);
  if (state === null) return [];
  const isGone = ({ life }: HistoryJson['operations'][number]): boolean =>
    life !== undefined && heldIn(history, life, state) && !heldIn(history, life, newest);
  return history.operations.filter(isGone).map(({ name }) => name);
}

/** The most parts listed for one operation. */
const maxParts = 300;

export class AsOfView {
  readonly #history: HistoryJson;
  readonly #operation: HistoryJson['operations'][number] | undefined;
  /** The shape, if the view is about a shape; undefined for one that never changed. */
  readonly #shape: PastShape | undefined;
  readonly #isShape: boolean;
  readonly #state: number;
  readonly #newest: number;
  /** Null where the version has it. */
  readonly absent: Absent | null;

  /** A shape has no request and response: its members are at the paths of the request. */
  constructor(history: HistoryJson, { operation, shape }: AsOfThing, version: string) {
    const at = stateAtVersion(history, version);
    this.#history = history;
    this.#operation =
      operation === undefined
        ? undefined
        : history.operations.find(({ name }) => name.toWellFormed() === operation.toWellFormed());
    this.#isShape = shape !== undefined;
    this.#shape =
      shape === undefined ? undefined : history.shapes.find(({ name }) => name.toWellFormed() === shape.toWellFormed());
    this.#state = at.state ?? -1;
    this.#newest = history.releases.findLastIndex(({ beside }) => beside === undefined);
    this.absent = this.#whyAbsent(at.state === null && at.why === 'unknown');
  }

  /** Whether the version already had a field of today. */
  hasField(direction: Direction, path: string): boolean {
    return this.#follow(direction, path) !== null;
  }

  /** Whether the version already had a member of today's shape. */
  hasMember(name: string): boolean {
    return this.hasField('request', nameStep(name));
  }

  /**
   * Whether the version already accepted a value of today. It did, too, if it accepted any text. The value comes from a
   * page, which has no half characters.
   */
  hasValue(direction: Direction, path: string, value: string): boolean {
    const found = this.#follow(direction, path);
    if (found === null) return false;
    // Values are listed all, or none of them.
    const then = (found.old?.values ?? []).filter(([, life]) => this.#holds(life, this.#state));
    return then.length === 0 || then.some(([one]) => one.toWellFormed() === value);
  }

  /** The shapes at a path then and now; undefined for one that never changed. Null if the path did not exist then. */
  #follow(
    direction: Direction,
    path: string,
  ): { readonly old: PastShape | undefined; readonly now: PastShape | undefined } | null {
    let old = this.#root(direction, this.#state);
    let now = this.#root(direction, this.#newest) ?? undefined;
    if (old === null) return path === '' ? { old: undefined, now } : null;
    for (const step of splitPath(path)) {
      if (old === undefined) return { old, now };
      const way = this.#way(old, step, this.#state);
      // If another shape is here today, the history lists all members of the old shape, so a missing member did not
      // exist.
      if (way === undefined && (old !== now || this.#knows(old, step))) return null;
      const today = now === undefined ? undefined : this.#way(now, step, this.#newest);
      old = way === undefined ? undefined : this.#history.shapes[way[1]];
      now = today === undefined ? undefined : this.#history.shapes[today[1]];
    }
    return { old, now };
  }

  #way(shape: PastShape, step: string, state: number): Way | undefined {
    return (shape.members ?? []).find(
      ([name, , , life]) => stepOf(shape, name) === step && this.#holds(life ?? undefined, state),
    );
  }

  #knows(shape: PastShape, step: string): boolean {
    return (shape.members ?? []).some(([name]) => stepOf(shape, name) === step);
  }

  /** Whether the version already had an error of today. */
  hasError(name: string): boolean {
    const { errors } = this.#history;
    const own = (this.#operation?.errors ?? []).filter(([at]) => errors[at]?.toWellFormed() === name);
    return own.length === 0 || own.some(([, life]) => this.#holds(life, this.#state));
  }

  /** Whether a field was required then; undefined if that is unknown or never changed. */
  wasRequired(direction: Direction, path: string): boolean | undefined {
    const last = lastStep(path);
    const owner = this.#follow(direction, parentPath(path))?.old;
    const way = owner === undefined ? undefined : this.#way(owner, last, this.#state);
    const signs = way?.[2] ?? '';
    return signs.startsWith('r') ? true : signs.startsWith('o') ? false : undefined;
  }

  /** The parts that it had then and that were removed later, each at its shortest path. */
  stillThere(): readonly StillThere[] {
    const found: StillThere[] = [];
    const { errors } = this.#history;
    const names = (state: number) =>
      new Set(
        (this.#operation?.errors ?? []).flatMap(([at, life]) => (this.#holds(life, state) ? (errors[at] ?? []) : [])),
      );
    const now = names(this.#newest);
    for (const name of names(this.#state)) if (!now.has(name)) found.push({ direction: null, path: '', value: name });
    for (const direction of ['request', 'response'] as const) this.#below(direction, found);
    return found.slice(0, maxParts);
  }

  #below(direction: Direction, found: StillThere[]): void {
    const root = this.#root(direction, this.#state);
    if (root === null || root === undefined) return;
    const seen = new Set<PastShape>([root]);
    const waiting: { readonly old: PastShape; readonly now: PastShape | null | undefined; readonly path: string }[] = [
      { old: root, now: this.#root(direction, this.#newest), path: '' },
    ];
    // The loop adds to this list.
    for (const { old, now, path } of waiting) {
      for (const [value, life] of old.values ?? [])
        if (
          this.#holds(life, this.#state) &&
          !(now?.values ?? []).some(([one, own]) => one === value && this.#holds(own, this.#newest))
        )
          found.push({ direction, path, value });
      for (const [name, to, , life] of old.members ?? []) {
        if (!this.#holds(life ?? undefined, this.#state)) continue;
        const here = stepInto(path, stepOf(old, name));
        const today = (now?.members ?? []).find(
          ([other, , , own]) => other === name && this.#holds(own ?? undefined, this.#newest),
        );
        if (today === undefined) found.push({ direction, path: here, value: null });
        const [inside, other] = [this.#history.shapes[to], this.#history.shapes[today?.[1] ?? -1]];
        if (today === undefined || inside === undefined || other === undefined || seen.has(inside)) continue;
        seen.add(inside);
        waiting.push({ old: inside, now: other, path: here });
      }
    }
  }

  /** Null if it has none; undefined if it never changed. */
  #root(direction: Direction, state: number): PastShape | null | undefined {
    if (this.#isShape) return direction === 'request' ? this.#shape : undefined;
    const own = (this.#operation?.[direction] ?? []).find(([, life]) => this.#holds(life, state));
    if (own === undefined) return undefined;
    return own[0] === null ? null : this.#history.shapes[own[0]];
  }

  #holds(life: number | undefined, state: number): boolean {
    return life === undefined || heldIn(this.#history, life, state);
  }

  #whyAbsent(isUnknown: boolean): Absent | null {
    if (isUnknown || this.#history.facts.length === 0) return 'service-unknown';
    if (this.#state < 0 || !heldIn(this.#history, this.#history.life, this.#state)) return 'service-absent';
    if (this.#isShape) return this.#holds(this.#shape?.life, this.#state) ? null : 'shape-absent';
    return this.#holds(this.#operation?.life, this.#state) ? null : 'operation-absent';
  }
}

/** The name of a member as a step of a path. */
function stepOf(shape: PastShape, name: string): string {
  const isNameless = shape.kind.some(([kind]) => kind === 'list' || kind === 'map');
  return isNameless && [itemStep, keyStep, valueStep].includes(name) ? name : nameStep(name);
}
