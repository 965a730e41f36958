/** The version in use, read from the file of a project that pins it: every form of such files, and what is wrong with one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from '../run-cli.ts';
import { tinyHistory } from './tiny-history.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-pins-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { repository, store, write } = await tinyHistory(folder);
const check = (...args: string[]) => apidelta(['check', ...args]);

const files: readonly (readonly [string, string])[] = [
  [
    'requirements.txt',
    '# comment\nrequests==2.0.0\nbotocore[crt]==1.31.5 ; python_version > "3.8" \\\n  --hash=sha256:00\n',
  ],
  ['boto3.txt', 'boto3==1.28.5\n'],
  ['letter.txt', 'boto3==v1.28.5\n'],
  ['parentheses.txt', 'boto3 [crt] (==1.28.5) ; python_version > "3.8"\n'],
  ['zeros.txt', 'boto3==1.28.5.0\n'],
  ['twice.txt', 'boto3==1.28.5 ; python_version < "3.9"\nboto3==1.28.5 ; python_version >= "3.9"\n'],
  ['stubs.txt', 'boto3-stubs==1.34.0\nboto3==1.28.5\n'],
  ['both.txt', 'boto3==1.28.5\nbotocore==1.31.5\n'],
  [
    'uv.lock',
    'version = 1\n\n[[package]]\nname = "boto3"\nversion = "1.28.5"\n\n[[package]]\nname = "botocore"\nversion = "1.31.5"\n',
  ],
  [
    'poetry.lock',
    '[[package]]\nname = "botocore"\nversion = "1.31.5"\n\n[package.extras]\ncrt = ["awscrt"]\n\n[[package]]\nname = "x"\nversion = "1.0"\n',
  ],
  [
    'comments/uv.lock',
    '# locked\r\nversion = 1 # of the file\r\n\r\n[[package]] # the SDK\r\nname = "botocore" # its core\r\nversion = "1.31.5"\r\n',
  ],
  [
    'forms/poetry.lock',
    '[[ package ]]\n"name" = \'BotoCore\'\ndescription = """\n[[package]]\nname = "botocore"\nversion = "1.0.0"\n"""\nversion = \'1.31.5\'\n',
  ],
  ['inline/pdm.lock', 'package = [{ name = "botocore", version = "1.31.5" }, { name = "local", path = "." }]\n'],
  ['Pipfile.lock', JSON.stringify({ default: { botocore: { version: '==1.31.5' } } })],
  ['pylock.toml', 'lock-version = "1.0"\n\n[[packages]]\nname = "botocore"\nversion = "1.31.5"\n'],
  ['pylock.dev.toml', '[[packages]]\nname = "boto3"\nversion = "1.28.5"\n'],
  [
    'pyproject.toml',
    '[project]\nname = "x"\ndependencies = ["requests>=2", "boto3[crt]==1.28.5 ; python_version > \'3.8\'"]\n',
  ],
  [
    'extra/pyproject.toml',
    '[project]\ndependencies = []\n[project.optional-dependencies]\naws = [\n  "botocore == 1.31.5",\n]\n',
  ],
  ['group/pyproject.toml', '[dependency-groups]\ndev = [{ include-group = "test" }, "botocore==1.31.5"]\n'],
  ['poetry/pyproject.toml', '[tool.poetry.dependencies]\npython = "^3.9"\nboto3 = "1.28.5"\n'],
  ['limits.txt', 'boto3 >=1.20, ==1.28.5, <2\n'],
  ['continued.txt', 'boto3 \\\n  ==1.28.5 \\\n  --hash=sha256:00\n'],
  ['returns.txt', 'requests==2.0.0\rboto3==1.28.5\r'],
  ['wheel.txt', 'boto3 @ https://files.example/boto3-1.28.5-py3-none-any.whl#sha256=00\n'],
  ['archive.txt', './packages/botocore-1.31.5.tar.gz\n'],
  ['tag.txt', 'botocore @ git+https://github.com/boto/botocore.git@1.31.5 ; python_version > "3.8"\n'],
  ['tag-archive.txt', 'https://github.com/boto/botocore/archive/refs/tags/1.31.5.zip\n'],
  ['Pipfile', '[[source]]\nname = "pypi"\n\n[packages]\nrequests = "*"\nboto3 = "==1.28.5"\n'],
  ['named/Pipfile', '[docs]\nboto3 = { version = "==1.28.5", extras = ["crt"] }\n'],
  ['named/Pipfile.lock', JSON.stringify({ _meta: {}, default: {}, docs: { boto3: { version: '==1.28.5' } } })],
  ['pdm/pyproject.toml', '[tool.pdm.dev-dependencies]\ntest = ["boto3==1.28.5"]\n'],
  ['uv/pyproject.toml', '[tool.uv]\nconstraint-dependencies = ["botocore==1.31.5"]\n'],
  ['equals/pyproject.toml', '[tool.poetry.dependencies]\nboto3 = ">=1.28.5"\nbotocore = "= 1.31.5"\nx = "v1.0"\n'],
  ['letter/pyproject.toml', '[tool.poetry.dependencies]\nboto3 = "v1.28.5"\n'],
  [
    'table/pyproject.toml',
    '[tool.poetry.group.dev.dependencies]\nBoto3 = { version = "==1.28.5", extras = ["crt"] }\n',
  ],
];

test.each(files)('%s', async (name, text) => {
  const args = ['--requirements', write(name, text), '--to', '1.34.0', '--format', 'tsv'];
  const fromStore = await check(...args, '--store', store);
  expect(fromStore).toMatchObject({ code: 1, err: expect.stringContaining('1.31.5') });
  expect(fromStore.out).toContain('tiny\toperation-removed\tDropThing');
  if (name === 'boto3.txt') expect(fromStore.err).toContain('boto3 1.28.5, which is botocore 1.31.5');
  expect((await check(...args, '--git', repository)).out).toBe(fromStore.out);
});

test.each([
  ['broken/uv.lock', '[[package]\nname = "botocore"\n', 'is no TOML document: '],
  ['unclosed/poetry.lock', '[[package]]\nname = "botocore\nversion = "1.31.5"\n', 'is no TOML document: '],
  ['odd/uv.lock', 'package = 1\n', 'names neither botocore nor boto3'],
  ['rows/uv.lock', 'package = [1, [], { name = 2, version = "1.31.5" }]\n', 'names neither botocore nor boto3'],
  ['large/uv.lock', 'size = 99999999999999999999\npackage = []\n', 'names neither botocore nor boto3'],
  ['list/Pipfile.lock', '[]', 'names neither botocore nor boto3'],
  ['null/Pipfile.lock', '{"default": {"boto3": null, "botocore": {"version": 1}}, "develop": 3}', 'has no version of'],
  ['text/Pipfile.lock', 'botocore', 'is no JSON document'],
  [
    'bare/uv.lock',
    '[[package]]\nname = "botocore"\n',
    'has no version of botocore or boto3 that can be read: name the',
  ],
  ['any/Pipfile.lock', '{"default": {"botocore": {"version": "*"}}}', 'has no version of botocore or boto3 that'],
  [
    'loose/pyproject.toml',
    '[project]\ndependencies = ["boto3>=1.28"]\n',
    'does not pin a version (`dependencies = ["boto3>=1.28"]`)',
  ],
  [
    'caret/pyproject.toml',
    '[tool.poetry.dependencies]\nboto3 = "^1.28.5"\n',
    'does not pin a version (`boto3 = "^1.28.5"`)',
  ],
  ['none/pyproject.toml', '[project]\ndependencies = [1, "aiobotocore==1.0", "boto3-stubs==1.0"]\n', 'names neither'],
  ['odd/pyproject.toml', 'project = 1\ndependency-groups = [2]\n[tool]\npoetry = "x"\n', 'names neither'],
  ['broken/pyproject.toml', '[project\n', 'is no TOML document: '],
  ['environment.yml', 'dependencies:\n  - boto3=1.28.5\n', 'does not pin a version (`- boto3=1.28.5`)'],
  [
    'quoted.txt',
    '"botocore==1.31.5"\n',
    'quoted.txt` pins a version in a place that is not read (`"botocore==1.31.5"`): name the version of botocore in use with --from, or a lock file with --requirements.',
  ],
  ['Dockerfile', 'RUN pip install boto3==1.28.5\n', 'in a place that is not read (`RUN pip install boto3==1.28.5`)'],
  ['setup.py', 'setup(install_requires=["boto3[crt]==1.28.5"])\n', 'in a place that is not read (`setup('],
  [
    'hatch/pyproject.toml',
    '[tool.hatch.envs.default]\ndependencies = ["boto3 == 1.28.5"]\n',
    'in a place that is not read (`dependencies = ["boto3 == 1.28.5"]`)',
  ],
  ['star.txt', 'boto3==1.28.*\n', 'does not pin a version (`boto3==1.28.*`)'],
  [
    'either/pyproject.toml',
    '[tool.poetry.dependencies]\nboto3 = "1.34.0 || 1.28.5"\n',
    'does not pin a version (`boto3 = "1.34.0 || 1.28.5"`)',
  ],
  [
    'two/pyproject.toml',
    '[project]\ndependencies = ["boto3==1.28.5", "boto3==1.34.0"]\n',
    'pins boto3 to 1.28.5 in dependencies and to 1.34.0 in dependencies: keep one of them',
  ],
  ['comment.txt', 'x==1 # not boto3\n# botocore==1.31.5\n', 'names neither'],
  ['null/package-lock.json', '{"packages": null}', 'pins the SDK for JavaScript'],
])('%s is a mistake in one sentence', async (name, text, words) => {
  const { code, out, err } = await check('--requirements', write(name, text), '--to', '1.34.0', '--store', store);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(words);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test.each([
  [
    'several.txt',
    '# two\nboto3==1.34.0 ; python_version >= "3.9" \\\n  --hash=sha256:00\nboto3==1.28.5 ; python_version < "3.9" # old\n',
    'boto3 1.28.5 (python_version < "3.9") and 1.34.0 (python_version >= "3.9")',
    4,
  ],
  [
    'several/poetry.lock',
    '[[package]]\nname = "botocore"\nversion = "1.34.0"\nmarkers = "python_version >= \\"3.9\\""\n\n[[package]]\nname = "botocore"\nversion = "1.31.5"\nmarkers = "python_version < \\"3.9\\""\n',
    'botocore 1.31.5 (python_version < "3.9") and 1.34.0 (python_version >= "3.9")',
    8,
  ],
  [
    'several/uv.lock',
    '[[package]]\nname = "botocore"\nversion = "1.31.5"\nresolution-markers = ["python_full_version < \'3.9\'", "sys_platform == \'win32\'"]\n\n[[package]]\nname = "botocore"\nversion = "1.34.0"\nresolution-markers = 1\n',
    "botocore 1.31.5 (python_full_version < '3.9' or sys_platform == 'win32') and 1.34.0",
    3,
  ],
  [
    'continued-several.txt',
    'boto3==1.34.0 \\\n  ; python_version >= "3.9"\nboto3==1.28.5 \\\n  ; python_version < "3.9"\n',
    'boto3 1.28.5 (python_version < "3.9") and 1.34.0 (python_version >= "3.9")',
    3,
  ],
  [
    'several/pyproject.toml',
    '[tool.poetry.dependencies]\nboto3 = [\n  { version = "1.34.0", python = ">=3.9" },\n  { version = "1.28.5", python = "<3.9" },\n]\n',
    'boto3 1.28.5 (python <3.9) and 1.34.0 (python >=3.9)',
    4,
  ],
  [
    'both-packages.txt',
    'botocore==1.34.0; python_version >= "3.9"\nboto3==1.28.5; python_version < "3.9"\n',
    'boto3 1.28.5 (python_version < "3.9") and botocore 1.34.0 (python_version >= "3.9")',
    2,
  ],
  [
    'exported.txt',
    'boto3==1.28.5; os_name == "nt"\nboto3==1.34.0; os_name != "nt"\nbotocore==1.31.5; os_name == "nt"\nbotocore==1.34.0; os_name != "nt"\n',
    'botocore 1.31.5 (os_name == "nt") and 1.34.0 (os_name != "nt")',
    3,
  ],
  [
    'several/Pipfile.lock',
    '{\n"default": { "botocore": {\n  "version": "==1.34.0"\n} },\n"develop": { "botocore": {\n  "markers": "os_name == \'nt\'", "version": "==1.31.5"\n} } }',
    "botocore 1.31.5 (in develop; os_name == 'nt') and 1.34.0 (in default)",
    6,
  ],
])('%s has several pins: the oldest is compared, and all are told', async (name, text, told, line) => {
  const file = write(name, text);
  const { code, out, err } = await check('--requirements', file, '--format', 'sarif', '--store', store);
  expect(code).toBe(1);
  expect(err.split('\n')[0]).toBe(
    `\`${file}\` has ${told}${told.includes('in develop') ? '' : ', each for other Pythons or systems'}: the oldest is compared, because it has the most changes before it. Name another one with --from.`,
  );
  // What the first line says is not said again, but for the botocore of a boto3.
  expect(err).not.toMatch(/ has (botocore|boto3) [\d.]+\.$/m);
  expect(err).toContain('Compared botocore 1.31.5 with 1.34.0.');
  expect(JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.region.startLine).toBe(line);
});

test.each([
  ['plain.txt', 'boto3==1.28.5\nbotocore==1.34.0\n'],
  ['everywhere.txt', 'boto3==1.28.5; python_version < "3.9"\nbotocore==1.34.0\n'],
])('%s: a botocore that is pinned for all is what is installed, whatever boto3 is', async (name, text) => {
  const { err } = await check('--requirements', write(name, text), '--store', store);
  expect(err).toContain(`${name} has botocore 1.34.0.`);
  expect(err).not.toContain('oldest');
});

test('a pin with two numbers is the release that ends with 0, as pip takes it', async () => {
  const { err } = await check('--requirements', write('short.txt', 'botocore==1.34\n'), '--store', store);
  expect(err).toContain('has botocore 1.34.0.');
  expect(await check('--requirements', write('short.txt', 'botocore==1.34\n'), '--git', repository)).toMatchObject({
    code: 0,
  });
});

test('a file in UTF-16, as PowerShell writes what it is given, or with the mark of UTF-8', async () => {
  const lines = '\ufeffbotocore==1.31.5\r\nrequests==2.0.0\r\n';
  const wide = Buffer.from(lines, 'utf16le');
  for (const [name, bytes] of [
    ['wide.txt', wide],
    ['big.txt', Buffer.from(wide).swap16()],
    ['marked.txt', Buffer.from(lines)],
  ] as const) {
    const { err } = await check('--requirements', write(name, bytes), '--store', store);
    expect(err, name).toContain('has botocore 1.31.5.');
  }
});

test('a configuration in UTF-16', async () => {
  const config = (severity: string) =>
    write(`${severity}.json`, Buffer.from(`\ufeff{"severity": {"field-added": "${severity}"}}`, 'utf16le'));
  const pins = write('pins.txt', 'botocore==1.31.5\n');
  const args = (severity: string) => ['--requirements', pins, '--store', store, '--config', config(severity)];
  const { code, err } = await check(...args('safe'));
  expect([code, err]).not.toEqual([2, expect.anything()]);
  const wrong = await check(...args('awful'));
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('field-added')]);
});

test('a folder is said to be one, by its name', async () => {
  const { code, err } = await check('--requirements', folder, '--store', store);
  expect([code, err]).toEqual([
    2,
    expect.stringContaining(`\`${folder}\` is a folder: name the file in it that pins botocore or boto3.`),
  ]);
});

test.each([
  ['loose.txt', 'boto3>=1.28\n', /does not pin/],
  ['nothing.txt', 'requests==1.0.0\n', /neither botocore nor boto3/],
  ['only-stubs.txt', 'boto3-stubs==1.34.0\n', /neither botocore nor boto3/],
  ['only-aio.txt', 'aiobotocore==2.9.0\nbotocore-stubs>=1.30\n', /neither botocore nor boto3/],
  [
    'differ.txt',
    '# two\nboto3==1.34.0 # new\nboto3==1.28.5\n',
    /to 1\.34\.0 in line 2 \(`boto3==1\.34\.0 # new`\) and to 1\.28\.5 in line 3 \(`boto3==1\.28\.5`\): keep one of them, .*--from/,
  ],
  [
    'half.txt',
    'boto3==1.28.5 ; python_version < "3.9"\nboto3==1.34.0\n',
    /to 1\.34\.0 in line 2 \(`boto3==1\.34\.0`\) and to 1\.28\.5 in line 1 .*: keep one of them/,
  ],
  [
    'base/dev.txt',
    '-r other.txt\n',
    /names neither botocore nor boto3, but includes .*base\/other\.txt: name that file, or the version in use with --from\.\n/,
  ],
  [
    'pair.txt',
    'boto3\n-c a.txt\n--requirement=b.txt # x\n',
    /\(`boto3`\), but includes .*a\.txt and .*b\.txt: name the one/,
  ],
  ['unheard.txt', 'boto3==1.30.0\n', /--from/],
  ['package-lock.json', JSON.stringify({ packages: { 'node_modules/@aws-sdk/client-s3': {} } }), /JavaScript.*s3/],
  ['package-lock.json', '[', /no JSON/],
])('%s is a mistake', async (name, text, message) => {
  expect(await check('--requirements', write(name, text), '--store', store)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(message),
  });
});
