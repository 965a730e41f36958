/** The names of archive members: only plain paths that stay inside the archive. */

/** Why a member is not read. */
export const leadsOut = 'its path leads out of the archive';
export const replacedMember = 'another member that has its name, and other content, follows it and is read';

/**
 * `./a//b` as `a/b`, and `./`, the archive itself, as an empty path; undefined for an invalid name, or one that leads out
 * of the archive.
 */
export function pathInArchive(name: string): string | undefined {
  const slashed = name.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed) || slashed.includes('\0')) return undefined;
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (name === '' || parts.includes('..')) return undefined;
  return parts.join('/');
}
