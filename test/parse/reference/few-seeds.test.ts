/** A few random services in every dialect of pages: no part of a page is unexpected. `generated.test.ts` goes on for long, and compares. */
import { expect, test } from 'vitest';
import type { Service } from '../../../src/model/index.ts';
import { type DialectId, parseDocuments } from '../../../src/parse/index.ts';
import { withAdditions } from '../../generate/mutate.ts';
import { flatPage, type PageEntry, pageEntries, structuredPage } from '../../generate/print-changelog.ts';
import { htmlPage } from '../../generate/print-html.ts';
import { servicePage } from '../../generate/print-rst.ts';
import { referenceText } from '../../generate/print-text.ts';
import { forSeeds } from '../../generate/random.ts';
import { randomService } from '../../generate/service.ts';

/** What a page of this form cannot tell, or tells in one way of two. */
const usual = new Set(['unknown-service', 'ambiguous-direction', 'ambiguous-field', 'undocumented-field']);

test.each<[string, DialectId, (after: Service, entries: readonly PageEntry[]) => string]>([
  ['structured text', 'changelog-text', structuredPage],
  ['flattened text', 'changelog-flat', flatPage],
  ['HTML', 'changelog-html', htmlPage],
  ['reference RST', 'reference-rst', servicePage],
  ['reference text', 'reference-text', referenceText],
])('%s', (_, dialect, print) => {
  forSeeds(12, (random) => {
    const before = randomService(random, { markup: false });
    const after = withAdditions(random, before);
    const entries = pageEntries(before, after);
    if (entries.length === 0) return;
    const { api, messages } = parseDocuments(dialect, [{ name: 'page', text: print(after, entries) }]);
    expect(
      messages
        .map(({ ruleId, message }) => `${ruleId}: ${message}`)
        .filter((line) => !usual.has(line.split(':')[0] ?? '')),
    ).toEqual([]);
    const shown = dialect.startsWith('changelog')
      ? entries.map(({ operation }) => operation.name)
      : after.operations.map(({ name }) => name);
    expect(api.services.flatMap(({ operations }) => operations.map(({ name }) => name))).toEqual(shown.toSorted());
  });
});
