/** What the process says beside the commands: nothing of Node's own, and one sentence where something fails outside of them. */
import { writeSync } from 'node:fs';

/** Arms the process; to be called before anything else is loaded. */
export function guardProcess(at: NodeJS.Process): void {
  // Node 22 warns of SQLite, and of whatever else is young: nothing that a user could do anything about. The variable
  // is for the threads that are started later.
  at.removeAllListeners('warning');
  at.env.NODE_NO_WARNINGS = '1';
  at.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, as `head` has, closes the pipe: nothing is wrong then, and nobody reads the rest.
    if (error.code === 'EPIPE') at.exit(0);
    endWith(at, `The output cannot be written: ${error.code === 'ENOSPC' ? 'the disk is full' : error.message}.`);
  });
  // Where nobody hears what is wrong, the exit code still tells.
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
    // There is nobody to tell.
  }
  at.exit(2);
}
