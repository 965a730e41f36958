/** Tests which fields a page shows, and where the others are. */
import { expect, test } from 'vitest';
import { fieldsOf, type Shape } from '../../../src/model/index.ts';
import { fieldBudget, isLongEnum, planFields } from '../../../src/view/fields/field-plan.ts';
import { fieldWeight } from '../../../src/view/fields/field-weight.ts';
import { fieldUrl, operationPlan, partPages } from '../../../src/view/fields/reference-plan.ts';
import { elbShapes, paragraph } from '../../fixture-services.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite();
const elb = site.store.service('elbv2');
if (elb === null) throw new Error('expected the fixture');

test('a page within the budget shows the same fields as the walk of the model', () => {
  for (const root of ['CreateListenerInput', 'CreateListenerOutput', 'RegisterTargetsInput', 'SearchOutput']) {
    const walked = [...fieldsOf(elbShapes, root)].map(({ path }) => `request.${path}`).sort();
    expect([...planFields(elbShapes, { request: root }).byPath.keys()].sort()).toEqual(walked);
  }
});

test('recursion ends where a shape repeats on itself', () => {
  const plan = planFields(elbShapes, { request: 'SearchInput' });
  expect(plan.byPath.get('request.Filter.Not')?.state).toBe('repeats');
  expect(plan.byPath.get('request.Filter.And[]')?.state).toBe('repeats');
  expect(plan.byPath.has('request.Filter.Not.Not')).toBe(false);
});

test('a shape that holds itself does not run away', () => {
  const shapes: Record<string, Shape> = {
    A: {
      kind: 'structure',
      members: [
        { name: 'Self', target: 'A' },
        { name: 'Lists', target: 'L' },
      ],
    },
    L: { kind: 'list', member: { name: '', target: 'L' } },
  };
  expect([...planFields(shapes, { request: 'A' }).byPath.keys()]).toEqual([
    'request.Self',
    'request.Lists',
    'request.Lists[]',
  ]);
});

test('large parts move, and the page stays within its budget', () => {
  const state = elb.operations.find(({ operation }) => operation.name === 'DescribeHuge');
  if (state === undefined) throw new Error('expected the fixture');
  const plan = operationPlan(site.memory, state);
  expect(plan.byPath.size).toBeLessThanOrEqual(fieldBudget + 100);
  expect(plan.moved.length).toBeGreaterThan(0);
  const pages = partPages(site.memory, elb).map(({ target, places, named }) => ({
    target,
    named,
    first: places[0]?.path,
  }));
  expect(pages).toEqual([
    { target: '~0badc0de', named: false, first: 'Body' },
    { target: '~0badc0de', named: false, first: 'Other' },
    { target: 'Large', named: true, first: 'First.Part0' },
  ]);
});

test('every field of an operation has an address, on its page or on the page of a part', () => {
  const at = (path: string, direction: 'request' | 'response' = 'request') =>
    fieldUrl(site, 'elbv2', { operation: 'DescribeHuge', direction, path });
  expect(at('First.Part1')).toBe('/services/elbv2/DescribeHuge/#request.First.Part1');
  expect(at('First.Part3')).toBe('/services/elbv2/DescribeHuge/#request.First.Part3');
  expect(at('First.Part3.Field7')).toBe('/services/elbv2/shapes/Large/#fields.Field7');
  expect(at('Other.Nameless9', 'response')).toBe('/services/elbv2/DescribeHuge/response/Other/#fields.Nameless9');
});

test('a field that is gone leads to the nearest parent that is left', () => {
  const at = (path: string) => fieldUrl(site, 'elbv2', { operation: 'CreateListener', direction: 'request', path });
  expect(at('DefaultActions[].Gone')).toBe('/services/elbv2/CreateListener/#request.DefaultActions[]');
  expect(at('Gone.Deep')).toBe('/services/elbv2/CreateListener/#request');
  expect(fieldUrl(site, 'elbv2', { operation: 'Unknown', direction: 'request', path: '' })).toBeNull();
});

