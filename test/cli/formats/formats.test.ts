/** What `diff` prints, held against schemas by validators that are not ours. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XmlParseError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import { rules } from '../../../src/diff/index.ts';
import { describeShared, shared } from '../../shared.ts';
import { apidelta } from '../run-cli.ts';
import { tinyModels } from '../tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);
const diff = async (format: string, ...more: string[]) =>
  (await apidelta(['diff', before, after, '--format', format, ...more])).out;

/** The official schema is of draft 4; of its words only `id` is called otherwise in what Ajv reads. */
function sarifSchema(): object {
  const file = new URL(
    '../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    import.meta.url,
  );
  const { $schema, id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-2.1.0')]);
  expect(JSON.stringify(schema)).not.toMatch(/"exclusive(?:Minimum|Maximum)"/);
  return schema;
}

const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
  sarifSchema(),
);

async function isOurJson() {
  const { code, out } = await apidelta(['diff', '--schema']);
  expect(code).toBe(0);
  return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(JSON.parse(out) as object);
}

const junit = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(new URL('../../fixtures/schemas/junit.xsd', import.meta.url))),
);

/** What libxml2 finds wrong by the schema, and sums that do not hold, of which a schema knows nothing. */
function junitProblems(text: string): readonly string[] {
  try {
    const document = XmlDocument.fromString(text);
    try {
      junit.validate(document);
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlValidateError || error instanceof XmlParseError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message}`);
  }
  const parsed = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === 'testsuite' || name === 'testcase',
  }).parse(text);
  const problems: string[] = [];
  const suites = parsed.testsuites as Record<string, unknown>;
  const listed = (suites.testsuite ?? []) as Record<string, unknown>[];
  const number = (value: unknown) => (/^\d+$/.test(String(value)) ? Number(value) : Number.NaN);
  for (const suite of listed) {
    const cases = (suite.testcase ?? []) as Record<string, unknown>[];
    const failed = cases.filter((one) => 'failure' in one);
    if (typeof suite['@_name'] !== 'string') problems.push('a suite without a name');
    if (number(suite['@_tests']) !== cases.length) problems.push('a wrong number of tests');
    if (number(suite['@_failures']) !== failed.length) problems.push('a wrong number of failures');
  }
  if (number(suites['@_tests']) !== listed.reduce((sum, suite) => sum + number(suite['@_tests']), 0))
    problems.push('a wrong sum');
  return problems;
}

describe('schemas', () => {
  test('JSON follows the schema that --schema prints', async () => {
    const isValid = await isOurJson();
    for (const more of [[], ['--docs'], ['--severity', 'breaking'], ['--kind', 'operation-added']]) {
      isValid(JSON.parse(await diff('json', ...more)));
      expect(isValid.errors).toBeNull();
    }
  });

  test('the schema refuses what is not in it', async () => {
    const isValid = await isOurJson();
    expect(isValid({ ...JSON.parse(await diff('json')), more: 1 })).toBe(false);
    const wrong = JSON.parse((await diff('json')).replace('"breaking"', '"bad"'));
    expect(isValid(wrong)).toBe(false);
  });

  test('SARIF follows the official schema of 2.1.0', async () => {
    isSarif(JSON.parse(await diff('sarif', '--docs')));
    expect(isSarif.errors).toBeNull();
    expect(isSarif({ version: '2.1.0' })).toBe(false);
  });

  test('SARIF describes a kind by all of its rules, and not by the last of them', async () => {
    const log = JSON.parse(await diff('sarif', '--docs', '--audience', 'all'));
    const told: { readonly id: string; readonly fullDescription: { readonly text: string } }[] =
      log.runs[0].tool.driver.rules;
    let several = 0;
    for (const { id, fullDescription } of told) {
      const variants = rules.filter((rule) => rule.id === id);
      if (variants.length > 1) several++;
      for (const { description } of variants) expect(fullDescription.text, id).toContain(description);
    }
    expect(several).toBeGreaterThan(0);
  });

  test('JUnit is XML that readers take', async () => {
    expect(junitProblems(await diff('junit', '--docs'))).toEqual([]);
    const report = await diff('junit');
    expect(junitProblems(report.replace(/tests="\d+"/, 'tests="99"'))).toEqual(['a wrong sum']);
    expect(junitProblems(report.replace(/tests="\d+"/, 'tests="many"'))).toEqual([expect.stringContaining('many')]);
    expect(junitProblems(report.replace('<failure message', '<failure reason'))).toEqual([
      expect.stringContaining('reason'),
    ]);
    expect(junitProblems(report.replace('</testcase>', ''))).not.toEqual([]);
  });

  test('HTML needs nothing from elsewhere', async () => {
    const html = await diff('html', '--docs');
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|@import|url\(|https?:/i);
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain('<ins>');
    expect(html).toContain('C`&#x3C;&#x26;"');
    // The style of a severity finds its words by their class.
    expect(html).toMatch(/<span class="severity breaking">/);
    expect(html).toMatch(/\.severity\b/);
  });
});

