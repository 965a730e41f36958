/** Archives that are as they should be. */
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeTar } from './make-tar.ts';
import { makeZip } from './make-zip.ts';
import { opened, outline, refusalOf } from './opened.ts';
import { model, scratchFolder, servicePage } from './scratch-folder.ts';

const fixture = path.join(import.meta.dirname, '../fixtures/sources/tea-pages.tar.xz');

test('a tar is read whatever packs it and whatever its name is', async () => {
  const tar = await makeTar({
    '1.2.3/tea/2020-01-01/service-2.json': model(),
    './1.2.3/milk/2020-01-01/service-2.json.gz': gzipSync(model()),
  });
  const folder = scratchFolder({ one: tar, two: gzipSync(tar), three: zstdCompressSync(tar) });
  for (const name of ['one', 'two', 'three']) {
    const spec = path.join(folder, name);
    const source = await opened(spec);
    expect(outline(source)).toEqual([
      '1.2.3 service-model milk 2020-01-01/service-2.json',
      '1.2.3 service-model tea 2020-01-01/service-2.json',
    ]);
    expect(source.units[1]?.files[0]?.name).toBe(`${spec}:1.2.3/tea/2020-01-01/service-2.json`);
    for (const { files } of source.units) expect(await files[0]?.read()).toBe(model());
    expect(await files0(source.units)).toEqual([model(), model()]);
  }
});

test('the folders of a tar need no word', async () => {
  const tar = await makeTar({
    ...{ '1.2.3/': '', '1.2.3/tea/': '', '1.2.3/tea/2020-01-01/': '', '1.2.3/empty/': '' },
    '1.2.3/tea/2020-01-01/service-2.json': model(),
  });
  const source = await opened(path.join(scratchFolder({ 'tea.tar': tar }), 'tea.tar'));
  expect(outline(source)).toEqual(['1.2.3 service-model tea 2020-01-01/service-2.json']);
  expect([source.unknown, source.passedOver]).toEqual([[], []]);
});

test('a tar.xz is read, whole, by folder and by member', async () => {
  expect(outline(await opened(fixture))).toEqual(['1.2.3 reference-rst tea tea.rst tea/client/brew.rst']);
  expect(outline(await opened(`${fixture}:1.2.3/reference`))).toEqual([
    '1.2.3 reference-rst tea tea.rst tea/client/brew.rst',
  ]);
  const page = await opened(`${fixture}:1.2.3/reference/services/tea/client/brew.rst`);
  expect(outline(page)).toEqual(['1.2.3 reference-rst tea tea/client/brew.rst']);
  expect(await page.units[0]?.files[0]?.read()).toMatch(/py:method:: Tea\.Client\.brew/);
  expect(await refusalOf(`${fixture}:4.5.6/tea`)).toMatch(/does not exist: at its top `.*` holds `1\.2\.3`$/);
});

test('a wheel names its version and is complete', async () => {
  const wheel = makeZip([
    { name: 'botocore/__init__.py', content: Buffer.from('# no version here\n') },
    { name: 'botocore/args.py', content: Buffer.from('pass\n') },
    { name: 'botocore/data/tea/2020-01-01/service-2.json.gz', content: gzipSync(model()) },
    {
      name: 'botocore-1.40.73.dist-info/METADATA',
      content: Buffer.from('Metadata-Version: 2.1\nName: botocore\nVersion: 1.40.73\n'),
    },
  ]);
  const source = await opened(path.join(scratchFolder({ 'any-name': wheel }), 'any-name'));
  expect(outline(source)).toEqual(['1.40.73 service-model tea 2020-01-01/service-2.json']);
  expect(source.units[0]?.complete).toBe(true);
  expect(await source.units[0]?.files[0]?.read()).toBe(model());
});

test('a packed document is a document', async () => {
  const folder = scratchFolder({
    'service-2.json.gz': gzipSync(model()),
    'tea.rst.zst': zstdCompressSync(servicePage()),
  });
  expect(outline(await opened(path.join(folder, 'service-2.json.gz')))).toEqual(['- service-model - service-2.json']);
  const page = await opened(path.join(folder, 'tea.rst.zst'));
  expect(outline(page)).toEqual(['- reference-rst - tea.rst']);
  expect(page.units[0]?.files[0]?.name).toBe(path.join(folder, 'tea.rst.zst'));
});

test('the last of two members of one name holds', async () => {
  const first = await makeTar({ 'services/tea.rst': servicePage('Old') });
  const second = await makeTar({ 'services/tea.rst': servicePage('Tea') });
  // Two tars in a row, without the first one's end.
  const file = path.join(
    scratchFolder({ 'a.tar': Buffer.concat([first.subarray(0, first.length - 1024), second]) }),
    'a.tar',
  );
  const { units } = await opened(file);
  expect(units).toHaveLength(1);
  expect(await units[0]?.files[0]?.read()).toBe(servicePage('Tea'));
});

function files0(units: Awaited<ReturnType<typeof opened>>['units']): Promise<(string | undefined)[]> {
  return Promise.all(units.map(({ files }) => files[0]?.read()));
}

test('of what an archive holds at its top five are named', async () => {
  const zipOf = (count: number) =>
    makeZip(Array.from({ length: count }, (_, index) => ({ name: `f${index}/a.txt`, content: Buffer.from('a') })));
  const folder = scratchFolder({ five: zipOf(5), six: zipOf(6) });
  expect(await refusalOf(`${path.join(folder, 'five')}:none`)).toMatch(/holds `f0`, `f1`, `f2`, `f3`, `f4`$/);
  expect(await refusalOf(`${path.join(folder, 'six')}:none`)).toMatch(/holds `f0`, `f1`, `f2`, `f3`, `f4`, …$/);
});
