/** Lines of a requirements file that no person writes are read in time that grows with their length. */
import { expect, test } from 'vitest';
import { linePins } from '../../../src/cli/config/requirement-lines.ts';

const long = 200_000;

test.each([
  ['spaces', `a${' '.repeat(long)}`],
  ['tabs after a bracket', `boto3[crt]${'\t'.repeat(long)}(`],
  ['spaces after limits', `boto3>=1,${' '.repeat(long)}`],
  ['spaces before a marker', `boto3==1.28.5${' '.repeat(long)}x`],
  ['spaces in a marker', `boto3==1.28.5 ; x${' '.repeat(long)}y`],
  ['spaces over lines', ' \\\n'.repeat(long)],
  ['limits', `boto3${'>=1,'.repeat(long / 4)}`],
  ['brackets', '['.repeat(long)],
  ['names of wheels', 'boto3-1.0-'.repeat(long / 10)],
  ['tags', '/boto3@1'.repeat(long / 8)],
])(
  '%s',
  (_, text) => {
    const before = process.cpuUsage().user;
    linePins(text);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(3);
  },
  120_000,
);

test('spaces within a line change nothing', () => {
  expect(linePins('boto3 [crt]   ==\t1.28.5   ;   os_name  == "nt"  # why\n')).toMatchObject([
    { name: 'boto3', version: '1.28.5', marker: 'os_name == "nt"' },
  ]);
});
