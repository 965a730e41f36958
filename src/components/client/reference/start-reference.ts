/** The scripts of reference pages: the language of code, filters of fields and values, copying fields. */
import { startAllOperations } from './all-operations.ts';
import { startAsOf } from './as-of.ts';
import { startCodeChoice } from './code-choice.ts';
import { startCodeLine } from './code-line.ts';
import { startFieldCopy } from './field-copy.ts';
import { startFieldFilter } from './field-filter.ts';
import { startShowLines } from './show-lines.ts';
import { startValueFilters } from './value-filter.ts';

/** Starts all of them. Each does nothing where the page has no place for it. */
export function startReference(): void {
  startCodeChoice();
  startCodeLine();
  startShowLines();
  startFieldFilter();
  startValueFilters();
  startFieldCopy();
  startAsOf();
  startAllOperations();
}
