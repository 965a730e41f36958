/** Compares two graphs of shapes: each pair of shapes once, whatever the number of paths that lead to it. */
import {
  type Direction,
  hasMembers,
  itemStep,
  keyStep,
  type Member,
  nameStep,
  type Shape,
  type ShapeId,
  type StructureShape,
  valueStep,
  type Wire,
} from '../../model/index.ts';
import type { Finding, Reference } from '../findings/finding.ts';
import type { Facts, MemberRule, Rule, ShapeRule } from '../findings/pairs.ts';
import { differingTypes } from '../rules/shape/type-changed.ts';
import { type ComparisonContext, isApplicable } from './comparison-context.ts';
import { type ProseReader, surelySame } from './prose-reader.ts';
import { areOtherNames } from './renamed-types.ts';
import type { Unchanged } from './unchanged.ts';

type Shapes = Readonly<Record<ShapeId, Shape>>;

/** Two shapes at the same place, the findings there, and their edges. */
export interface PairNode {
  readonly oldId: ShapeId;
  readonly newId: ShapeId;
  readonly findings: Finding[];
  /** Only edges to shapes that may differ, with the members in between. */
  readonly edges: { readonly step: string; readonly node: PairNode; readonly reference: Reference }[];
  /** Whether the shapes have content, so that they can contain themselves. */
  inside: boolean;
  /** Whether there is a finding here or below. */
  dirty: boolean;
  /** Whether both sides are known, and their names differ. */
  isRenamed: boolean;
}

/** Compares the requests, or the responses, of one service. */
export class ShapeWalk {
  readonly #old: Shapes;
  readonly #new: Shapes;
  readonly #direction: Direction;
  readonly #facts: Facts;
  readonly #prose: ProseReader;
  readonly #unchanged: Unchanged;
  readonly #memberRules: readonly MemberRule[];
  readonly #shapeRules: readonly ShapeRule[];
  readonly #nodes = new Map<string, PairNode>();
  readonly #parents = new Map<PairNode, PairNode[]>();
  /** Whether any type was renamed. */
  hasRenamed = false;