test('a field below one that repeats leads to the one that repeats, which says where its fields are', () => {
  const at = (path: string) => fieldUrl(site, 'elbv2', { operation: 'Search', direction: 'request', path });
  const [name] = [...planFields(elbShapes, { request: 'SearchInput' }).byPath.keys()].filter((key) =>
    /^request\.Filter\.\w+$/.test(key),
  );
  expect(name).toBeDefined();
  expect(at(`Filter.Not.${name?.slice('request.Filter.'.length)}`)).toBe('/services/elbv2/Search/#request.Filter.Not');
});

test('a heavy page first leaves out anchors of long lists, then what repeats, and only then moves parts', () => {
  const docs = paragraph('x'.repeat(1000));
  const text = { name: '', target: 'Text' };
  const shapes: Record<string, Shape> = {
    Text: { kind: 'string' },
    Size: { kind: 'string', enum: Array.from({ length: 300 }, (_, index) => `c${index}.large`) },
    Inner: {
      kind: 'structure',
      members: Array.from({ length: 10 }, (_, at) => ({ ...text, name: `M${at}`, documentation: docs })),
    },
    Root: {
      kind: 'structure',
      members: [{ name: 'Size', target: 'Size' }, ...['A', 'B', 'C'].map((name) => ({ name, target: 'Inner' }))],
    },
  };
  const plan = (room: number) => planFields(shapes, { request: 'Root' }, { by: 'bytes', room });
  const kept = (room: number) => {
    const { saving, moved, byPath } = plan(room);
    return [saving, moved.map(({ field }) => field.path), byPath.size];
  };
  expect(kept(80_000)).toEqual(['nothing', [], 34]);
  expect(kept(56_000)).toEqual(['anchors', [], 34]);
  expect(kept(40_000)).toEqual(['repeats', [], 34]);
  expect(kept(8_000)).toEqual(['repeats', ['A', 'B', 'C'], 4]);
  expect(plan(40_000).byPath.get('request.B.M3')?.twin?.path).toBe('A.M3');
  expect(plan(40_000).byPath.get('request.A.M3')?.twin).toBeNull();
});

test('300 fields stand on a page, and 100 more of a part with up to six', () => {
  const moved = (flat: number, inside: number) => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `F${at}`, target: 'Text' }));
    const shapes: Record<string, Shape> = {
      Text: { kind: 'string' },
      Part: { kind: 'structure', members: many(inside) },
      Root: { kind: 'structure', members: [...many(flat), { name: 'Part', target: 'Part' }] },
    };
    return planFields(shapes, { request: 'Root' }).moved.map(({ field }) => field.path);
  };
  expect([moved(292, 7), moved(293, 7)]).toEqual([[], ['Part']]);
  expect([moved(393, 6), moved(394, 6)]).toEqual([[], ['Part']]);
});

test('lists of more than 50 values are long, on a heavy page those of more than 12', () => {
  const values = (count: number) => Array.from({ length: count }, (_, at) => `v${at}`);
  expect([50, 51].map((count) => isLongEnum(values(count), 'anchors'))).toEqual([false, true]);
  expect([12, 13].map((count) => isLongEnum(values(count), 'repeats'))).toEqual([false, true]);
});

test('a page that is just as heavy as it may be leaves out nothing', () => {
  const text = { name: 'Name', target: 'Text' };
  const shapes: Record<string, Shape> = {
    Text: { kind: 'string' },
    Root: { kind: 'structure', members: [text] },
  };
  const said = { docs: false, values: false, anchors: true };
  const weight = fieldWeight('request.Name'.length, text, { kind: 'string' }, said);
  const saving = (room: number) => planFields(shapes, { request: 'Root' }, { by: 'bytes', room }).saving;
  expect([saving(weight), saving(weight - 1)]).toEqual(['nothing', 'repeats']);
});

test('what moved when pages were planned by fields keeps its page', () => {
  const [, , large] = partPages(site.memory, elb);
  expect(large).toMatchObject({ target: 'Large', named: true });
  const state = elb.operations.find(({ operation }) => operation.name === 'DescribeHuge');
  if (state === undefined) throw new Error('expected the fixture');
  const roots = { request: state.operation.request, response: state.operation.response };
  for (const { field } of planFields(state.shapes, roots).moved)
    expect(partPages(site.memory, elb).map(({ target }) => target)).toContain(field.target);
});
