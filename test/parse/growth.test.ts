/** The parsers as a whole take time that grows with the text, whatever is in it. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../src/parse/index.ts';
import { findGrowth } from '../generate/growth.ts';
import { hostileInputs } from '../generate/hostile.ts';

/** Seconds. A text of 20,000 characters is read faster, unless something is looked for again and again. */
const quick = 0.04;

test.each(hostileInputs)('$dialect: $name', { timeout: 120_000 }, ({ name, dialect, text }) => {
  const perPiece = text(1000).length / 1000;
  const problem = findGrowth((size) => {
    const input = text(Math.ceil(size / Math.max(perPiece, 1)));
    return () => void parseDocuments(dialect, [{ name, text: input }], { positions: true });
  }, quick);
  expect(problem).toBeUndefined();
});
