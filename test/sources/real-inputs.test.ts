/** The real inputs: pages, models, archives and the history of botocore. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { botocoreRepository } from '../../src/parse/dialects/service-model/repository.ts';
import {
  BlobReader,
  changedModelFilesInRow,
  compareVersions,
  listReleases,
  openRepository,
} from '../../src/sources/index.ts';
import { describeShared, shared } from '../shared.ts';
import { opened, outline } from './opened.ts';

describeShared('folders', () => {
  test('the seeds are five units, each in its dialect', async () => {
    const { units, unknown } = await opened(shared('seeds'));
    expect(units.map(({ dialect, files }) => `${files[0]?.path.slice(0, 3)} ${dialect}`).sort()).toEqual([
      '000 changelog-text',
      '001 reference-rst',
      '002 reference-text',
      '003 changelog-flat',
      '004 changelog-flat',
    ]);
    expect(unknown).toEqual([]);
  });

  test('folders of versions give the units of each, in order', async () => {
    const { units } = await opened(shared('data/rst'));
    expect(units.map(({ version, service }) => `${version} ${service}`)).toEqual([
      '1.17.56 apigatewayv2',
      '1.17.57 apigatewayv2',
      '1.35.97 ec2',
      '1.35.98 ec2',
      '1.40.72 elbv2',
      ...['dynamodb', 'elbv2', 'kinesis', 'lexv2-models', 'sqs'].map((name) => `1.40.73 ${name}`),
    ]);
    const models = await opened(shared('data/models'));
    expect(models.units).toHaveLength(21);
    expect([...new Set(models.units.map(({ version }) => version))]).toEqual(
      '1.2.4 1.17.56 1.17.57 1.35.97 1.35.98 1.40.71 1.40.72 1.40.73'.split(' '),
    );
    const cloudfront = models.units.find(({ service }) => service === 'cloudfront');
    expect(cloudfront?.files.map(({ path: name }) => name)).toEqual([
      '2015-04-17/paginators-1.json',
      '2015-04-17/service-2.json',
      '2015-04-17/waiters-2.json',
    ]);
  });

  test('changelog pages are one unit each', async () => {
    expect((await opened(shared('data/changelog-html'))).units.map(({ dialect }) => dialect)).toEqual(
      Array.from({ length: 5 }, () => 'changelog-html'),
    );
  });
});

describeShared('archives', () => {
  test('all of the documentation: 429 services, 30,501 files', async () => {
    const { units, unknown } = await opened(shared('data/rst-1.43.67.tar.xz'));
    expect(units).toHaveLength(429);
    expect(units.flatMap(({ files }) => files)).toHaveLength(30_501);
    expect(new Set(units.map(({ version, dialect, complete }) => `${version} ${dialect} ${complete}`))).toEqual(
      new Set(['1.43.67 reference-rst false']),
    );
    expect(unknown).toEqual([]);
    const sqs = units.find(({ service }) => service === 'sqs');
    const texts = await Promise.all(sqs?.files.map((file) => file.read()) ?? []);
    expect(texts.every((text) => /\.\. py:(?:class|method)::/.test(text))).toBe(true);
  });

  test('all of the models, newest and all API versions', async () => {
    const { units } = await opened(shared('data/models-1.43.67.tar.xz'), { allApiVersions: true });
    expect(new Set(units.map(({ service }) => service)).size).toBe(429);
    const elbv2 = units.find(({ service }) => service === 'elbv2');
    const text = await elbv2?.files.find((file) => file.path.endsWith('service-2.json'))?.read();
    expect(JSON.parse(text ?? '')).toMatchObject({ metadata: { serviceId: 'Elastic Load Balancing v2' } });
  });
});

describeShared('the history', () => {
  let folder = '';
  beforeAll(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'apidelta-test-')), 'botocore');
    execFileSync('git', ['clone', '-q', '--bare', shared('data/botocore-history.bundle'), folder], { stdio: 'pipe' });
  });
  afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  test('has 2,374 releases in order, with the days of their commits', async () => {
    const releases = await listReleases(await openRepository(folder));
    expect(releases).toHaveLength(2374);
    expect([releases[0]?.version, releases.at(-1)?.version]).toEqual(['0.107.0', '1.43.67']);
    const versions = releases.map(({ version }) => version);
    expect([...versions].sort(compareVersions)).toEqual(versions);
    expect(versions.slice(versions.indexOf('1.0.0a1'), versions.indexOf('1.0.1'))).toEqual(
      '1.0.0a1 1.0.0a2 1.0.0a3 1.0.0b1 1.0.0b2 1.0.0b3 1.0.0rc1 1.0.0'.split(' '),
    );
    expect(releases.find(({ version }) => version === '1.40.73')?.date).toBe('2025-11-13');
  });

  test('walks through 882 revisions of models, all readable', async () => {
    const repository = await openRepository(folder);
    const releases = await listReleases(repository);
    const row = await changedModelFilesInRow(
      repository,
      botocoreRepository,
      releases.map(({ tree }) => tree),
    );
    const blobs = new Set(row.flat().flatMap(({ role, after }) => (role === 'service' && after ? [after] : [])));
    expect(blobs.size).toBe(882);
    const at = releases.findIndex(({ version }) => version === '1.40.73');
    expect(row[at]?.map(({ service }) => service)).toContain('elbv2');
    const reader = new BlobReader(repository);
    const sizes = await Promise.all([...blobs].map(async (blob) => (await reader.read(blob))?.length ?? 0));
    await reader.close();
    expect(Math.min(...sizes)).toBeGreaterThan(1000);
    expect(sizes.reduce((a, b) => a + b)).toBeGreaterThan(270e6);
  });

  test('opens at a tag: thirteen services and the note', async () => {
    const source = await opened(`git:${folder}@1.40.73`);
    expect(source.units.filter(({ dialect }) => dialect === 'service-model')).toHaveLength(13);
    expect(outline(source)[0]).toBe('1.40.73 release-notes - 1.40.73.json');
    expect(source.units.every(({ complete, date }) => complete && date === '2025-11-13')).toBe(true);
  });
});
