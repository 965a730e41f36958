/** Nothing makes a parser throw, hang, or point outside of the text: hostile texts, and real ones cut anywhere. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/model/index.ts';
import { type DialectId, detectDialect, type ParseResult, parseDocuments, readProse } from '../../src/parse/index.ts';
import { hostileInputs } from '../generate/hostile.ts';
import { withAdditions } from '../generate/mutate.ts';
import { flatPage, pageEntries, structuredPage } from '../generate/print-changelog.ts';
import { htmlPage } from '../generate/print-html.ts';
import { operationPage, servicePage } from '../generate/print-rst.ts';
import { referenceText } from '../generate/print-text.ts';
import { forSeeds, Random } from '../generate/random.ts';
import { randomService } from '../generate/service.ts';
import { roundsOf } from '../rounds.ts';
import { describeShared, shared } from '../shared.ts';

/** Parses a text and holds every position against it. */
function parseSafely(dialect: DialectId, text: string): ParseResult {
  const result = parseDocuments(dialect, [{ name: 'text', text }], { positions: true });
  const lines = text.split(/\r\n?|\n/).length;
  for (const { line, column, message } of result.messages) {
    if (line === undefined) continue;
    if (line > lines || line < 1 || (column ?? 1) < 1)
      expect.fail(`${message} stands at ${line}:${column} of ${lines} lines`);
  }
  for (const [key, { line, column }] of result.positions)
    if (line > lines || line < 1 || column < 1) expect.fail(`${key} stands at ${line}:${column} of ${lines} lines`);
  for (const { changes } of result.changes)
    for (const { at } of changes) if (at.line > lines) expect.fail(`A change stands at line ${at.line} of ${lines}`);
  return result;
}

describe('hostile texts', () => {
  test.each(hostileInputs)('$dialect: $name', ({ dialect, text }) => {
    const small = parseSafely(dialect, text(3));
    const large = parseSafely(dialect, text(roundsOf(150_000)));
    // Messages are counted, not repeated without end.
    expect(large.messages.length).toBeLessThan(1_500);
    expect(small.messages.length).toBeLessThan(100);
  });

  test('one line of 10 MB, or of one', () => {
    const line = 'a ``b`` *c '.repeat(roundsOf(1_000_000));
    for (const dialect of ['reference-rst', 'reference-text', 'changelog-text', 'changelog-flat'] as const)
      expect(parseSafely(dialect, line).api.services).toEqual([]);
    const page = `.. py:method:: X.Client.go()\n\n  ${line}\n\n  **Request Syntax**\n  ::\n\n    client = boto3.client('x')\n`;
    expect(parseSafely('reference-rst', page).api.services).toHaveLength(1);
  });

  test('fields in fields, 10,000 levels deep', () => {
    const deeper = (line: string) =>
      Array.from({ length: 10_000 }, (_, index) => `${' '.repeat(4 + index)}${line}`).join('\n');
    const page = `.. py:method:: X.Client.go()\n\n  **Request Syntax**\n  ::\n\n    client = boto3.client('x')\n\n  :type A: dict\n  :param A: a\n\n`;
    const head =
      '2025/11/13 - X - 1 new api methods\n\nGo (new) Link ¶\n\nRequest Syntax\n\nclient.go(A={})\n\nparam A:\n\n';
    for (const result of [
      parseSafely('reference-rst', page + deeper('- **A** *(dict) --* a\n')),
      parseSafely('changelog-text', head + deeper('• A (dict) --\n')),
    ]) {
      expect(result.messages.map(({ ruleId }) => ruleId)).toContain('structure-too-deep');
      expect(result.api.services).toHaveLength(1);
    }
  });

  test('descriptions in HTML that nest without end stay text', () => {
    const html = '<b>'.repeat(50_000);
    expect(readProse([{ type: 'html', value: html }])).toEqual([{ type: 'code', value: html }]);
    expect(readProse([{ type: 'html', value: `${'<p>'.repeat(50_000)}a` }])).toHaveLength(1);
  });

  test('models that are JSON of another kind', () => {
    const shapes =
      '{"A":{"type":"structure","members":[1,null]},"B":null,"C":{"type":"list","member":null},"D":{"type":"string","enum":[1,null]},"E":{"type":"structure","members":{"x":null,"y":1},"required":{"a":1}}}';
    const operations = '{"A":null,"B":1,"C":{"input":1,"output":"x","errors":{"a":1}},"D":{"errors":[null,1]}}';
    const odd = parseSafely('service-model', `{"metadata":{"uid":1},"operations":${operations},"shapes":${shapes}}`);
    expect(odd.api.services[0]?.operations).toHaveLength(4);
    expect(new Set(odd.messages.map(({ ruleId }) => ruleId))).toEqual(
      new Set(['unknown-service', 'dangling-reference', 'unexpected-text']),
    );
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const { api, messages } = parseSafely(
      'service-model',
      `{"metadata":{"auth":${deep}},"operations":{"A":{"http":${deep}}},"shapes":{}}`,
    );
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringContaining('names no service'),
      'Unexpected metadata, expected at most 32 levels',
      'Unexpected `http` of `A`, expected at most 32 levels',
    ]);
    expect(canonicalJson(api)).not.toContain('[[[');
  });

  test.each([
    ['quotes', (size: number) => '> '.repeat(size)],
    ['items', (size: number) => '- '.repeat(size)],
    ['indentation', (size: number) => `- a\n${' '.repeat(size)}- b`],
    ['brackets', (size: number) => '['.repeat(size)],
    ['links', (size: number) => '[a]('.repeat(size)],
    ['emphasis', (size: number) => '**a_ '.repeat(size)],
    ['tags', (size: number) => '<a '.repeat(size)],
  ])('release notes in Markdown: %s', (_, text) => {
    const { notes } = parseSafely('release-notes', `# Release (2026-06-10)\n\n${text(10_000)}\n\n* the last one\n`);
    expect(JSON.stringify(notes)).toContain('the last one');
  });

  test('names of JavaScript’s own are names like others', () => {
    const model = JSON.stringify({
      metadata: { serviceFullName: 'X', uid: 'x-2020-01-01' },
      operations: { constructor: { input: { shape: '__proto__' } } },
      shapes: JSON.parse(
        '{"__proto__":{"type":"structure","members":{"__proto__":{"shape":"toString"}}},"toString":{"type":"string"}}',
      ),
    });
    const { api } = parseDocuments('service-model', [{ name: 'service-2.json', text: model }], { service: 'x' });
    expect(api.services[0]?.operations.map(({ name }) => name)).toEqual(['constructor']);
    const text = "{'__proto__': {'constructor': 'string'}}";
    const page = `2025/11/13 - X - 1 updated api methods\n${text}\nRequest Syntax\nclient.go( __proto__={ 'constructor': 'string' } )\ndict\nconstructor (string) --\nNone\n`;
    expect(parseSafely('changelog-flat', page).changes[0]?.changes.map(({ path }) => path)).toEqual(['__proto__']);
  });
});

