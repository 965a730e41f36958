/** Changes as tab-separated lines. */
import { tsvLines } from '../../diff/index.ts';
import type { Severity } from '../../model/index.ts';
import { reaches } from '../config/filter-changes.ts';
import type { Comparison } from './diff-formats.ts';

/** The index of the cell with the severity of the place. */
const severityCell = 6;

/** One line a place; places of a change that are below the wanted level have no line. */
export function printTsv({ services, level }: Comparison): string {
  // Lines are filtered after they are made: `group` belongs to the whole change.
  return tsvLines(services)
    .filter((line) => reaches(line.split('\t')[severityCell] as Severity, level))
    .map((line) => `${line}\n`)
    .join('');
}
