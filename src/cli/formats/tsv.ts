/** Changes as tab-separated lines. */
import { tsvLines } from '../../diff/index.ts';
import type { Comparison } from './diff-formats.ts';

/** One line a place. */
export function printTsv({ services }: Comparison): string {
  return tsvLines(services)
    .map((line) => `${line}\n`)
    .join('');
}
