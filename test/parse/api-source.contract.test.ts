/** What every source of a service owes its readers, whatever it is written in; what one cannot know is said with the reason. */
import { describe, expect, test } from 'vitest';
import { canonicalJson, fieldsOf, type Service } from '../../src/model/index.ts';
import { type DialectId, type ParseResult, parseDocuments, positionKey } from '../../src/parse/index.ts';
import { flatPage, pageEntries, structuredPage } from '../generate/print-changelog.ts';
import { htmlPage } from '../generate/print-html.ts';
import { operationPage, servicePage } from '../generate/print-rst.ts';
import { referenceText } from '../generate/print-text.ts';
import { forSeeds } from '../generate/random.ts';
import { randomService } from '../generate/service.ts';

interface Source {
  readonly name: string;
  readonly dialect: DialectId;
  readonly print: (service: Service) => readonly string[];
  /** What the source cannot know, each with its reason. */
  readonly cannot: { readonly listOperations?: string; readonly errors?: string };
}

const entries = (service: Service) => pageEntries({ ...service, operations: [] }, service);
const pageCannot = {
  listOperations: 'a changelog page shows the operations that changed and no others',
  errors: 'a changelog page leaves out what may go wrong',
};

const sources: readonly Source[] = [
  {
    name: 'reference RST, a page per operation',
    dialect: 'reference-rst',
    print: (one) => one.operations.map((operation) => operationPage(one, operation)),
    cannot: { listOperations: 'only the index of a service lists them' },
  },
  {
    name: 'reference RST, a page per service',
    dialect: 'reference-rst',
    print: (one) => [servicePage(one)],
    cannot: {},
  },
  {
    name: 'reference text',
    dialect: 'reference-text',
    print: (one) => [referenceText(one)],
    cannot: { listOperations: 'a document may be cut off anywhere', errors: 'botocore did not document them in 2015' },
  },
  {
    name: 'changelog page, structured',
    dialect: 'changelog-text',
    print: (one) => [structuredPage(one, entries(one))],
    cannot: pageCannot,
  },
  {
    name: 'changelog page, flattened',
    dialect: 'changelog-flat',
    print: (one) => [flatPage(one, entries(one))],
    cannot: pageCannot,
  },
  {
    name: 'changelog page, HTML',
    dialect: 'changelog-html',
    print: (one) => [htmlPage(one, entries(one))],
    cannot: pageCannot,
  },
];

describe.each(sources)('$name', ({ dialect, print, cannot }) => {
  const seeds = 40;
  const read = (texts: readonly string[]): ParseResult =>
    parseDocuments(
      dialect,
      texts.map((text, index) => ({ name: `page-${index}`, text })),
      { positions: true },
    );
  const each = (check: (service: Service, texts: readonly string[], result: ParseResult) => void) =>
    forSeeds(seeds, (random) => {
      const service = randomService(random, { markup: false });
      const texts = print(service);
      check(service, texts, read(texts));
    });
  const served = (result: ParseResult): Service => result.api.services[0] as Service;

  test('comes back equal from JSON', () => {
    each((_, __, { api }) => expect(JSON.parse(canonicalJson(api))).toEqual(JSON.parse(JSON.stringify(api))));
  });

  test('gives the same whatever the order of its documents', () => {
    each((_, texts, { api }) => expect(canonicalJson(read(texts.toReversed()).api)).toBe(canonicalJson(api)));
  });

  test('is sorted, and every reference leads to a shape', () => {
    each((_, __, result) => {
      const { operations, shapes, facts } = served(result);
      expect(operations.map(({ name }) => name)).toEqual(operations.map(({ name }) => name).toSorted());
      expect(facts).toEqual(facts.toSorted());
      for (const { request, response } of operations)
        for (const root of [request, response]) if (typeof root === 'string') expect(shapes).toHaveProperty([root]);
      for (const shape of Object.values(shapes)) {
        const members =
          'members' in shape
            ? shape.members
            : shape.kind === 'list'
              ? [shape.member]
              : shape.kind === 'map'
                ? [shape.key, shape.value]
                : [];
        for (const { target } of members) expect(shapes).toHaveProperty([target]);
      }
    });
  });

  test('knows where every operation and every field stands', () => {
    each((_, texts, result) => {
      const service = served(result);
      for (const { name, request, response } of service.operations) {
        expect(result.positions.get(positionKey(service.id, name, '', ''))?.file).toMatch(/^page-\d+$/);
        for (const [direction, root] of [
          ['request', request],
          ['response', response],
        ] as const)
          if (typeof root === 'string')
            for (const { path, repeats } of fieldsOf(service.shapes, root))
              if (!repeats)
                expect(result.positions.has(positionKey(service.id, name, direction, path)), path).toBe(true);
      }
      expect(texts.length).toBeGreaterThan(0);
    });
  });

  test(`lists every operation${cannot.listOperations === undefined ? '' : `: not stated, ${cannot.listOperations}`}`, () => {
    each((_, __, result) =>
      expect(served(result).facts.includes('all-operations')).toBe(cannot.listOperations === undefined),
    );
  });

  test(`states errors${cannot.errors === undefined ? '' : `: not stated, ${cannot.errors}`}`, () => {
    each((service, __, result) => {
      // Where no operation of a page fails with anything, the page may be one of the years that never said so.
      const states = cannot.errors === undefined && service.operations.some(({ errors = [] }) => errors.length > 0);
      expect(served(result).facts.includes('errors')).toBe(states);
      const stated = served(result).operations.every(({ errors }) => (errors === undefined) !== states);
      expect(stated).toBe(true);
    });
  });
});
