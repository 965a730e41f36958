/** What a command gets from its environment, and the exit codes that it can give. */

/** A stream that text is written to. */
export interface Out {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Io {
  /** Only data. */
  readonly stdout: Out;
  /** Everything else: progress, messages, errors. */
  readonly stderr: Out;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const exitCodes = {
  done: 0,
  /** `check` or `--fail-on` found a change that it should fail on. */
  found: 1,
  /** Bad usage, or input that cannot be read. */
  bad: 2,
} as const;

/** An error that the user can correct: one sentence, printed without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
