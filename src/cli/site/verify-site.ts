/** Compares a site with the one that a build would make now. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../sources/index.ts';
import { type Io, UsageError } from '../io.ts';
import { buildSite, type SiteOptions } from './build-site.ts';
import { filesOf, hashOf, readSiteList, type SiteList } from './manifest.ts';

/**
 * Makes the whole site in another folder, and gives the names of the files that differ, sorted, including the files of
 * units with another fingerprint.
 */
export async function verifySite(options: SiteOptions, io: Io): Promise<readonly string[]> {
  const { folder } = options.out;
  const stands = existsSync(folder) ? readSiteList(folder) : null;
  if (stands === null || stands === 'damaged')
    throw new UsageError(`There is no site in \`${options.out.named}\` to verify.`);
  const work = makeTemporaryFolder('site');
  const aside = { named: options.out.named, folder: join(work, 'whole') };
  try {
    await buildSite({ ...options, out: aside, stands: null, parts: false }, io);
    // The list was written a moment ago.
    const whole = readSiteList(aside.folder) as SiteList;
    const units = [...whole.units].filter(([name, { print }]) => stands.units.get(name)?.print !== print);
    const wanted = filesOf(whole);
    // The files as they are, not as the list states them.
    const found = new Map(
      [...filesOf(stands).keys()].flatMap((name) =>
        existsSync(join(folder, name)) ? [[name, hashOf(join(folder, name))] as const] : [],
      ),
    );
    const names = new Set([...wanted.keys(), ...found.keys(), ...units.flatMap(([, { files }]) => [...files.keys()])]);
    const other = new Set(units.flatMap(([, { files }]) => [...files.keys()]));
    return [...names].filter((name) => other.has(name) || wanted.get(name) !== found.get(name)).sort();
  } finally {
    removeTemporaryFolder(work);
  }
}
