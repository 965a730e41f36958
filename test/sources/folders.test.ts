/** Folders and lone files: what belongs together, and what names the version. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { opened, outline, refusalOf } from './opened.ts';
import { model, note, operationPage, scratchFolder, servicePage } from './scratch-folder.ts';

test('a name that is no UTF-8 is passed over, and the rest is read', async () => {
  const folder = scratchFolder({ 'tea/2020-01-01/service-2.json': model(), 'fine-\ufffd.json': model() });
  const odd = (name: string) => Buffer.concat([Buffer.from(`${folder}/${name}`), Buffer.from([0xff])]);
  writeFileSync(odd('file-'), model());
  mkdirSync(odd('folder-'));
  const source = await opened(folder);
  expect(source.units.length).toBeGreaterThan(0);
  expect(source.passedOver.map(({ name, reason }) => `${path.basename(name)}: ${reason}`).sort()).toEqual([
    'file-\ufffd: its name is no UTF-8: rename it',
    'folder-\ufffd: its name is no UTF-8: rename it',
  ]);
});

describe('service models', () => {
  const files = {
    'tea/2019-01-01/service-2.json': model('2019-01-01'),
    'tea/2020-01-01/service-2.json': model(),
    'tea/2020-01-01/paginators-1.json': '{"pagination": {}}',
    'tea/2020-01-01/waiters-2.json': '{"version": 2, "waiters": {}}',
    'tea/2020-01-01/examples-1.json': '{"version": "1.0", "examples": {}}',
    'tea/2020-01-01/service-2.sdk-extras.json': '{"version": 1.0, "merge": {}}',
    'tea/2020-01-01/endpoint-rule-set-1.json': '{"version": "1.0", "parameters": {}, "rules": []}',
    'tea/2020-01-01/endpoint-tests-1.json': '{"version": "1.0", "testCases": []}',
    'tea/2021-01-01/examples-1.json': '{"version": "1.0", "examples": {}}',
  };

  test('are one unit for each service, of its newest API version that has a model', async () => {
    const source = await opened(scratchFolder(files));
    expect(outline(source)).toEqual([
      '- service-model tea 2020-01-01/endpoint-rule-set-1.json 2020-01-01/examples-1.json 2020-01-01/paginators-1.json 2020-01-01/service-2.json 2020-01-01/service-2.sdk-extras.json 2020-01-01/waiters-2.json',
    ]);
    expect(source.units[0]?.complete).toBe(false);
    expect(source.unknown.map(({ name, reason }) => `${path.basename(name)}: ${reason}`).sort()).toEqual([
      'endpoint-tests-1.json: tests, or another form, of rules of endpoints',
      'examples-1.json: part of a service model that is not here',
    ]);
  });

  test('are given in all API versions on demand', async () => {
    const source = await opened(scratchFolder(files), { allApiVersions: true });
    expect(source.units.map((unit) => unit.files[0]?.path)).toEqual([
      '2019-01-01/service-2.json',
      '2020-01-01/endpoint-rule-set-1.json',
    ]);
  });

  test('are read gzipped; where a model is there twice, the plain one holds', async () => {
    const folder = scratchFolder({
      'milk/2020-01-01/service-2.json.gz': gzipSync(model()),
      'tea/2020-01-01/service-2.json': `${model()} `,
      'tea/2020-01-01/service-2.json.gz': gzipSync(model()),
    });
    const { units } = await opened(folder);
    expect(await Promise.all(units.map(({ files: [file] }) => file?.read()))).toEqual([model(), `${model()} `]);
    expect(units.map(({ files }) => files.map((file) => file.path))).toEqual([
      ['2020-01-01/service-2.json'],
      ['2020-01-01/service-2.json'],
    ]);
  });

  test('are recognised without any layout, by their content', async () => {
    const folder = scratchFolder({ 'here/anything.txt': model(), 'here/paginators-1.json': '{"pagination": {}}' });
    expect(outline(await opened(folder))).toEqual(['- service-model - anything.txt paginators-1.json']);
    expect(outline(await opened(path.join(folder, 'here/anything.txt'), { as: '1.0' }))).toEqual([
      '1.0 service-model - anything.txt',
    ]);
  });

  test('of old years are read under the names of today', async () => {
    const folder = scratchFolder({
      'aws/tea/2012-01-01.normal.json': model(),
      'aws/tea/2012-01-01.paginators.json': '{"pagination": {}}',
      'aws/milk/2012-01-01.api.json': model(),
      'aws/leaf/2012-01-01.json': '{"api_version": "2012-01-01", "operations": {}}',
    });
    const source = await opened(folder);
    expect(outline(source)).toEqual([
      '- service-model leaf 2012-01-01/service-1.json',
      '- service-model milk 2012-01-01/service-2.json',
      '- service-model tea 2012-01-01/paginators-1.json 2012-01-01/service-2.json',
    ]);
    expect(source.unknown).toEqual([]);
  });
});

describe('reference pages', () => {
  test('are one unit for each service; pages without a folder are one each', async () => {
    const folder = scratchFolder({
      'services/tea.rst': servicePage(),
      'services/tea/client/brew.rst': operationPage('brew'),
      'services/tea/client/exceptions/Cold.rst': servicePage('Cold'),
      'services/tea/paginator/ListLeaves.rst': servicePage('Leaves'),
      'services/tea/pot/index.rst': 'A page of a resource, which is not looked at.',
      'services/milk.rst': servicePage('Milk'),
      'services/index.rst': 'Services\n========\n',
    });
    const source = await opened(folder);
    expect(outline(source)).toEqual([
      '- reference-rst milk services/milk.rst',
      '- reference-rst tea tea.rst tea/client/brew.rst tea/client/exceptions/Cold.rst tea/paginator/ListLeaves.rst tea/pot/index.rst',
    ]);
    expect(source.unknown.map(({ name }) => path.basename(name))).toEqual(['index.rst']);
  });

  test('name their service when only one of them, or their folder, is named', async () => {
    const folder = scratchFolder({ 'services/tea/client/brew.rst': operationPage('brew') });
    for (const name of ['services/tea/client/brew.rst', 'services/tea/client', 'services/tea', 'services', '']) {
      const source = await opened(path.join(folder, name));
      expect(outline(source)).toEqual(['- reference-rst tea tea/client/brew.rst']);
    }
  });

  test('take no service from a folder `client` that may be anything', async () => {
    const folder = scratchFolder({ 'my-things/client/brew.rst': operationPage('brew') });
    expect((await opened(folder)).units[0]?.service).toBeNull();
  });

  test('in a folder `client` that are none are looked at one by one', async () => {
    const folder = scratchFolder({
      'a/client/notes.rst': '1.0.0\n=====\n\n* api-change: tea\n',
      'a/client/b.txt': 'nothing',
    });
    expect(outline(await opened(folder))).toEqual(['- release-notes - a/client/notes.rst']);
  });
});

describe('versions', () => {
  test('come from the nearest folder, inside or above what is named', async () => {
    const folder = scratchFolder({
      '1.10.0/services/tea.rst': servicePage(),
      'v1.9.0/services/tea.rst': servicePage(),
      '1.9.0rc1/services/tea.rst': servicePage(),
      'none/services/tea.rst': servicePage(),
    });
    expect((await opened(folder)).units.map(({ version }) => version)).toEqual(['1.9.0rc1', '1.9.0', '1.10.0', null]);
    for (const name of ['1.10.0', '1.10.0/services', '1.10.0/services/tea.rst'])
      expect((await opened(path.join(folder, name))).units[0]?.version).toBe('1.10.0');
    expect((await opened(path.join(folder, '1.10.0'), { as: '2.0', date: '2024-05-06' })).units[0]).toMatchObject({
      version: '2.0',
      date: '2024-05-06',
    });
    expect(await refusalOf(folder, { as: '2.0' })).toMatch(
      /names one release, but 3 versions were found \(1\.9\.0rc1, 1\.9\.0, 1\.10\.0\)/,
    );
  });

  test('come from an installed package, which is complete, however it is named', async () => {
    const folder = scratchFolder({
      'site-packages/botocore/__init__.py': "import os\n__version__ = '1.40.73'\n",
      'site-packages/botocore/data/tea/2020-01-01/service-2.json.gz': gzipSync(model()),
      'site-packages/botocore/data/endpoints.json': '{}',
      'site-packages/other/CHANGELOG.md': '# 1.0.0\n\n* More\n',
    });
    for (const name of ['site-packages', 'site-packages/botocore', 'site-packages/botocore/data']) {
      const source = await opened(path.join(folder, name));
      expect(outline(source)).toEqual(['1.40.73 service-model tea 2020-01-01/service-2.json']);
      expect(source.units[0]?.complete).toBe(true);
      expect(source.units[0]?.files[0]?.name).toBe(
        path.join(folder, 'site-packages/botocore/data/tea/2020-01-01/service-2.json.gz'),
      );
    }
    const part = await opened(path.join(folder, 'site-packages/botocore/data/tea'));
    expect(part.units[0]).toMatchObject({ version: '1.40.73', complete: false });
  });

  test('take no version from the botocore that the AWS CLI carries', async () => {
    const folder = scratchFolder({
      'awscli/botocore/__init__.py': "__version__ = '2.0.0dev155'\n",
      'awscli/botocore/data/tea/2020-01-01/service-2.json': model(),
      'wheel/botocore/data/tea/2020-01-01/service-2.json': model(),
      'wheel/botocore-2.0.0.dev155.dist-info/METADATA': 'Name: botocore\nVersion: 2.0.0.dev155\n',
    });
    for (const name of ['awscli', 'wheel']) {
      const source = await opened(path.join(folder, name));
      expect(source.units.map(({ version }) => version)).toEqual([null]);
    }
  });
});

test('a folder `.changes` is one unit, a lone file of it names its version', async () => {
  const folder = scratchFolder({
    '.changes/1.10.0.json': note,
    '.changes/1.9.0.json': note,
    '.changes/next-release/a.json': '{}',
  });
  expect(outline(await opened(folder))).toEqual(['- release-notes - 1.9.0.json 1.10.0.json']);
  expect(outline(await opened(path.join(folder, '.changes/1.9.0.json')))).toEqual(['1.9.0 release-notes - 1.9.0.json']);
});

test('services are chosen by their folders; units without one stay', async () => {
  const folder = scratchFolder({
    'tea/2020-01-01/service-2.json': model(),
    'milk/2020-01-01/service-2.json': model(),
    'CHANGELOG.md': '## 1.0.0\n\n* More\n',
  });
  const { units } = await opened(folder, { services: ['tea'], complete: true });
  expect(units.map(({ service, complete }) => [service, complete])).toEqual([
    [null, true],
    ['tea', true],
  ]);
});

test('reads a document as often as asked, packed or with a byte order mark', async () => {
  const folder = scratchFolder({
    'a.rst': `\ufeff${servicePage()}`,
    'b.rst': Buffer.from(`\ufeff${servicePage()}`, 'utf16le'),
    'c.rst': zstdCompressSync(servicePage()),
  });
  for (const name of ['a.rst', 'b.rst', 'c.rst', '']) {
    const { units } = await opened(path.join(folder, name));
    for (const { files } of units) {
      const texts = await Promise.all(Array.from({ length: 100 }, () => files[0]?.read()));
      expect(new Set(texts)).toEqual(new Set([servicePage()]));
    }
  }
});

test('a file that a link leads to is called as the link, and found where it leads', async () => {
  const folder = scratchFolder({ 'real/1.2.3/tea.rst': servicePage() });
  const link = path.join(folder, 'named.rst');
  symlinkSync('real/1.2.3/tea.rst', link);
  const { units } = await opened(link);
  expect(units.map(({ version, files }) => [version, files.map(({ name }) => name)])).toEqual([['1.2.3', [link]]]);
});

test('links in a folder are not followed, links that are named are', async () => {
  const folder = scratchFolder({ 'real/services/tea.rst': servicePage() });
  symlinkSync('..', path.join(folder, 'real/loop'));
  symlinkSync('real', path.join(folder, 'named'));
  symlinkSync('/etc/hosts', path.join(folder, 'real/outside.rst'));
  const source = await opened(path.join(folder, 'named'));
  expect(source.units).toHaveLength(1);
  expect(source.unknown.map(({ name, reason }) => `${path.basename(name)}: ${reason}`).sort()).toEqual([
    'loop: a link: name what it leads to',
    'outside.rst: a link: name what it leads to',
  ]);
});

test('of a model that is there plain and packed the plain one is read, and the other is told unless it is the same', async () => {
  const file = 'tea/2020-01-01/service-2.json';
  for (const [packed, isTold] of [
    [gzipSync(model()), false],
    [gzipSync(model().replace('{', '{ ')), true],
    [gzipSync(model()).subarray(0, 30), true],
  ] as const) {
    const folder = scratchFolder({ [file]: model(), [`${file}.gz`]: packed });
    const source = await opened(folder);
    expect(outline(source)).toEqual(['- service-model tea 2020-01-01/service-2.json']);
    expect(await source.units[0]?.files[0]?.read()).toBe(model());
    const told = [
      {
        name: path.join(folder, `${file}.gz`),
        reason: `\`${path.join(folder, file)}\` with other content is read`,
      },
    ];
    expect([source.passedOver, source.unknown]).toEqual(isTold ? [told, told] : [[], []]);
  }
});
