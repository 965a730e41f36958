/** Compares two states of one service: every change, once, with all its places. */
import type { Change, Direction, Operation, Position, Service, ServiceChanges } from '../../model/index.ts';
import { type Finding, groupFindings } from '../findings/group-findings.ts';
import type { ErrorRule, Facts, Found, OperationRule, Rule, ServiceRule } from '../findings/pairs.ts';
import { PathLister } from '../findings/path-lister.ts';
import { addHints } from '../findings/rename-hints.ts';
import { rules } from '../rules/index.ts';
import { type ComparisonContext, comparisonContext, type Documented, isApplicable } from './comparison-context.ts';
import { ErrorFields } from './error-fields.ts';
import { type ProseReader, proseReader } from './prose-reader.ts';
import { ShapeWalk } from './shape-walk.ts';
import { Structures } from './structure.ts';

/** Where things stand in the source of one side; undefined where nobody knows. */
export type Locate = (
  service: string,
  operation: string,
  direction: Direction | '',
  path: string,
) => Position | undefined;

export interface CompareOptions {
  readonly oldAt?: Locate;
  readonly newAt?: Locate;
  /** How many places of one change are listed; the rest is counted. */
  readonly listed?: number;
  /** Whether descriptions are compared too; `only`: nothing else, and only the first place of each change is told. */
  readonly documentation?: Documented;
  /** Reads descriptions; without it, HTML that nobody has read loses its tags and nothing more. */
  readonly prose?: ProseReader;
}

/** The places of one change that are listed. */
export const maxListed = 1000;

const operationRules = rules.filter((rule): rule is OperationRule => rule.subject === 'operation');
const errorRules = rules.filter((rule): rule is ErrorRule => rule.subject === 'error');
const serviceRules = rules.filter(
  (rule): rule is ServiceRule =>
    rule.subject === 'service' || rule.subject === 'waiter' || rule.subject === 'paginator',
);
const directions = ['request', 'response'] as const satisfies readonly Direction[];

/** Every change between two states of a service; undefined where there is none. One side may be missing: a service that is new or gone. */
export function compareServices(
  before: Service | undefined,
  after: Service | undefined,
  options: CompareOptions = {},
): ServiceChanges | undefined {
  const service = after ?? before;
  if (service === undefined) return undefined;
  const documentation = options.documentation ?? false;
  const facts = commonFacts(before, after, documentation !== false);
  const prose = options.prose ?? plainReader;
  const asked = { facts, prose, documentation };
  const findings: Finding[] = [];
  for (const rule of serviceRules) {
    if (!isApplicable(asked, rule)) continue;
    for (const found of rule.find({ before, after, facts, prose }))
      findings.push(finding(rule, found, { group: found.value ?? '', operation: null, direction: null, path: '' }));
  }
  if (before !== undefined && after !== undefined) {
    const context = comparisonContext({ before: before.shapes, after: after.shapes }, asked);
    new OperationComparison(before, after, context, options, findings).run();
  }
  if (findings.length === 0) return undefined;
  const changes: readonly Change[] = addHints(groupFindings(service.id, findings));
  return {
    id: service.id,
    title: service.title,
    status: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    changes,
  };
}

class OperationComparison {
  readonly #before: Service;
  readonly #after: Service;
  readonly #context: ComparisonContext;
  readonly #errorFields: ErrorFields;
  readonly #options: CompareOptions;
  readonly #findings: Finding[];
  readonly #structures = new Structures();
  readonly #operationRules: readonly OperationRule[];
  readonly #errorRules: readonly ErrorRule[];

  constructor(
    before: Service,
    after: Service,
    context: ComparisonContext,
    options: CompareOptions,
    findings: Finding[],
  ) {
    this.#before = before;
    this.#after = after;
    this.#context = context;
    this.#errorFields = new ErrorFields(before, after, context);
    this.#options = options;
    this.#findings = findings;
    this.#operationRules = operationRules.filter((rule) => isApplicable(context, rule));
    this.#errorRules = errorRules.filter((rule) => isApplicable(context, rule));
  }

  get #common() {
    return { facts: this.#context.facts, prose: this.#context.prose };
  }

  get #lister(): PathLister {
    return new PathLister(this.#options.listed ?? maxListed, this.#context.documentation === 'only');
  }

