/** Sites of a few files, made by hand: what replaces a site does not care what is in it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, manifestName, writeManifest } from '../../../src/cli/site/manifest.ts';

/** Writes files into a folder, which is made. */
export function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A site as the version before made it, without a list. `word` tells one from another; the second service has its name. */
export function makeOldSite(folder: string, word: string): string {
  return write(folder, {
    'index.html': `home of ${word}`,
    '404.html': 'nothing here',
    'feed.xml': `<rss><generator>apidelta</generator>${word}</rss>`,
    [`_astro/page.${word}.css`]: word,
    'services/index.html': word,
    'services/ec2/index.html': word,
    [`services/${word}/index.html`]: word,
    'releases/index.html': word,
  });
}

/** The same with its list. */
export function makeSite(folder: string, word: string): string {
  writeManifest(makeOldSite(folder, word));
  return folder;
}

/** The names of the site's own files, its list aside. */
export function listOf(folder: string): readonly string[] {
  return filesIn(folder).filter((name) => name !== manifestName);
}

/** Every file with what is in it. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
