/** What the process prints outside of commands: none of Node's warnings, and one sentence for an error. */
import { writeSync } from 'node:fs';

/** Prepares the process; call it before anything else is loaded. */
export function guardProcess(at: NodeJS.Process): void {
  // Node 22 warns about SQLite and other new features, but a user can do nothing about it. The variable is for threads
  // that start later.
  at.removeAllListeners('warning');
  at.env.NODE_NO_WARNINGS = '1';
  at.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, closes the pipe: this is not an error, and nobody reads the rest.
    if (error.code === 'EPIPE') at.exit(0);
    endWith(at, `The output cannot be written: ${error.code === 'ENOSPC' ? 'the disk is full' : error.message}.`);
  });
  // If nobody reads the error, the exit code still reports it.
  at.stderr.on('error', () => {});
  at.on('uncaughtException', (error) => {
    import('./explain.ts').then(
      ({ explain }) => endWith(at, explain(error)),
      () => endWith(at, String(error)),
    );
  });
}

function endWith(at: NodeJS.Process, sentence: string): void {
  try {
    writeSync(2, `${sentence}\n`);
  } catch {
    // Nobody reads the message.
  }
  at.exit(2);
}
