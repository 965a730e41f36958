/** Compares the operations of two states of a service: what they send, receive and fail with. */
import type { Direction, Operation, Service, ShapeId } from '../../model/index.ts';
import { customized } from '../customizations/index.ts';
import type { Finding, Match, PlacedFinding, Reference } from '../findings/finding.ts';
import { inEffect } from '../findings/in-effect.ts';
import type { ErrorRule, OperationRule, Rule } from '../findings/pairs.ts';
import { PathLister } from '../findings/path-lister.ts';
import type { RuleMeta } from '../rule.ts';
import { type CompareOptions, type Locate, maxListed } from './compare-states.ts';
import { type ComparisonContext, comparisonContext, isApplicable } from './comparison-context.ts';
import { ErrorFields } from './error-fields.ts';
import { type FormerNames, formerNames } from './renamed-operations.ts';
import { areOtherNames, type Root, renamedType, renamedTypes } from './renamed-types.ts';
import { type PairNode, ShapeWalk } from './shape-walk.ts';
import { Structures } from './structure.ts';

const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** All findings in the operations of two states, each with its place. */
export function compareOperations(
  before: Service,
  after: Service,
  context: ComparisonContext,
  options: CompareOptions,
): readonly PlacedFinding[] {
  return new OperationComparison(before, after, context, options).run();
}

/** The place of a finding, and what it belongs to. */
interface Sight {
  readonly rule: RuleMeta;
  readonly match: Match;
  readonly operation: string;
  readonly direction: Direction | null;
  readonly path: string;
  readonly group: string;
  readonly shape?: string | undefined;
  readonly isMessage?: boolean;
  readonly unlisted?: number;
}

class OperationComparison {
  readonly #before: Service;
  readonly #after: Service;
  readonly #context: ComparisonContext;
  readonly #errorFields: ErrorFields;
  readonly #options: CompareOptions;
  readonly #findings: PlacedFinding[] = [];
  readonly #structures = new Structures();
  readonly #renamedTypes = new Set<string>();
  readonly #formerNames: FormerNames;
  readonly #operationRules: readonly OperationRule[];
  readonly #errorRules: readonly ErrorRule[];

  constructor(before: Service, after: Service, context: ComparisonContext, options: CompareOptions) {
    this.#before = before;
    this.#after = after;
    this.#context = context;
    this.#errorFields = new ErrorFields(before, after, context);
    this.#options = options;
    this.#formerNames = formerNames(before.operations, after.operations);
    const asked = context.rules.filter((rule) => isApplicable(context, rule));
    this.#operationRules = asked.filter((rule: Rule): rule is OperationRule => rule.subject === 'operation');
    this.#errorRules = asked.filter((rule: Rule): rule is ErrorRule => rule.subject === 'error');
  }

  get #common() {
    return { facts: this.#context.facts, prose: this.#context.prose };
  }

  get #lister(): PathLister {
    return new PathLister(this.#options.listed ?? maxListed, this.#context.documentation === 'only');
  }

