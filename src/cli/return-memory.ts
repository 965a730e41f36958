/** Lets glibc give memory back to the system: it kept more than a third of what a large build uses. */

/**
 * glibc reads its settings when a process starts. With this one, each block of 128 KB or more is the system's own, and
 * returns to it when it is free. Without it, glibc raises this size with the largest block that was ever freed: a state
 * of EC2 has 15 MB, and the holes between such blocks stay in the process.
 */
const variable = 'MALLOC_MMAP_THRESHOLD_';
const bytes = 131_072;

/** The commands that read many states: each page of a service needs its own. */
const large: ReadonlySet<string | undefined> = new Set(['build']);

/** What is used of `process`. */
export type Restartable = Pick<
  NodeJS.Process,
  'argv' | 'env' | 'execArgv' | 'execPath' | 'execve' | 'platform' | 'channel'
>;

/**
 * Starts a large command again with this setting, as the same process: its number, its streams and whoever waits for it
 * stay. Call it before anything else. Other systems have no such setting, and a setting of the user is kept.
 */
export function returnMemory(at: Restartable): void {
  const { argv, env, execArgv, execPath, platform, channel } = at;
  if (platform !== 'linux' || !large.has(argv[2])) return;
  // A program that talks with its parent would lose the connection.
  if (env[variable] !== undefined || env.GLIBC_TUNABLES !== undefined || channel !== undefined) return;
  at.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, [variable]: String(bytes) });
}
