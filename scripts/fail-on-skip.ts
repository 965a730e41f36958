/** Reads vitest's JSON reports and fails if a test failed or was skipped; the last line counts them all. */
import { readFileSync } from 'node:fs';
import { scriptArguments, wantPath } from './arguments.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const usage = 'node scripts/fail-on-skip.ts <report of vitest in JSON>…';
const { positionals } = scriptArguments({ usage, options: {}, positionals: [1, 100] });
for (const file of positionals) wantPath(file, usage);
const reports = positionals.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report);
const sum = (count: (report: Report) => number) => reports.reduce((total, report) => total + count(report), 0);
const passed = sum((report) => report.numPassedTests);
const failed = sum((report) => report.numFailedTests);
const skipped = sum((report) => report.numPendingTests + report.numTodoTests);

for (const { testResults } of reports) {
  for (const { assertionResults } of testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status !== 'passed') process.stdout.write(`${status}: ${fullName}\n`);
    }
  }
}
process.stdout.write(
  `${passed} passed, ${failed + skipped} failed${skipped > 0 ? ` (${skipped} of them skipped)` : ''}\n`,
);
process.exitCode = passed > 0 && failed + skipped === 0 ? 0 : 1;