  run(): readonly PlacedFinding[] {
    // Renamed operations are compared under their new names.
    const newNames = new Map([...this.#formerNames].map(([name, former]) => [former, name]));
    const old = new Map(
      this.#before.operations.map((operation) => [newNames.get(operation.name) ?? operation.name, operation]),
    );
    const now = new Map(this.#after.operations.map((operation) => [operation.name, operation]));
    const { unchanged, facts } = this.#context;
    const documentation = facts.has('documentation');
    const isOther = (name: string) => {
      const [before, after] = [old.get(name), now.get(name)];
      return before === undefined || after === undefined || !unchanged.hasOperation(before, after, documentation);
    };
    const names = [...new Set([...old.keys(), ...now.keys()])].filter(isOther).sort();
    if (names.length === 0) return this.#findings;
    const oldWhole = this.#before.facts.includes('all-operations');
    const newWhole = this.#after.facts.includes('all-operations');
    const sendsNames = [this.#before, this.#after].some(containsNames);
    for (const name of names) {
      const pair = { before: old.get(name), after: now.get(name), oldWhole, newWhole, sendsNames, ...this.#common };
      // The SDK has one method for all operations of its name: it neither comes nor goes with one of them.
      const isOneOfSeveral =
        (pair.before === undefined && hasMethodOf(this.#before, pair.after)) ||
        (pair.after === undefined && hasMethodOf(this.#after, pair.before));
      for (const rule of this.#operationRules)
        for (const match of rule.find(pair)) {
          const seen = isOneOfSeveral ? { ...rule, audience: 'wire' as const } : rule;
          this.#see({ rule: seen, match, operation: name, direction: null, path: '', group: match.value ?? name });
        }
      if (this.#errorRules.length > 0 && pair.before !== undefined && pair.after !== undefined)
        this.#errors(name, pair.before, pair.after);
    }
    for (const direction of directions) this.#shapes(direction, names, old, now);
    return this.#findings;
  }

  #errors(name: string, before: Operation, after: Operation): void {
    if (before.errors === undefined || after.errors === undefined || !this.#context.facts.has('errors')) return;
    const old = new Map(before.errors.map((error) => [error.name, error]));
    const now = new Map(after.errors.map((error) => [error.name, error]));
    for (const error of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(error), now.get(error)];
      const pair = {
        before: was,
        after: is,
        oldShape: was?.target === undefined ? undefined : this.#before.shapes[was.target],
        newShape: is?.target === undefined ? undefined : this.#after.shapes[is.target],
        inside: this.#errorFields.inside(was, is),
        ...this.#common,
      };
      for (const rule of this.#errorRules)
        for (const match of rule.find(pair))
          this.#see({
            rule,
            match,
            operation: name,
            direction: null,
            path: match.path ?? '',
            group: `${error}\n${match.path ?? ''}`,
          });
    }
  }

  #shapes(
    direction: Direction,
    names: readonly string[],
    old: ReadonlyMap<string, Operation>,
    now: ReadonlyMap<string, Operation>,
  ): void {
    const walk = new ShapeWalk(this.#before.shapes, this.#after.shapes, direction, this.#context);
    const lister = this.#lister;
    const roots: Root[] = [];
    for (const name of names) {
      const [before, after] = [old.get(name), now.get(name)];
      const [oldRoot, newRoot] = [before?.[direction], after?.[direction]];
      if (oldRoot === undefined || newRoot === undefined || oldRoot === null || newRoot === null) {
        this.#root(name, direction, before, after);
        continue;
      }
      const node = walk.compare(oldRoot, newRoot, partialIn(direction, before, after));
      roots.push({ node, operation: name });
      lister.add(node, name, direction);
    }
    if (walk.hasRenamed) this.#renamed(roots, direction);
    const named = this.#context.facts.has('shape-names');
    if (lister.places.length === 0) return;
    const messages = messagesOf(this.#after);
    for (const { finding, node, operation, path, reference } of lister.places) {
      const enclosing = named
        ? `${node.oldId}\n${node.newId}`
        : `${this.#structures.of(this.#before.shapes, node.oldId)}\n${this.#structures.of(this.#after.shapes, node.newId)}`;
      this.#see({
        ...placedOf(finding, reference),
        operation,
        direction,
        path,
        group: `${enclosing}\n${finding.step ?? ''}`,
        isMessage: messages.has(plainId(node.newId)),
        shape: this.#isNamed(node) ? plainId(node.newId) : undefined,
        unlisted: lister.unlisted(finding),
      });
    }
  }

  /** Whether one name is right for the type on both sides: not if another type takes its place, and only if it is known. */
  #isNamed({ oldId, newId }: PairNode): boolean {
    if (newId.startsWith('~')) return false;
    return !areOtherNames(oldId, newId) || !(oldId in this.#after.shapes || newId in this.#before.shapes);
  }

  /** Lists renamed types among the differences without effect, if both sides have names of types. */
  #renamed(roots: readonly Root[], direction: Direction): void {
    const rule = this.#context.rules.find(({ id }) => id === 'type-changed');
    if (rule === undefined || !isApplicable(this.#context, rule) || !this.#context.facts.has('shape-names')) return;
    for (const { before, after, operation, path } of renamedTypes(roots)) {
      const value = `${before}>${after}`;
      if (this.#renamedTypes.has(value)) continue;
      this.#renamedTypes.add(value);
      this.#see({ rule, match: { value, noEffect: renamedType }, operation, direction, path, group: '' });
    }
  }

  /**
   * A request or response that only one side has. For a caller a missing one is the same as an empty structure; a side
   * that does not state it is unknown.
   */
  #root(name: string, direction: Direction, before: Operation | undefined, after: Operation | undefined): void {
    if (before === undefined || after === undefined) return;
    const [oldRoot, newRoot] = [before[direction], after[direction]];
    if (oldRoot === undefined || newRoot === undefined || oldRoot === newRoot) return;
    const [oldShapes, newShapes] = [
      oldRoot === null ? empty : this.#before.shapes,
      newRoot === null ? empty : this.#after.shapes,
    ];
    const walk = new ShapeWalk(oldShapes, newShapes, direction, comparisonContext(oldShapes, newShapes, this.#context));
    const lister = this.#lister;
    lister.add(walk.compare(oldRoot ?? '', newRoot ?? '', partialIn(direction, before, after)), name, direction);
    for (const { finding, path, reference } of lister.places)
      this.#see({ ...placedOf(finding, reference), operation: name, direction, path, group: `${name}\n${path}` });
  }

  #see({ shape, unlisted = 0, isMessage = false, ...sight }: Sight): void {
    const { oldAt, newAt } = this.#options;
    const at = (locate: Locate | undefined, operation: string) =>
      locate?.(this.#before.id, operation, sight.direction ?? '', sight.path);
    const former = this.#formerNames.get(sight.operation) ?? sight.operation;
    const [old, now] = [at(oldAt, former), at(newAt, sight.operation)];
    this.#findings.push(
      customized(
        {
          ...sight,
          ...(shape === undefined ? {} : { shape }),
          ...(isMessage ? { isMessage } : {}),
          ...(unlisted === 0 ? {} : { unlisted }),
          ...(old === undefined ? {} : { old }),
          ...(now === undefined ? {} : { new: now }),
        },
        { before: this.#before, after: this.#after, version: this.#options.version },
      ),
    );
  }
}

/** Whether requests of a service contain the names of operations: those of REST protocols have only a path. */
function containsNames({ metadata = {} }: Service): boolean {
  const { protocol, protocols } = metadata;
  const all = [...(Array.isArray(protocols) ? protocols : []), ...(protocol === undefined ? [] : [protocol])];
  return !all.every((one) => String(one).startsWith('rest-')) || all.length === 0;
}

function hasMethodOf({ operations }: Service, operation: Operation | undefined): boolean {
  return operations.some(({ sdkName }) => sdkName === operation?.sdkName);
}

/** The shapes that are the request or response of exactly one operation. */
function messagesOf({ operations }: Service): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const operation of operations)
    for (const direction of directions) {
      const root = operation[direction];
      if (typeof root !== 'string') continue;
      const id = plainId(root);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return new Set([...counts].filter(([, count]) => count === 1).map(([root]) => root));
}

/** The id without the part that separates shapes of one name; the id of a shape without a name stays. */
function plainId(id: ShapeId): string {
  return id.includes('~') ? id.replace(/(?<=.)~.*$/, '') : id;
}

function placedOf(finding: Finding, reference: Reference | undefined): Pick<Sight, 'rule' | 'match'> {
  const { rule, match } = inEffect(finding, reference);
  return { rule, match };
}

const empty = { '': { kind: 'structure', members: [] } } as const;

function partialIn(direction: Direction, before: Operation | undefined, after: Operation | undefined) {
  return {
    old: before?.partial?.includes(direction) === true,
    new: after?.partial?.includes(direction) === true,
  };
}
