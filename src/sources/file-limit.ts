/** Limits how many files are open at once: a shell's usual limit is 1,024, macOS has 256. */
import pLimit from 'p-limit';

/** Runs a task that opens a file, or delays it until there is room; this folder opens all of its files through it. */
export const withOpenFile = pLimit(32);
