/** Where Node caches our compiled code: compiling it takes a third of a short command's time. */
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Switches the cache on, in the system's folder for caches: the temporary folder may be small, and belongs to all
 * users.
 */
export function keepCompiledCode(env: Record<string, string | undefined>): void {
  // If the user sets the folder, Node has read it already; if it cannot be written, Node works without a cache.
  if (env.NODE_COMPILE_CACHE !== undefined) return;
  enableCompileCache(cacheFolder(env));
  // Threads get the cache only from the variable, and each loads parsers and rules.
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
