/** How many files are open at once: a shell's usual limit is 1,024, macOS has 256. */
import pLimit from 'p-limit';

/** Runs a task that opens a file, the next one when there is room; every file that this folder of the project opens goes through here. */
export const withOpenFile = pLimit(32);
