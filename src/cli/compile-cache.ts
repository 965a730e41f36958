/** Where Node keeps what it made of our code. Reading that code takes a third of a short command's time. */
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

/** Switches the cache on, in the folder that this system has for such things: the temporary one may be small, and is for others. */
export function keepCompiledCode(env: Record<string, string | undefined>): void {
  // Where the folder is set by the user Node has read it already; where it cannot be written, Node does without.
  if (env.NODE_COMPILE_CACHE !== undefined) return;
  enableCompileCache(cacheFolder(env));
  // Threads have no cache but for the variable, and each loads parsers and rules.
  env.NODE_COMPILE_CACHE = cacheFolder(env);
}

/** The folder for one user's caches. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform = process.platform): string {
  const home = homedir();
  const own = env.XDG_CACHE_HOME;
  if (own !== undefined && path.isAbsolute(own)) return path.join(own, 'apidelta', 'compiled');
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'apidelta', 'compiled');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'apidelta', 'compiled');
  return path.join(home, '.cache', 'apidelta', 'compiled');
}
