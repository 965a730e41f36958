/**
 * File names for the site. Every name becomes one that any file system and host can store, and no two names become the
 * same.
 */

/** A file name for one name: safe characters stay, others become `~hex`. */
export function fileSlug(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_.-]|^[.-]|\.$/gu, (character) => `~${character.codePointAt(0)?.toString(16)}`);
  if (safe === '') return '~';
  // Windows keeps these names for devices, with any letter case and any extension.
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)) return `~${safe}`;
  return safe.length > longest ? `${safe.slice(0, longest)}~${shortHash(name)}` : safe;
}

/**
 * File names for the names in one folder. Hosts and disks that ignore letter case would confuse `GetCSV` and `GetCsv`.
 * So the first one, in code unit order, keeps its name, and the others get a mark.
 */
export function distinctSlugs(
  names: Iterable<string>,
  taken: Iterable<string> = [],
  slugOf: (name: string) => string = fileSlug,
): ReadonlyMap<string, string> {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const slugs = new Map<string, string>();
  for (const name of [...new Set(names)].sort()) {
    const plain = slugOf(name);
    let slug = plain;
    // A name may already end like a mark, so look for a free one.
    for (let more = ''; used.has(slug.toLowerCase()); more += '+') slug = `${plain}~${shortHash(name + more)}`;
    used.add(slug.toLowerCase());
    slugs.set(name, slug);
  }
  return slugs;
}

/** Many file systems allow 255 bytes for a name. This leaves room for a mark and an extension. */
const longest = 180;

/** The FNV-1a hash: good enough to tell names apart, equal on every machine, and short to write. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * The first letters of a name, for the lists of shapes. Only the first letter is in upper case, because these become
 * file names, and disks may ignore case. `_` stands for other characters, and fills up short names.
 */
export function beginningOf(name: string, length: number): string {
  const letters = [...name.slice(0, 2 * length).toLowerCase()]
    .slice(0, length)
    .map((sign) => (/[a-z0-9]/.test(sign) ? sign : '_'));
  const text = letters.join('').padEnd(length, '_');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