describeShared('schemas, with real changes', () => {
  test.each(['1.40.72 1.40.73 elbv2', '1.35.97 1.35.98 ec2'])('%s', async (names) => {
    const [from, to, service] = names.split(' ') as [string, string, string];
    for (const tree of ['rst', 'models']) {
      const args = [
        'diff',
        shared(`data/${tree}/${from}`),
        shared(`data/${tree}/${to}`),
        '--service',
        service,
        '--docs',
        '--format',
      ];
      isSarif(JSON.parse((await apidelta([...args, 'sarif'])).out));
      expect(isSarif.errors).toBeNull();
      const isValid = await isOurJson();
      isValid(JSON.parse((await apidelta([...args, 'json'])).out));
      expect(isValid.errors).toBeNull();
      expect(junitProblems((await apidelta([...args, 'junit'])).out)).toEqual([]);
    }
  });
});

describe('for people', () => {
  test('text: worst first, no colours but on a terminal, hints and words in it', async () => {
    const { out } = await apidelta(['diff', before, after, '--docs']);
    expect(out).not.toContain('\u001b');
    expect(out).toContain(
      'DropThing is gone (deprecated since 2024-05-01) — calls fail with AttributeError after the upgrade',
    );
    expect(out).toContain('(perhaps renamed to OldArn)');
    expect(out).toContain('{+ of the thing+}');
    const marks = out.split('\n').flatMap((line) => /^ {2}(\S)/.exec(line)?.[1] ?? []);
    expect(marks).toEqual([...marks].sort((a, b) => '✗!+·'.indexOf(a) - '✗!+·'.indexOf(b)));
    expect((await apidelta(['diff', before, after], { isTTY: true })).out).toContain('\u001b');
  });

  test('github: one command a change, with nothing that could begin another', async () => {
    const lines = (await diff('github', '--docs')).trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [^:]*title=[^:,]*::[^\n]+$/);
    expect(lines[0]).toMatch(/^::error /);
  });

  test('markdown: names with backticks stay whole', async () => {
    expect(await diff('markdown')).toContain('`` C`<&"');
  });

  test('tsv: no descriptions unless they are asked for', async () => {
    expect(await diff('tsv')).not.toContain('documentation');
    expect(await diff('tsv', '--no-docs')).toBe(await diff('tsv'));
    expect(await diff('tsv', '--docs')).toContain('tiny\tdocumentation-changed\tGetThing\trequest\tName\t\tdocs');
  });
});

