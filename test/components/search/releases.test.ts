/** Typed versions in the search: the release with the number, and a sentence if there is none. */
import { expect, test } from 'vitest';
import { searchFiles } from '../../../src/view/search/search-files.ts';
import type { Site } from '../../../src/view/site/site.ts';
import { elbOperations, elbShapes, modelFacts } from '../../fixture-services.ts';
import { modelsSite } from '../../search/models-site.ts';
import { searchFor } from '../../search/queries.ts';

/** A site with these releases, newest first, and a service whose values look like versions. */
function siteOf(ids: readonly string[], isVersion = true): Site {
  const site = modelsSite([
    {
      ...{ kind: 'service', id: 'elbv2', title: 'Elastic Load Balancing', apiVersion: '2015', facts: modelFacts },
      operations: elbOperations,
      shapes: { ...elbShapes, ProtocolEnum: { kind: 'string', enum: ['HTTP', '1.30', '1.41'] } },
    },
  ]);
  const releases = ids.map((id) => ({ id, version: isVersion ? id : null, date: null }));
  const numbersOf = (id: string) => (isVersion ? [`botocore ${id}`, `boto3 ${id}`] : []);
  return { ...site, store: { ...site.store, releases: () => releases, numbersOf } };
}

const ids = ['1.43.67', '1.43.6', '1.43.5', '1.34.1', '1.34.0', '1.30.0', '1.29.165', '1.29.27', '1.26.27'];
const files = searchFiles(siteOf(ids));

const releasesFor = async (typed: string, of = files) => {
  const { answer, asked } = await searchFor(of, typed);
  const [first] = answer?.groups ?? [];
  return {
    told: answer?.told ?? null,
    isFirst: first?.kind === 'release',
    hits: answer?.groups.find(({ kind }) => kind === 'release')?.hits.map(({ name, address }) => [name, address]) ?? [],
    asked,
  };
};

test.each(['1.34.0', ' v1.34.0', 'botocore 1.34.0', 'boto3==1.34.0', 'Boto3@1.34.0', 'release:1.34.0'])(
  '%s is a release, and stands first',
  async (typed) => {
    expect(await releasesFor(typed)).toMatchObject({
      ...{ told: null, isFirst: true },
      hits: [['1.34.0', 'releases/1.34.0/']],
    });
  },
);

test('the number of boto3 leads to the release of botocore with which it came', async () => {
  expect(await releasesFor('boto3 1.26.27')).toMatchObject({ told: null, hits: [['1.29.27', 'releases/1.29.27/']] });
  const { answer } = await searchFor(files, 'boto3 1.26.27');
  expect(answer?.groups[0]?.hits[0]?.way).toEqual(['boto3 1.26.27 came with botocore 1.29.27']);
});

test('a number without a name may be of either', async () => {
  expect((await releasesFor('1.26.27')).hits.map(([name]) => name)).toEqual(['1.26.27', '1.29.27']);
});

test.each([
  ['1.34.7', 'No release 1.34.7 is known: the one before it is 1.34.1.', '1.34.1'],
  ['v1.33.2', 'No release 1.33.2 is known: the one before it is 1.30.0.', '1.30.0'],
  ['boto3 1.26.999', 'No release 1.29.999 (boto3 1.26.999) is known: the one before it is 1.29.165.', '1.29.165'],
  ['1.99.0', 'No release 1.99.0 is known yet: the newest is 1.43.67.', '1.43.67'],
  ['0.1.0', 'No release 0.1.0 is known: the first is 1.26.27.', '1.26.27'],
  ['boto3 1.31.0', 'No boto3 1.31.0 is known.', undefined],
])('%s: %s', async (typed, told, nearest) => {
  const found = await releasesFor(typed);
  expect(found.told).toBe(told);
  expect(found.hits[0]?.[0]).toBe(nearest);
});

test('two numbers may be a value: a release stands behind it, and none is missed', async () => {
  expect(await releasesFor('1.30')).toMatchObject({
    told: null,
    isFirst: false,
    hits: [['1.30.0', 'releases/1.30.0/']],
  });
  expect(await releasesFor('1.41')).toMatchObject({ told: null, hits: [] });
  expect((await releasesFor('1.42')).told).toBe('No release 1.42.0 is known: the one before it is 1.34.1.');
});

test.each(['t2.micro', 'lambda 1.34.0', '10.0.0.0/16', 'Port', '2020-09-08', 'field:1.34.0'])(
  '%s is no release',
  async (typed) => {
    expect(await releasesFor(typed)).toMatchObject({ told: null, hits: [] });
  },
);

test('nothing is asked about releases before a number is typed', async () => {
  expect((await releasesFor('Port')).asked).not.toContain('releases.json');
  expect((await releasesFor('1.34.0')).asked).toContain('releases.json');
});

test('a release that has a day instead of a number is found by it', async () => {
  const days = searchFiles(siteOf(['2020-09-08', '2020-09-01'], false));
  expect(await releasesFor('2020-09-08', days)).toMatchObject({
    ...{ told: null, isFirst: true },
    hits: [['2020-09-08', 'releases/2020-09-08/']],
  });
  expect(await releasesFor('1.34.0', days)).toMatchObject({ told: null, hits: [] });
});
