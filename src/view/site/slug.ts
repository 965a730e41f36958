/** File names for the site: every name becomes one that any file system and host can hold, and no two become the same. */

/** A file name for one name: unchanged where it is safe, else with `~hex` for what is not. */
export function fileSlug(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_.-]|^[.-]|\.$/gu, (character) => `~${character.codePointAt(0)?.toString(16)}`);
  if (safe === '') return '~';
  // Windows keeps these names for devices, with any letter case and any extension.
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe)) return `~${safe}`;
  return safe.length > longest ? `${safe.slice(0, longest)}~${shortHash(name)}` : safe;
}

/**
 * File names for names that live in one folder. Hosts and disks that ignore letter case would mix up `GetCSV` and
 * `GetCsv`: the first one, in code unit order, keeps its name, the others get a mark.
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
    // Somebody may have made names whose marks are the same, too.
    for (let more = ''; used.has(slug.toLowerCase()); more += '+') slug = `${plain}~${shortHash(name + more)}`;
    used.add(slug.toLowerCase());
    slugs.set(name, slug);
  }
  return slugs;
}

/** File systems end at 255 bytes a name; this leaves room for a mark and an extension. */
const longest = 180;

/** FNV-1a: enough to tell names apart, and the same on every machine without a library. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The first letters of a name, by which shapes are listed: pages are called so, and disks ignore case. What is no letter or digit is a sign, and so is what is missing. */
export function beginningOf(name: string, length: number): string {
  const letters = [...name.slice(0, 2 * length).toLowerCase()]
    .slice(0, length)
    .map((sign) => (/[a-z0-9]/.test(sign) ? sign : '_'));
  const text = letters.join('').padEnd(length, '_');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
