/** Compares the shapes of errors: findings inside them have the error's own paths. */
import type { ErrorReference, Service } from '../../model/index.ts';
import type { ErrorFinding } from '../findings/finding.ts';
import { inEffect } from '../findings/in-effect.ts';
import { PathLister } from '../findings/path-lister.ts';
import type { ComparisonContext } from './comparison-context.ts';
import { ShapeWalk } from './shape-walk.ts';

const none: readonly ErrorFinding[] = [];
/** Paths begin at the error. No handwritten shape has more of them than this. */
const maxPaths = 1000;

/** Remembers each pair of error shapes, because most operations share their errors. */
export class ErrorFields {
  readonly #before: Service;
  readonly #after: Service;
  readonly #context: ComparisonContext;
  /** Made when an error is compared: most states have no error that changed. */
  #walk: ShapeWalk | undefined;
  readonly #known = new Map<string, readonly ErrorFinding[]>();
  readonly #areKnown: boolean;

  constructor(before: Service, after: Service, context: ComparisonContext) {
    this.#before = before;
    this.#after = after;
    this.#context = context;
    this.#areKnown = context.facts.has('error-shapes');
  }

  /** The differences inside an error that both sides have. */
  inside(before: ErrorReference | undefined, after: ErrorReference | undefined): readonly ErrorFinding[] {
    if (!this.#areKnown || before?.target === undefined || after?.target === undefined) return none;
    const key = `${before.target}\n${after.target}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#compare(before.target, after.target);
      this.#known.set(key, found);
    }
    return found;
  }

  #compare(before: string, after: string): readonly ErrorFinding[] {
    this.#walk ??= new ShapeWalk(this.#before.shapes, this.#after.shapes, 'response', this.#context);
    const root = this.#walk.compare(before, after, { old: false, new: false });
    if (!root.dirty) return none;
    const lister = new PathLister(maxPaths);
    // An error is of no operation: the name is not told.
    lister.add(root, before, 'response');
    return lister.places.map(({ finding, path, reference }) => {
      const { rule, match } = inEffect(finding, reference);
      return { rule, match, path };
    });
  }
}