  run(): void {
    const old = new Map(this.#before.operations.map((operation) => [operation.name, operation]));
    const now = new Map(this.#after.operations.map((operation) => [operation.name, operation]));
    const { unchanged, facts } = this.#context;
    const documentation = facts.has('documentation');
    const names = [...new Set([...old.keys(), ...now.keys()])].sort().filter((name) => {
      const [before, after] = [old.get(name), now.get(name)];
      return before === undefined || after === undefined || !unchanged.hasOperation(before, after, documentation);
    });
    const oldWhole = this.#before.facts.includes('all-operations');
    const newWhole = this.#after.facts.includes('all-operations');
    for (const name of names) {
      const pair = { before: old.get(name), after: now.get(name), oldWhole, newWhole, ...this.#common };
      for (const rule of this.#operationRules)
        for (const found of rule.find(pair)) this.#see(rule, found, name, null, '', found.value ?? name);
      if (this.#errorRules.length > 0 && pair.before !== undefined && pair.after !== undefined)
        this.#errors(name, pair.before, pair.after);
    }
    for (const direction of directions) this.#shapes(direction, names, old, now);
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
        for (const found of rule.find(pair)) this.#see(rule, found, name, null, found.path ?? '', error);
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
    for (const name of names) {
      const [before, after] = [old.get(name), now.get(name)];
      const [oldRoot, newRoot] = [before?.[direction], after?.[direction]];
      if (oldRoot === undefined || newRoot === undefined || oldRoot === null || newRoot === null) {
        this.#root(name, direction, before, after);
        continue;
      }
      const partial = {
        old: before?.partial?.includes(direction) === true,
        new: after?.partial?.includes(direction) === true,
      };
      lister.add(walk.compare(oldRoot, newRoot, partial), name, direction);
    }
    const named = this.#context.facts.has('shape-names');
    for (const place of lister.places) {
      const { finding, node } = place;
      const enclosing = named
        ? `${node.oldId}\n${node.newId}`
        : `${this.#structures.of(this.#before.shapes, node.oldId)}\n${this.#structures.of(this.#after.shapes, node.newId)}`;
      this.#see(
        finding.rule,
        finding.found,
        place.operation,
        direction,
        place.path,
        `${enclosing}\n${finding.step ?? ''}`,
        {
          shape: node.newId.startsWith('~') ? undefined : node.newId.replace(/~.*$/, ''),
          unlisted: lister.unlisted(finding),
        },
      );
    }
  }

  /**
   * A request or response that only one side has. Nothing at all and an empty structure are the same to a caller; a
   * side that does not say is unknown.
   */
  #root(name: string, direction: Direction, before: Operation | undefined, after: Operation | undefined): void {
    if (before === undefined || after === undefined) return;
    const [oldRoot, newRoot] = [before[direction], after[direction]];
    if (oldRoot === undefined || newRoot === undefined || oldRoot === newRoot) return;
    const shapes = {
      before: oldRoot === null ? empty : this.#before.shapes,
      after: newRoot === null ? empty : this.#after.shapes,
    };
    const walk = new ShapeWalk(shapes.before, shapes.after, direction, comparisonContext(shapes, this.#context));
    const lister = this.#lister;
    lister.add(
      walk.compare(oldRoot ?? '', newRoot ?? '', {
        old: before.partial?.includes(direction) === true,
        new: after.partial?.includes(direction) === true,
      }),
      name,
      direction,
    );
    for (const { finding, path } of lister.places)
      this.#see(finding.rule, finding.found, name, direction, path, `${name}\n${path}`);
  }

  #see(
    rule: Rule,
    found: Found,
    operation: string,
    direction: Direction | null,
    path: string,
    group: string,
    more: { readonly shape?: string | undefined; readonly unlisted?: number } = {},
  ): void {
    const { oldAt, newAt } = this.#options;
    const at = (locate: Locate | undefined) => locate?.(this.#before.id, operation, direction ?? '', path);
    const old = at(oldAt);
    const now = at(newAt);
    this.#findings.push({
      ...finding(rule, found, { group, operation, direction, path }),
      ...(more.shape === undefined ? {} : { shape: more.shape }),
      ...(more.unlisted === undefined || more.unlisted === 0 ? {} : { unlisted: more.unlisted }),
      ...(old === undefined ? {} : { old }),
      ...(now === undefined ? {} : { new: now }),
    });
  }
}

const plainReader = proseReader();
const empty = { '': { kind: 'structure', members: [] } } as const;

function finding(
  rule: Rule,
  found: Found,
  place: Pick<Finding, 'group' | 'operation' | 'direction' | 'path'>,
): Finding {
  return {
    rule,
    value: found.value ?? '',
    ...(found.before === undefined ? {} : { before: found.before }),
    ...(found.after === undefined ? {} : { after: found.after }),
    ...place,
  };
}

function commonFacts(before: Service | undefined, after: Service | undefined, documentation: boolean): Facts {
  const other = new Set((after ?? before)?.facts);
  if (!documentation) other.delete('documentation');
  return new Set((before ?? after)?.facts.filter((fact) => other.has(fact)));
}