describe('generated texts, cut at any byte', () => {
  const printed = (random: Random): readonly (readonly [DialectId, string])[] => {
    const before = randomService(random, { markup: true });
    const after = withAdditions(random, before);
    const entries = pageEntries(before, after);
    return [
      ['reference-rst', operationPage(after, after.operations[0] as (typeof after.operations)[number])],
      ['reference-rst', servicePage(after)],
      ['reference-text', referenceText(after)],
      ['changelog-text', structuredPage(after, entries)],
      ['changelog-flat', flatPage(after, entries)],
      ['changelog-html', htmlPage(after, entries)],
    ];
  };

  test('never throw, and point into the text', () => {
    forSeeds(roundsOf(25, 6), (random) => {
      for (const [dialect, text] of printed(random)) {
        const bytes = Buffer.from(text);
        for (let count = 0; count < 25; count++)
          parseSafely(dialect, bytes.subarray(0, random.whole(0, bytes.length)).toString('utf8'));
      }
    });
  });

  test('never throw with a piece taken out, doubled or turned around', () => {
    forSeeds(roundsOf(15, 5), (random) => {
      for (const [dialect, text] of printed(random))
        for (let count = 0; count < 15; count++) {
          const [from, to] = [random.whole(0, text.length), random.whole(0, text.length)].sort((a, b) => a - b) as [
            number,
            number,
          ];
          const piece = text.slice(from, to);
          const other = random.pick(['', piece + piece, [...piece].reverse().join(''), piece.replaceAll('\n', '\r\n')]);
          parseSafely(dialect, text.slice(0, from) + other + text.slice(to));
        }
    });
  });
});

describeShared('real documents, cut at any byte', () => {
  test.each([
    'seeds/000_d121624282e462ae.txt',
    'seeds/001_b2402d57f6ad38a2.txt',
    'seeds/002_9bb5389250421567.txt',
    'seeds/003_3a4ee911a6c0aa5f.txt',
    'seeds/004_58c9702902d6aeff.txt',
    'data/changelog-html/1.40.73-cloudformation.html',
    'data/rst/1.17.57/reference/services/apigatewayv2.rst',
  ])('%s', (name) => {
    const bytes = readFileSync(shared(name));
    const dialect = detectDialect(bytes.toString('utf8')) as DialectId;
    const random = new Random(7);
    for (let count = 0; count < roundsOf(40, 10); count++) {
      const cut = bytes.subarray(0, random.whole(0, bytes.length)).toString('utf8');
      parseSafely(dialect, cut);
      detectDialect(cut);
    }
  });
});

describe('line ends', () => {
  test('CR LF and lone CR read as LF', () => {
    const service = randomService(new Random(3), { markup: true });
    const text = operationPage(service, service.operations[0] as (typeof service.operations)[number]);
    const fields = (ends: string) => parseSafely('reference-rst', text.replaceAll('\n', ends)).api;
    expect(fields('\r\n')).toEqual(fields('\n'));
    expect(fields('\r')).toEqual(fields('\n'));
  });
});
