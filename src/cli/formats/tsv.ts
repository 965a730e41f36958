/** Changes as tab-separated lines. */
import { tsvLines } from '../../diff/index.ts';
import type { Severity } from '../../model/index.ts';
import { reaches } from '../config/filter-changes.ts';
import type { Comparison } from './diff-formats.ts';

/** The cell of a line that says how bad its place is. */
const severityCell = 6;

/** One line a place; places of a change that are less bad than was asked for have none. */
export function printTsv({ services, level }: Comparison): string {
  // Lines go after they are made: `group` is that of the whole change.
  return tsvLines(services)
    .filter((line) => reaches(line.split('\t')[severityCell] as Severity, level))
    .map((line) => `${line}\n`)
    .join('');
}
