/**
 * Finds every place of a field, by its name or by the last names of its path. It reads the graph of the names of a
 * service.
 */
import { isNameless, stepInto, stepName } from '../../model/path.ts';
import { searchKey } from './name-words.ts';
import { type PathsFile, unpackNames } from './search-format.ts';
import { verbRank } from './verb-rank.ts';

/** A place of a field. */
export interface PathPlace {
  readonly operation: string;
  readonly direction: 'request' | 'response';
  readonly name: string;
  /** The path of the part around it. */
  readonly above: string;
  readonly depth: number;
  /** The version that added it; null if the operation came with it in the same version. */
  readonly since: string | null;
  /** The page, relative to the base; null where the usual address is right. */
  readonly page: string | null;
}

/** The typed path. */
export interface WantedPath {
  /** The names as search keys. */
  readonly steps: readonly string[];
  /** The operation; null for all. */
  readonly operation: string | null;
  /** Whether the last name may be only the beginning of a field's name. */
  readonly isBeginning: boolean;
}

/** A path from a node that matches the wanted names, and the version of its last step. */
interface Ending {
  readonly steps: readonly string[];
  readonly since: number;
}

interface Visit {
  readonly node: number;
  readonly path: string;
  readonly depth: number;
}

/** Answers questions from the file of a service. */
export class KnownPaths {
  readonly #file: PathsFile;
  readonly #steps: readonly string[];
  /** The search key of each step; empty for steps without a name. */
  readonly #keys: readonly string[];

  constructor(file: PathsFile) {
    this.#file = file;
    this.#steps = unpackNames(file.steps);
    this.#keys = this.#steps.map((step) => (isNameless(step) ? '' : searchKey(stepName(step) ?? '')));
  }

  /** The operation with this key; undefined where there is none. */
  operationCalled(key: string): string | undefined {
    return this.#file.operations.find(([name]) => searchKey(name) === key)?.[0];
  }

  /** The places, best first: requests before responses, shallow before deep, then operations that set a thing. */
  placesOf(wanted: WantedPath): readonly PathPlace[] {
    const endings = this.#file.nodes.map((_, node) => this.#endings(node, wanted, 0));
    const leads = this.#leadTo(endings);
    const found: PathPlace[] = [];
    for (const [name, request, response, since = -1] of this.#file.operations) {
      if (wanted.operation !== null && wanted.operation !== name) continue;
      for (const [direction, root] of [['request', request] as const, ['response', response] as const])
        for (const { path, depth, node } of this.#walk(root, leads))
          for (const ending of endings[node] ?? [])
            found.push(this.#place({ operation: name, direction, path, depth }, ending, since));
      if (found.length > maxPlaces) break;
    }
    return found.sort(
      (a, b) =>
        (a.direction === b.direction ? 0 : a.direction === 'request' ? -1 : 1) ||
        a.depth - b.depth ||
        verbRank(a.operation) - verbRank(b.operation) ||
        (a.operation < b.operation ? -1 : 1),
    );
  }

  #place(
    at: Pick<PathPlace, 'operation' | 'direction' | 'depth'> & { readonly path: string },
    { steps, since }: Ending,
    ofOperation: number,
  ): PathPlace {
    const { operation, direction, path, depth } = at;
    const { elsewhere = {}, versions } = this.#file;
    return {
      ...{ operation, direction, depth: depth + steps.length },
      name: stepName(steps.at(-1) ?? '') ?? '',
      above: steps.slice(0, -1).reduce(stepInto, path),
      since: since === ofOperation ? null : (versions[since] ?? null),
      page: Object.hasOwn(elsewhere, operation) ? (elsewhere[operation] ?? null) : null,
    };
  }

  /**
   * The matching paths from a node. Items and values of lists and maps have no name, and may stand between the names.
   */
  #endings(node: number, wanted: WantedPath, from: number, nameless = 0): readonly Ending[] {
    const { steps, isBeginning } = wanted;
    const isLast = from === steps.length - 1;
    const found: Ending[] = [];
    this.#ways(node, (step, to, since) => {
      const key = this.#keys[step] ?? '';
      const name = this.#steps[step] ?? '';
      let rest: readonly Ending[] = [];
      if (key === '') {
        if (from > 0 && nameless < maxNameless) rest = this.#endings(to, wanted, from, nameless + 1);
      } else if (isLast) {
        if (key === steps[from] || (isBeginning && key.startsWith(steps[from] ?? '')))
          found.push({ steps: [name], since });
      } else if (key === steps[from]) rest = this.#endings(to, wanted, from + 1);
      for (const ending of rest) found.push({ ...ending, steps: [name, ...ending.steps] });
    });
    return found;
  }

  /** The nodes that lead to a place. */
  #leadTo(endings: readonly (readonly Ending[])[]): ReadonlySet<number> {
    const above = new Map<number, number[]>();
    for (const node of this.#file.nodes.keys())
      this.#ways(node, (_, to) => {
        const known = above.get(to);
        if (known === undefined) above.set(to, [node]);
        else known.push(node);
      });
    const leads = new Set([...endings.keys()].filter((node) => (endings[node]?.length ?? 0) > 0));
    // The loop adds to this set.
    for (const node of leads) for (const one of above.get(node) ?? []) leads.add(one);
    return leads;
  }

  /** The nodes below a root that lead to a place, each once, nearest first. */
  #walk(root: number, leads: ReadonlySet<number>): readonly Visit[] {
    if (!leads.has(root)) return [];
    const seen = new Set([root]);
    const queue: Visit[] = [{ node: root, path: '', depth: 0 }];
    for (const { node, path, depth } of queue)
      this.#ways(node, (step, to) => {
        if (!leads.has(to) || seen.has(to)) return;
        seen.add(to);
        queue.push({ node: to, path: stepInto(path, this.#steps[step] ?? ''), depth: depth + 1 });
      });
    return queue;
  }

  #ways(node: number, take: (step: number, to: number, since: number) => void): void {
    const ways = this.#file.nodes[node] ?? [];
    for (let at = 0; at < ways.length; at += 2) {
      const first = ways[at] ?? 0;
      // If there is a version, it stands before the step and the node.
      const since = first < -1 ? -2 - first : -1;
      if (since !== -1) at += 1;
      take(ways[at] ?? 0, ways[at + 1] ?? -1, since);
    }
  }
}

/** The search stops here: nobody reads more. */
const maxPlaces = 2000;
/** Limits nested lists, because a list may contain itself. */
const maxNameless = 6;
