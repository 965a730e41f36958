/** Where there are more paths than can be followed, every finding still has a place, on the shortest path to it. */
import { expect, test } from 'vitest';
import type { PairNode } from '../../../src/diff/compare/shape-walk.ts';
import type { Finding } from '../../../src/diff/findings/finding.ts';
import { type PathLimits, PathLister } from '../../../src/diff/findings/path-lister.ts';

const unlimited: PathLimits = { followed: 1_000, underWay: 1_000 };

/** A finding with a name of the test. Only its rule's depth and its step matter here. */
function findingOf(name: string): Finding {
  return { step: null, rule: { id: name } } as unknown as Finding;
}

/** Shapes by their edges, as `{ root: ['a', 'b'], a: ['end'] }`; each of them has a finding of its name. */
function nodesOf(graph: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, PairNode> {
  const nodes = new Map<string, PairNode>();
  for (const name of Object.keys(graph))
    nodes.set(name, {
      ...{ oldId: name, newId: name, findings: name === 'root' ? [] : [findingOf(name)], edges: [] },
      ...{ inside: true, dirty: true, isRenamed: false },
    });
  for (const [name, targets] of Object.entries(graph))
    for (const target of targets) {
      const reference = { old: undefined, new: undefined } as unknown as PairNode['edges'][number]['reference'];
      nodes.get(name)?.edges.push({ step: target, node: nodes.get(target) as PairNode, reference });
    }
  return nodes;
}

function placesOf(graph: Readonly<Record<string, readonly string[]>>, limits: PathLimits, listed = 10) {
  const nodes = nodesOf(graph);
  const lister = new PathLister(listed, false, limits);
  lister.add(nodes.get('root') as PairNode, 'Brew', 'request');
  const unlisted = [...nodes.values()].flatMap(({ findings }) => findings.map((one) => lister.unlisted(one)));
  return { paths: lister.places.map(({ path }) => path).sort(), unlisted: unlisted.reduce((a, b) => a + b, 0) };
}

const diamond = { root: ['a', 'b'], a: ['end', 'deep'], b: ['end'], end: [], deep: ['far'], far: ['a', 'end'] };

test('every path is a place, and a path ends at a shape that contains itself', () => {
  const { paths } = placesOf(diamond, unlimited);
  expect(paths).toEqual(['a', 'a.deep', 'a.deep.far', 'a.deep.far.end', 'a.end', 'b', 'b.end']);
  expect(placesOf(diamond, unlimited, 1)).toEqual({ paths: ['a', 'a.deep', 'a.deep.far', 'a.end', 'b'], unlisted: 2 });
});

test('what no followed path has reached has a place on the shortest path, and nothing has two for it', () => {
  // The root, and what it leads to: all that is further down is placed afterwards.
  expect(placesOf(diamond, { ...unlimited, followed: 1 }).paths).toEqual(['a', 'a.deep', 'a.deep.far', 'a.end', 'b']);
  expect(placesOf(diamond, { ...unlimited, followed: 3 }).paths).toEqual(['a', 'a.deep', 'a.deep.far', 'a.end', 'b']);
  // With room for all but the last paths, those that were followed stay.
  expect(placesOf(diamond, { ...unlimited, followed: 6 }).paths).toEqual([
    ...['a', 'a.deep', 'a.deep.far', 'a.end', 'b', 'b.end'],
  ]);
});

test('where too many paths are under way, those that were left out are placed afterwards', () => {
  const wide = { root: ['a', 'b', 'c', 'd'], a: [], b: [], c: ['e'], d: [], e: [] };
  expect(placesOf(wide, { ...unlimited, underWay: 2 }).paths).toEqual(['a', 'b', 'c', 'c.e', 'd']);
  expect(placesOf(wide, { ...unlimited, underWay: 4 }).paths).toEqual(['a', 'b', 'c', 'c.e', 'd']);
});
