/** The names of archive members: only plain paths that stay inside the archive. */

/** `./a//b` as `a/b`; undefined for an invalid name, or one that leads out of the archive. */
export function pathInArchive(name: string): string | undefined {
  const slashed = name.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed) || slashed.includes('\0')) return undefined;
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return undefined;
  return parts.join('/');
}