describe('filters', () => {
  const column = (text: string, index: number) =>
    new Set(
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[index]),
    );

  test('--kind, --operation, --severity, --audience, --service', async () => {
    expect(column(await diff('tsv', '--kind', 'field-added', '--kind', 'field-removed'), 1)).toEqual(
      new Set(['field-added', 'field-removed']),
    );
    expect(column(await diff('tsv', '--operation', 'DropThing'), 1)).toEqual(new Set(['operation-removed']));
    expect(column(await diff('tsv', '--severity', 'dangerous'), 6)).toEqual(new Set(['breaking', 'dangerous']));
    expect(column(await diff('tsv', '--audience', 'wire'), 1)).toEqual(
      new Set(['http-changed', 'service-name-changed']),
    );
    expect(await diff('tsv', '--service', 'tiny')).toBe(await diff('tsv'));
  });

  test('an unknown kind or service is a mistake', async () => {
    expect(await apidelta(['diff', before, after, '--kind', 'nothing'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('apidelta rules'),
    });
    expect(await apidelta(['diff', before, after, '--service', 'nothing'])).toMatchObject({ code: 2, out: '' });
    expect(await apidelta(['diff', before])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('missing required argument'),
    });
  });
});

test('the words of a description that is gone, and of no other change', async () => {
  const silent = join(folder, 'silent');
  const file = join('tiny', '2020-01-01', 'service-2.json');
  cpSync(after, silent, { recursive: true });
  const text = readFileSync(join(after, file), 'utf8');
  writeFileSync(join(silent, file), text.replace(',"documentation":"<p>The name of the thing.</p>"', ''));
  const told = async (format: string) => (await apidelta(['diff', before, silent, '--docs', '--format', format])).out;
  expect((await told('html')).match(/<p class="words">.*?<\/p>/g)).toEqual([
    '<p class="words"><del>The name.</del></p>',
  ]);
  expect((await told('markdown')).match(/^ {2}- .*The name.*$/gm)).toEqual(['  - ~~The name.~~']);
});

test('rules: every rule as JSON and in words', async () => {
  const { out } = await apidelta(['rules', '--format', 'json']);
  const rules = JSON.parse(out) as { id: string; example: object }[];
  expect(new Set(rules.map(({ id }) => id)).size).toBeGreaterThan(70);
  const words = (await apidelta(['rules'])).out;
  for (const { id } of rules) expect(words).toContain(`${id}: `);
});

test('of a change the places below the level that was asked for are no rows, and its card and keys stay', async () => {
  const more = ['--severity', 'dangerous'];
  const rows = async (...args: string[]) => (await diff('tsv', ...args)).trim().split('\n');
  const bad = (await rows()).filter((row) => /\t(?:breaking|dangerous)\t/.test(row));
  // The value came to the request as well, where it is no danger.
  expect((await rows()).filter((row) => /enum-value-added\t.*\tsafe\t/.test(row))).toHaveLength(1);
  expect(await rows('--severity', 'dangerous')).toEqual(bad);
  const changes = JSON.parse(await diff('json', ...more)).services[0].changes as {
    readonly group: string;
    readonly places: readonly { readonly severity: string }[];
  }[];
  const severities = changes.flatMap(({ places }) => places.map(({ severity }) => severity));
  expect(severities).toHaveLength(bad.length);
  expect(new Set(severities)).toEqual(new Set(['breaking', 'dangerous']));
  expect(new Set(changes.map(({ group }) => group))).toEqual(new Set(bad.map((row) => row.split('\t').at(-1))));
  expect((await isOurJson())(JSON.parse(await diff('json', ...more)))).toBe(true);
  for (const format of ['text', 'markdown', 'html', 'sarif', 'junit', 'github']) {
    const [all, some] = [await diff(format), await diff(format, ...more)];
    const there = /GetThing[ .]response[ .]Kind/;
    // GitHub's annotations name the first place alone, which is in the request.
    expect([there.test(all), there.test(some)], format).toEqual([format !== 'github', true]);
    expect(
      [all, some].map((text) => /GetThing[ .]request[ .]Kind/.test(text)),
      format,
    ).toEqual([true, false]);
  }
});
