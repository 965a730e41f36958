/** What the pages of the reference do: code that remembers its language, filters of fields and values, copying of fields. */
import { startAsOf } from './as-of.ts';
import { startCodeChoice } from './code-choice.ts';
import { startCodeLine } from './code-line.ts';
import { startFieldCopy } from './field-copy.ts';
import { startFieldFilter } from './field-filter.ts';
import { startShowLines } from './show-lines.ts';
import { startValueFilters } from './value-filter.ts';

/** Makes all of it work on the pages that have it. */
export function startReference(): void {
  startCodeChoice();
  startCodeLine();
  startShowLines();
  startFieldFilter();
  startValueFilters();
  startFieldCopy();
  startAsOf();
}
