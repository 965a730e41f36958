/** Where a description is folded: behind its first paragraphs, if the rest of it is long. */
import { expect, test } from 'vitest';
import { foldedDocs } from '../../../src/view/fields/field-facts.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { paragraph } from '../../fixture-services.ts';
import { proseText } from '../../prose-text-by-hand.ts';

const folded = (...texts: readonly string[]) =>
  foldedDocs(
    texts.flatMap((text) => paragraph(text)),
    new Memory(),
    (prose) => proseText(prose ?? []),
  );
const words = (length: number) => 'w'.repeat(length);

test('a rest of 160 characters is shown, a longer one is folded', () => {
  const [first, second] = ['One.', words(100)];
  expect(folded(first, second, words(160))).toEqual({ docs: `One. / ${second} / ${words(160)}`, rest: '' });
  expect(folded(first, second, words(161))).toEqual({ docs: `One. / ${second}`, rest: words(161) });
});

test('two paragraphs are shown whole', () => {
  expect(folded('One.', words(500))).toEqual({ docs: `One. / ${words(500)}`, rest: '' });
  expect(folded('One.')).toEqual({ docs: 'One.', rest: '' });
});

test('a few words between paragraphs belong to what follows', () => {
  expect(folded('One.', 'A heading', words(161))).toEqual({ docs: 'One.', rest: `A heading / ${words(161)}` });
});
