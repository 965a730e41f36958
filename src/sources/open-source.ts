/** Opens the source that a user names: a path, or a release in a git repository. */
import { aboutFile, readAbout } from './about-file.ts';
import { openGit } from './git/open-git.ts';
import { nothingFound } from './nothing-found.ts';
import { openPath } from './open-path.ts';
import { ofServices, recognise } from './recognise/recognise.ts';
import { shorten } from './shorten.ts';
import type { Source, SourceOptions } from './types.ts';

/**
 * Opens a source: `page.html`, `docs/`, `models.tar.xz`, `docs.zip:reference/services`, `git:<repository>@<tag>`,
 * `git:<repository>@<tag>..<tag>`. Rejects with a `SourceError` if nothing can be read. Close it after use.
 */
export async function openSource(spec: string, options: SourceOptions = {}): Promise<Source> {
  if (spec.startsWith('git:')) return openGit(spec, options);
  const opened = await openPath(spec);
  try {
    const found = await recognise(opened.tree, opened.around, options);
    if (found.units.length === 0) throw nothingFound(spec, opened.tree, found.unknown, opened.isLone);
    return {
      spec,
      about: await readAbout(opened.tree),
      units: ofServices(found.units, options.services),
      complete: found.complete,
      unknown: shorten(found.unknown.filter(({ name }) => name !== opened.tree.nameOf(aboutFile))),
      passedOver: shorten([...opened.tree.skipped, ...found.twins]),
      close: () => opened.tree.close(),
    };
  } catch (error) {
    await opened.tree.close();
    throw error;
  }
}