  constructor(old: Shapes, now: Shapes, direction: Direction, context: ComparisonContext) {
    this.#old = old;
    this.#new = now;
    this.#direction = direction;
    this.#facts = context.facts;
    this.#prose = context.prose;
    this.#unchanged = context.unchanged;
    const asked = context.rules.filter(
      (rule) => isApplicable(context, rule) && (rule.direction === undefined || rule.direction === direction),
    );
    this.#memberRules = asked.filter((rule: Rule): rule is MemberRule => rule.subject === 'member');
    this.#shapeRules = asked.filter(
      (rule: Rule): rule is ShapeRule => rule.subject === 'shape' || rule.subject === 'enum',
    );
  }

  /**
   * The pair of two roots, with everything below. `partial`: one side breaks off somewhere below, so that missing parts
   * are unknown; such roots are compared separately.
   */
  compare(oldId: ShapeId, newId: ShapeId, partial: { readonly old: boolean; readonly new: boolean }): PairNode {
    const mark = `${partial.old ? 'o' : ''}${partial.new ? 'n' : ''}`;
    const waiting: PairNode[] = [];
    const root = this.#node(oldId, newId, mark, waiting);
    const visited: PairNode[] = [];
    while (waiting.length > 0) {
      const node = waiting.pop() as PairNode;
      this.#visit(node, mark, partial, waiting);
      visited.push(node);
    }
    this.#spread(visited);
    return root;
  }

  #node(oldId: ShapeId, newId: ShapeId, mark: string, waiting: PairNode[]): PairNode {
    const key = `${oldId}\n${newId}\n${mark}`;
    let node = this.#nodes.get(key);
    if (node === undefined) {
      node = { oldId, newId, findings: [], edges: [], inside: false, dirty: false, isRenamed: false };
      this.#nodes.set(key, node);
      if (!this.#isUnchanged(oldId, newId)) waiting.push(node);
    }
    return node;
  }

  #isUnchanged(oldId: ShapeId, newId: ShapeId): boolean {
    return this.#unchanged.has(oldId, newId, this.#facts.has('documentation'));
  }

  #visit(
    node: PairNode,
    mark: string,
    partial: { readonly old: boolean; readonly new: boolean },
    waiting: PairNode[],
  ): void {
    const before = this.#old[node.oldId];
    const after = this.#new[node.newId];
    if (before === undefined || after === undefined) return;
    if (areOtherNames(node.oldId, node.newId) && before.kind !== 'recursive' && after.kind !== 'recursive') {
      node.isRenamed = true;
      this.hasRenamed = true;
    }
    const pair = {
      before,
      after,
      direction: this.#direction,
      facts: this.#facts,
      prose: this.#prose,
      oldPartial: partial.old,
      newPartial: partial.new,
    };
    for (const rule of this.#shapeRules) {
      const matches = rule.find(pair);
      for (const match of matches) node.findings.push({ rule, match, step: null });
    }
    // Inside two different types nothing can be the same: one change, reported once.
    if (differingTypes(before, after, this.#facts) !== undefined) return;
    const enter = (step: string, old: Member, now: Member) => {
      node.inside = true;
      if (this.#isUnchanged(old.target, now.target)) return;
      const child = this.#node(old.target, now.target, mark, waiting);
      node.edges.push({ step, node: child, reference: { before: old, after: now } });
      const parents = this.#parents.get(child);
      if (parents === undefined) this.#parents.set(child, [node]);
      else parents.push(node);
    };
    // Items, keys and values have their own traits, as members have.
    const both = (step: string, old: Member, now: Member) => {
      this.#ask(node, step, old, now, partial);
      enter(step, old, now);
    };
    if (hasMembers(before) && hasMembers(after)) this.#members(node, before, after, partial, enter);
    else if (before.kind === 'list' && after.kind === 'list') both(itemStep, before.member, after.member);
    else if (before.kind === 'map' && after.kind === 'map') {
      if (this.#facts.has('key-types')) both(keyStep, before.key, after.key);
      both(valueStep, before.value, after.value);
    }
  }

  // `#members` and `#ask` keep five parameters, because the walk spends its time here. `#ask` runs for each member of
  // each pair of shapes, and most calls return at once. An object for the arguments would make each call allocate memory.
  #members(
    node: PairNode,
    oldOwner: StructureShape,
    newOwner: StructureShape,
    partial: { readonly old: boolean; readonly new: boolean },
    enter: (step: string, old: Member, now: Member) => void,
  ): void {
    const { members: before } = oldOwner;
    const { members: after } = newOwner;
    // The order is usually the same on both sides; otherwise names are looked up.
    let byName: Map<string, Member> | undefined;
    const find = (name: string, index: number) => {
      const guess = before[index];
      if (guess?.name === name) return guess;
      byName ??= new Map(before.map((member) => [member.name, member]));
      return byName.get(name);
    };
    const matched = new Set<Member>();
    for (const [index, now] of after.entries()) {
      const old = find(now.name, index);
      const step = nameStep(now.name);
      this.#ask(node, step, old, now, partial);
      if (old === undefined) continue;
      matched.add(old);
      enter(step, old, now);
    }
    for (const old of before) if (!matched.has(old)) this.#ask(node, nameStep(old.name), old, undefined, partial);
  }

  #ask(
    node: PairNode,
    step: string,
    before: Member | undefined,
    after: Member | undefined,
    partial: { readonly old: boolean; readonly new: boolean },
  ): void {
    if (before !== undefined && after !== undefined && sameTraits(before, after, this.#facts.has('documentation')))
      return;
    const pair = {
      before,
      after,
      oldShape: before === undefined ? undefined : this.#old[before.target],
      newShape: after === undefined ? undefined : this.#new[after.target],
      // Its members were read from it.
      owner: (after === undefined ? this.#old[node.oldId] : this.#new[node.newId]) as Shape,
      direction: this.#direction,
      facts: this.#facts,
      prose: this.#prose,
      oldPartial: partial.old,
      newPartial: partial.new,
    };
    for (const rule of this.#memberRules) {
      const matches = rule.find(pair);
      for (const match of matches) node.findings.push({ rule, match, step });
    }
  }

  /** Marks every node with a finding at it or below it as dirty. */
  #spread(nodes: readonly PairNode[]): void {
    const waiting = nodes.filter((node) => node.findings.length > 0 || node.edges.some((edge) => edge.node.dirty));
    for (const node of waiting) node.dirty = true;
    while (waiting.length > 0) {
      const node = waiting.pop() as PairNode;
      for (const parent of this.#parents.get(node) ?? []) {
        if (parent.dirty) continue;
        parent.dirty = true;
        waiting.push(parent);
      }
    }
  }
}

/** Whether no rule about members can find anything: all traits that they compare are equal. */
function sameTraits(a: Member, b: Member, documentation: boolean): boolean {
  return (
    a.required === b.required &&
    a.idempotencyToken === b.idempotencyToken &&
    a.deprecated === b.deprecated &&
    a.sensitive === b.sensitive &&
    a.default === b.default &&
    (!documentation || surelySame(a.documentation, b.documentation)) &&
    sameWire(a.wire, b.wire) &&
    a.unknownTraits === undefined &&
    b.unknownTraits === undefined
  );
}

function sameWire(a: Wire | undefined, b: Wire | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  for (const key in a) if (a[key] !== b[key]) return false;
  for (const key in b) if (!(key in a)) return false;
  return true;
}
