/** What search answers where no name is written as typed, and where a path is written as the name of a shape. */
import { expect, test } from 'vitest';
import { searchFiles } from '../../../src/view/search/search-files.ts';
import { elbOperations, elbShapes, modelFacts } from '../../fixture-services.ts';
import { modelsSite } from '../../search/models-site.ts';
import { searchFor } from '../../search/queries.ts';

const member = (name: string, target: string) => ({ name, target });
const files = searchFiles(
  modelsSite([
    {
      ...{ kind: 'service', id: 'elbv2', title: 'Elastic Load Balancing', apiVersion: '2015' },
      ...{ operations: elbOperations, shapes: elbShapes, facts: modelFacts },
    },
    {
      ...{ kind: 'service', id: 'lambda', title: 'Lambda', apiVersion: '2015', facts: modelFacts },
      operations: [
        { name: 'Create', sdkName: 'create', nameOrigin: 'stated', errors: [], request: 'CreateInput', response: null },
      ],
      shapes: {
        CreateInput: { kind: 'structure', members: [member('SnapStart', 'SnapStart')] },
        SnapStart: { kind: 'structure', members: [member('ApplyOn', 'SnapStartApplyOn')] },
        SnapStartApplyOn: { kind: 'string', enum: ['PublishedVersions', 'None'] },
      },
    },
  ]),
);

const firstHit = async (typed: string) => (await searchFor(files, typed)).answer?.groups[0]?.hits[0];

test('a path is a path, although a shape is called as its words', async () => {
  expect(await firstHit('SnapStartApplyOn')).toMatchObject({ kind: 'shape' });
  expect(await firstHit('SnapStart.ApplyOn')).toMatchObject({ kind: 'field', name: 'ApplyOn' });
});

const nearestOf = async (typed: string) => {
  const { answer } = await searchFor(files, typed);
  expect(answer?.groups).toEqual([]);
  return answer?.nearest;
};

test.each(['QuicSreverId', 'uQicServerId', 'QuicServerdI'])('%s has two letters that changed places', async (typed) => {
  expect((await nearestOf(typed))?.[0]).toBe('QuicServerId');
});

test.each([
  ['potr', 'Port'],
  ['weihgt', 'Weight'],
  ['wegiht', 'Weight'],
])('a short one, too: %s', async (typed, meant) => {
  expect(await nearestOf(typed)).toContain(meant);
});

test('a service is before what only begins so, and after what is called so', async () => {
  const odd = searchFiles(
    modelsSite([
      {
        ...{ kind: 'service', id: 'portal', title: 'Web Portal', apiVersion: '2015', facts: modelFacts },
        ...{ operations: elbOperations, shapes: elbShapes },
      },
    ]),
  );
  const kinds = async (typed: string) => (await searchFor(odd, typed)).answer?.groups.map(({ kind }) => kind);
  expect((await kinds('por'))?.slice(0, 2)).toEqual(['service', 'field']);
  expect((await kinds('port'))?.slice(0, 2)).toEqual(['field', 'service']);
  expect((await kinds('web'))?.[0]).toBe('service');
});

test('names that differ only in letter case are offered once', async () => {
  const names = ['Weights', 'weights', 'WEIGHTS'];
  const odd = searchFiles(
    modelsSite([
      {
        ...{ kind: 'service', id: 'tea', title: 'Tea', apiVersion: '2015', facts: modelFacts },
        operations: [
          { name: 'Brew', sdkName: 'brew', nameOrigin: 'stated', errors: [], request: 'In', response: null },
        ],
        shapes: {
          In: { kind: 'structure', members: names.map((name) => member(name, 'Text')) },
          Text: { kind: 'string' },
        },
      },
    ]),
  );
  expect((await searchFor(odd, 'wieghts')).answer?.nearest).toHaveLength(1);
});

test('a service may be called as what every object has', async () => {
  const odd = searchFiles(
    modelsSite(
      ['constructor', '__proto__'].map((id) => ({
        ...{ kind: 'service', id, title: 'Odd', apiVersion: '2015', facts: modelFacts },
        ...{ operations: elbOperations, shapes: elbShapes },
      })),
    ),
  );
  for (const id of ['constructor', '__proto__'])
    expect((await searchFor(odd, `${id}:CreateListener`)).first).toBe(`operation CreateListener ${id}`);
});

test('words that no name has together are offered alone, the longest first, and only those that find something', async () => {
  expect(await nearestOf('TCP_QUIC TargetGroupArn')).toEqual(['TargetGroupArn', 'tcp_quic']);
  expect(await nearestOf('port qqzz0 targetgrouparn')).toEqual(['TargetGroupArn', 'port']);
  expect(await nearestOf('qqzz0 zzqq0')).toEqual([]);
  // Quotes ask for one name, which may have a slip, but not for two.
  expect(await nearestOf('"TCP_QUIC TargetGroupArn"')).toEqual(['TargetGroupArn']);
});

test('a list of all places of a name says so', async () => {
  const groupsOf = async (typed: string) =>
    (await searchFor(files, typed)).answer?.groups.map(({ kind, isEveryPlace }) => [kind, isEveryPlace]);
  expect(await groupsOf('field:elbv2:"Protocol"')).toEqual([['field', true]]);
  expect(await groupsOf('field:elbv2:Quic')).toEqual([['field', false]]);
});
