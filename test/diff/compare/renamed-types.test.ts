/** Types with another name and the same structure: listed among what has no effect, each once, at its shortest place. */
import { expect, test } from 'vitest';
import { compareServices, sentenceOf } from '../../../src/diff/index.ts';
import type { Fact, Service, Shape } from '../../../src/model/index.ts';

const member = (name: string, target: string) => ({ name, target });
const structure = (...members: readonly (readonly [string, string])[]): Shape => ({
  kind: 'structure',
  members: members.map(([name, target]) => member(name, target)),
});

function serviceOf(shapes: Record<string, Shape>, request: string, facts: readonly Fact[] = []): Service {
  return {
    kind: 'service',
    id: 'tea',
    title: 'Tea',
    facts: ['all-operations', 'fields', 'types', 'enums', ...facts],
    operations: ['Brew', 'Pour'].map((name) => ({
      ...{ name, sdkName: name.toLowerCase(), nameOrigin: 'stated' as const },
      ...{ request, response: 'Out' },
    })),
    shapes,
  };
}

const text: Shape = { kind: 'string', enum: ['a', 'b'] };
const shapesOf = (names: readonly [string, string, string], leaf: Shape = text): Record<string, Shape> => {
  const [input, cup, kind] = names;
  return {
    [input]: structure(['A', cup], ['Deep', 'Deep'], ['Own', 'Other']),
    Deep: structure(['B', cup]),
    [cup]: structure(['K', kind], ['Self', cup]),
    [kind]: leaf,
    Other: { kind: 'string' },
    Out: structure(['C', cup]),
  };
};
const before = shapesOf(['In', 'Cup', 'Kind']);
const after = shapesOf(['Input', 'Mug', 'Kind~Mug.K']);

/** What has no effect, and how many changes there are. */
function listed(old: Record<string, Shape>, now: Record<string, Shape>, facts: readonly Fact[] = ['shape-names']) {
  const roots = [old, now].map((shapes) => ('In' in shapes ? 'In' : 'Input')) as [string, string];
  const found = compareServices(serviceOf(old, roots[0], facts), serviceOf(now, roots[1], facts));
  return {
    changes: (found?.changes ?? []).map(({ kind }) => kind),
    rows: (found?.noEffect ?? []).map((one) => Object.values(one).join(' ')),
  };
}

test('each is listed once, in both directions of time', () => {
  const why = 'the type has another name and is the same';
  expect(listed(before, after)).toEqual({
    changes: [],
    rows: [`type-changed Brew request  In>Input ${why}`, `type-changed Brew request A Cup>Mug ${why}`],
  });
  expect(listed(after, before).rows).toEqual([
    `type-changed Brew request  Input>In ${why}`,
    `type-changed Brew request A Mug>Cup ${why}`,
  ]);
});

test('one whose inside changed is told by that alone', () => {
  const now = shapesOf(['In', 'Mug', 'Kind'], { kind: 'string', enum: ['a', 'b', 'c'] });
  expect(listed(before, now)).toEqual({ changes: ['enum-value-added'], rows: [] });
});

test('a type that nothing is known of, and names that documentation makes up, are no renames', () => {
  const unknown = { ...shapesOf(['In', 'Cup', 'Kind']), Kind: { kind: 'recursive' } } as Record<string, Shape>;
  expect(listed(unknown, shapesOf(['In', 'Cup', 'Sort'])).rows).toEqual([]);
  expect(listed(before, after, [])).toEqual({ changes: [], rows: [] });
  expect(listed(before, shapesOf(['In', '~1', 'Kind'])).rows).toEqual([]);
});

test('another type in the place of one that goes on is not named: it never had what is gone', () => {
  const color: Shape = { kind: 'string', enum: ['red', 'green'] };
  const other: Shape = { kind: 'string', enum: ['red', 'blue'] };
  const said = (old: Record<string, Shape>, now: Record<string, Shape>) => {
    const rest = { Out: structure() };
    const [was, is] = [old, now].map((shapes) => serviceOf({ ...shapes, ...rest }, 'In', ['shape-names']));
    const [gone] = (compareServices(was, is)?.changes ?? []).filter(({ kind }) => kind === 'enum-value-removed');
    return gone === undefined ? undefined : sentenceOf(gone);
  };
  const before = { In: structure(['Paint', 'Color'], ['Frame', 'Color']), Color: color };
  const both = { In: structure(['Paint', 'Color2'], ['Frame', 'Color']), Color: color, Color2: other };
  expect(said(before, both)).toBe('`Paint` no longer accepts `green`');
  expect(
    said({ ...before, Color2: other }, { In: structure(['Paint', 'Color2'], ['Frame', 'Color2']), Color2: other }),
  ).toMatch(/^`(?:Paint|Frame)`/);
  // The same type under another name.
  const renamed = { In: structure(['Paint', 'Tint'], ['Frame', 'Tint']), Tint: other };
  expect(said(before, renamed)).toBe('`Tint` no longer accepts `green`');
});
