/** What a command gets from the world around it, and the exit codes that it may give back. */

/** A stream that text is written to. */
export interface Out {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Io {
  /** Data, and nothing else. */
  readonly stdout: Out;
  /** Everything else: progress, messages, errors. */
  readonly stderr: Out;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const exitCodes = {
  done: 0,
  /** `check` or `--fail-on` found what it was told to fail on. */
  found: 1,
  /** Bad usage, or input that cannot be read. */
  bad: 2,
} as const;

/** Something the user has to put right: one sentence, printed without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
