/**
 * Writes the graph of the names of a service as a file. Search uses it to find every place of a field, and since when
 * it exists.
 */
import { type Direction, type Shape, type ShapeId, stepsOf } from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import type { ServiceState, Since, SinceIndex } from '../../store/types.ts';
import { type PackedOperation, type PathsFile, packNames } from './search-format.ts';

/** The text of the file. `elsewhere` has the operations whose page has an unusual address. */
export function pathsFile(
  state: ServiceState,
  since: SinceIndex,
  elsewhere: Readonly<Record<string, string>> = {},
): string {
  const graph = new PathGraph(since);
  const operations = state.operations.flatMap(({ operation, shapes, removedIn }) => {
    if (removedIn !== null) return [];
    const rootOf = (direction: Direction): Node | null => {
      const shape = operation[direction];
      return shape == null ? null : graph.node(shapes, shape, since.start(operation.name, direction));
    };
    return [{ name: operation.name, request: rootOf('request'), response: rootOf('response') }];
  });
  graph.grow();
  const steps = [...new Set(graph.nodes.flatMap(({ ways }) => ways.map(({ step }) => step)))].sort();
  const stepAt = new Map(steps.map((step, index) => [step, index]));
  const marks = [
    ...graph.nodes.flatMap(({ ways }) => ways.map((way) => way.since)),
    ...operations.map(({ name }) => known(since.operation(name))),
  ];
  const versions = [...new Set(marks.filter((mark) => mark !== null))].sort(compareVersions);
  const versionAt = new Map(versions.map((version, index) => [version, index]));
  const numbers = new Map(
    graph.nodes.filter(({ ways }) => ways.length > 0).map((node, index): [Node, number] => [node, index]),
  );
  const numberOf = (node: Node | null): number => (node === null ? -1 : (numbers.get(node) ?? -1));
  const file: PathsFile = {
    operations: operations.map(({ name, request, response }): PackedOperation => {
      const packed = [name, numberOf(request), numberOf(response)] as const;
      const mark = known(since.operation(name));
      return mark === null ? packed : [...packed, versionAt.get(mark) ?? 0];
    }),
    ...(Object.keys(elsewhere).length === 0 ? {} : { elsewhere }),
    ...{ versions, steps: packNames(steps) },
    nodes: [...numbers.keys()].map(({ ways }) =>
      ways.flatMap(({ step, to, since: mark }) => [
        ...(mark === null ? [] : [-2 - (versionAt.get(mark) ?? 0)]),
        ...[stepAt.get(step) ?? 0, numberOf(to)],
      ]),
    ),
  };
  return JSON.stringify(file);
}

type Shapes = Readonly<Record<ShapeId, Shape>>;

interface WayOn {
  readonly step: string;
  readonly to: Node | null;
  readonly since: string | null;
}

/** A shape, together with the places that share its history. */
interface Node {
  readonly shapes: Shapes;
  readonly shape: ShapeId;
  readonly mark: number | null;
  ways: readonly WayOn[];
}

class PathGraph {
  readonly nodes: Node[] = [];
  readonly #since: SinceIndex;
  readonly #known = new Map<Shapes, Map<string, Node>>();

  constructor(since: SinceIndex) {
    this.#since = since;
  }

  node(shapes: Shapes, shape: ShapeId, mark: number | null): Node {
    const own = this.#known.get(shapes) ?? new Map<string, Node>();
    this.#known.set(shapes, own);
    const key = `${mark} ${shape}`;
    const node = own.get(key) ?? { shapes, shape, mark, ways: [] };
    if (!own.has(key)) {
      own.set(key, node);
      this.nodes.push(node);
    }
    return node;
  }

  /** Finds the next steps of every node, and of the nodes that they lead to. */
  grow(): void {
    // The loop adds to this list.
    for (const node of this.nodes) {
      const shape = node.shapes[node.shape];
      if (shape === undefined) continue;
      node.ways = stepsOf(shape).flatMap(({ step, member }): readonly WayOn[] => {
        const next = node.mark === null ? null : this.#since.next(node.mark, step);
        const target = node.shapes[member.target];
        const leads = target !== undefined && stepsOf(target).length > 0;
        const to = leads ? this.node(node.shapes, member.target, next?.to ?? null) : null;
        const isScalarPart = shape.kind === 'list' || shape.kind === 'map';
        return isScalarPart && !leads ? [] : [{ step, to, since: known(next?.since ?? null) }];
      });
    }
  }
}

function known(since: Since | null): string | null {
  return since === null || since.orEarlier ? null : since.release.id;
}
