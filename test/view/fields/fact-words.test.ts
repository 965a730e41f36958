/** Tests the words for what a source could not tell. */
import { expect, test } from 'vitest';
import { factWords, unknownFacts } from '../../../src/view/fields/fact-words.ts';

test('every fact that is missing has words, what matters most first', () => {
  expect(unknownFacts([])).toMatchInlineSnapshot(`
    [
      "whether there are operations that are not shown here",
      "all of the fields",
      "the types of fields",
      "exact number types (long, double)",
      "the types of map keys",
      "the values of enums",
      "which fields a request must carry",
      "which fields a response always carries",
      "the errors of operations",
      "the fields of errors",
      "the names of shared structures",
      "limits on lengths, ranges and patterns",
      "default values",
      "which operations are deprecated",
      "which fields are deprecated",
      "idempotency tokens",
      "which bodies are streams",
      "which fields are sensitive",
      "which structures are unions",
      "HTTP methods and paths",
      "authentication",
      "descriptions",
      "waiters",
      "paginators",
      "settings of the client",
      "how endpoints are chosen",
      "examples",
    ]
  `);
});

test('what is known is not said to be unknown', () => {
  expect(unknownFacts(['all-operations', 'fields', 'enums'])).toEqual(
    unknownFacts([]).filter(
      (words) =>
        !['whether there are operations that are not shown here', 'all of the fields', 'the values of enums'].includes(
          words,
        ),
    ),
  );
});

test('a fact is told in the same words everywhere, and one without words by its name', () => {
  expect(factWords('wire-types')).toBe('exact number types (long, double)');
  expect(factWords('operation-docs-of-tomorrow' as never)).toBe('operation docs of tomorrow');
});
