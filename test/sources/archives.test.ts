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
    ...{ './': '', '1.2.3/': '', '1.2.3/tea/': '', '1.2.3/tea/2020-01-01/': '', '1.2.3/empty/': '' },
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

test('a member without a name is told as one, not as one that leads out', async () => {
  const tea = { 'services/tea.rst': servicePage() };
  const folder = scratchFolder({
    'a.tar': await makeTar({ ...tea, '.': 'words' }),
    'a.zip': makeZip([
      { name: '.', content: Buffer.from('words') },
      { name: 'services/tea.rst', content: Buffer.from(servicePage()) },
    ]),
  });
  for (const name of ['a.tar', 'a.zip']) {
    const spec = path.join(folder, name);
    expect((await opened(spec)).passedOver).toEqual([{ name: `${spec}:.`, reason: 'without a name' }]);
  }
});

test('the last of two members of one name holds, and the other is told unless it is the same', async () => {
  const first = await makeTar({ 'services/tea.rst': servicePage('Old') });
  const second = await makeTar({ 'services/tea.rst': servicePage('Tea') });
  // Two tars in a row, without the first one's end.
  const inRow = (...tars: readonly Buffer[]) =>
    Buffer.concat(tars.map((tar, index) => (index < tars.length - 1 ? tar.subarray(0, tar.length - 1024) : tar)));
  const zipOf = (...titles: readonly string[]) =>
    makeZip(titles.map((title) => ({ name: 'services/tea.rst', content: Buffer.from(servicePage(title)) })));
  const folder = scratchFolder({
    'two.tar': inRow(first, second),
    'same.tar': inRow(second, second),
    'two.zip': zipOf('Old', 'Tea'),
    'same.zip': zipOf('Tea', 'Tea'),
  });
  for (const name of ['two.tar', 'same.tar', 'two.zip', 'same.zip']) {
    const { units, passedOver } = await opened(path.join(folder, name));
    expect(units).toHaveLength(1);
    expect(await units[0]?.files[0]?.read()).toBe(servicePage('Tea'));
    const told = {
      name: `${path.join(folder, name)}:services/tea.rst`,
      reason: 'another member that has its name, and other content, follows it and is read',
    };
    expect(passedOver, name).toEqual(name.startsWith('two') ? [told] : []);
  }
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
