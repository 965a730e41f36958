/** Random services, printed in every dialect, come back as the same fields and the same changes. */
import { describe, expect, test } from 'vitest';
import { compareServices, judgeStated, tsvLines } from '../../src/diff/index.ts';
import { fieldsOf, pathLines, type Service } from '../../src/model/index.ts';
import { type DialectId, detectDialect, type ParseResult, parseDocuments } from '../../src/parse/index.ts';
import { withAdditions } from '../generate/mutate.ts';
import { flatPage, type PageEntry, pageEntries, structuredPage } from '../generate/print-changelog.ts';
import { htmlPage } from '../generate/print-html.ts';
import { operationPage, servicePage } from '../generate/print-rst.ts';
import { referenceText } from '../generate/print-text.ts';
import { forSeeds } from '../generate/random.ts';
import { randomService } from '../generate/service.ts';

const seeds = 300;

describe('references', () => {
  const layouts: readonly (readonly [string, DialectId, boolean, (service: Service) => readonly string[]])[] = [
    [
      'a page per operation',
      'reference-rst',
      true,
      (one) => one.operations.map((operation) => operationPage(one, operation)),
    ],
    ['a page per service', 'reference-rst', true, (one) => [servicePage(one)]],
    ['reference text', 'reference-text', false, (one) => [referenceText(one)]],
  ];
  test.each(layouts)('%s', (_, dialect, markup, print) => {
    forSeeds(seeds, (random) => {
      const service = randomService(random, { markup });
      const texts = print(service);
      for (const text of texts) expect(detectDialect(text)).toBe(dialect);
      const result = parse(dialect, texts);
      expect(
        said(result).filter((line) => !(dialect === 'reference-text' && line.startsWith('undocumented-field'))),
      ).toEqual([]);
      expect(result.api.services.map(({ id }) => id)).toEqual([service.id]);
      // The pages of operations do not tell it.
      if (texts.length === 1 && print !== layouts[0]?.[3]) expect(result.api.services[0]?.title).toBe(service.title);
      expect(pathLines(result.api.services[0] as Service)).toEqual(expectedLines(service));
      if (dialect === 'reference-text') return;
      const fails = service.operations.some(({ errors = [] }) => errors.length > 0);
      const facts = ({ operations }: Service) =>
        operations.map(({ name, sdkName, errors, deprecated }) => ({
          ...{ name, sdkName, deprecated },
          errors: fails ? errors : [],
        }));
      expect(facts(result.api.services[0] as Service)).toEqual(facts(service));
    });
  });
});

describe('changelog pages', () => {
  const layouts: readonly (readonly [string, DialectId, (after: Service, entries: readonly PageEntry[]) => string])[] =
    [
      ['structured text', 'changelog-text', structuredPage],
      ['flattened text', 'changelog-flat', flatPage],
      ['HTML', 'changelog-html', htmlPage],
    ];
  test.each(layouts)('%s', (_, dialect, print) => {
    let pages = 0;
    let ambiguous = 0;
    forSeeds(seeds, (random) => {
      const before = randomService(random, { markup: false });
      const after = withAdditions(random, before);
      const entries = pageEntries(before, after);
      if (entries.length === 0) return;
      pages++;
      const text = print(after, entries);
      expect(detectDialect(text)).toBe(dialect);
      const result = parse(dialect, [text]);
      const unsure = result.messages
        .filter(({ ruleId }) => ruleId === 'ambiguous-direction')
        .map(({ actual }) => actual);
      expect(said(result).filter((line) => !/^(?:unknown-service|ambiguous-(?:direction|field)):/.test(line))).toEqual(
        [],
      );
      const shown = new Set(entries.map(({ operation }) => operation.name));
      const page = result.api.services[0] as Service;
      const operations = after.operations.filter(({ name }) => shown.has(name));
      // A line of prose that is nothing but a type may be taken for a field; then `[REQUIRED]` may be read at another.
      const isUnsure = result.messages.some(({ ruleId }) => ruleId === 'ambiguous-field');
      const mask = (lines: readonly string[]) =>
        isUnsure ? lines.map((line) => line.replace(/\t(?:required|optional)\t/, '\t\t')) : lines;
      expect(mask(pathLines(page))).toEqual(mask(expectedLines({ ...after, operations })));
      const wanted = tsvLines([compareServices(before, after) ?? { id: '', title: '', status: 'changed', changes: [] }])
        .map(withoutSeverity)
        .filter((line) => !unseen(line));
      const stated = result.changes
        .flatMap(({ changes }) => tsvLines([judgeStated(page, changes).changes]))
        .map(withoutSeverity);
      if (dialect !== 'changelog-flat') expect(unsure).toEqual([]);
      ambiguous += unsure.length;
      // Where the page cannot tell the direction, both are given; everything else is exact.
      expect(stated.filter((line) => wanted.includes(line))).toEqual(wanted);
      const sure = stated
        .filter((line) => !wanted.includes(line))
        .filter((line) => !unsure.includes(`\`${line.split('\t')[2]}\``));
      expect(sure).toEqual([]);
    });
    expect(pages).toBeGreaterThan(seeds / 2);
    if (dialect === 'changelog-flat') expect(ambiguous).toBeGreaterThan(5);
  });
});

function parse(dialect: DialectId, texts: readonly string[]): ParseResult {
  return parseDocuments(
    dialect,
    texts.map((text, index) => ({ name: `page-${index}`, text })),
    { positions: true },
  );
}

function said({ messages }: ParseResult): readonly string[] {
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** What documentation says of a service: no values of keys, nothing required where a shape repeats. */
function expectedLines(service: Service): readonly string[] {
  const repeating = new Set<string>();
  for (const { name, request } of service.operations)
    if (typeof request === 'string')
      for (const { path, repeats } of fieldsOf(service.shapes, request))
        if (repeats) repeating.add(`${name}\trequest\t${path}`);
  return pathLines(service).map((line) => {
    const cells = line.split('\t');
    if (repeating.has(cells.slice(1, 4).join('\t'))) cells[5] = '';
    return cells.join('\t');
  });
}

function withoutSeverity(line: string): string {
  return line.split('\t').slice(0, -1).join('\t');
}

/** The program behind the pages does not look at what else differs. */
function unseen(line: string): boolean {
  return !/\t(?:operation-added|field-added|required-field-added|enum-added|enum-value-added)\t/.test(line);
}
