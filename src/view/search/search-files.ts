/** All files of the search: operations, words, names by their words, and the names of each service. */
import { compareVersions, isVersion } from '../../model/versions.ts';
import { releaseRuns } from '../compare/release-runs.ts';
import { sinceIndex } from '../fields/since-view.ts';
import { otherNames, shortTitle } from '../site/service-names.ts';
import type { Site } from '../site/site.ts';
import { fileSlug } from '../site/slug.ts';
import { isWanted, type Wanted, wantedServices } from '../site/units.ts';
import { operationsElsewhere } from './current-operations.ts';
import { namesFile } from './names-file.ts';
import { pathsFile } from './paths-file.ts';
import {
  type OperationsFile,
  operationsName,
  type ReleasesFile,
  releasesName,
  type WordsFile,
  wordsName,
} from './search-format.ts';
import { allServiceRows, joinRows, type ServiceRows, serviceRows } from './search-rows.ts';
import { wordFiles } from './word-files.ts';

/** The contents of the wanted files, by their names below `search/`. */
export function searchFiles(site: Site, wanted?: Wanted): ReadonlyMap<string, string> {
  return new Map([
    ...(isWanted('search', wanted) ? filesOfAll(site, wanted) : []),
    ...wantedServices(site, 'reference', wanted).flatMap((id) => fileOfService(site, id, wanted)),
  ]);
}

/** The names of one service; nothing if the service was removed. */
function fileOfService(site: Site, id: string, wanted: Wanted | undefined): readonly (readonly [string, string])[] {
  const found = serviceRows(site, id, wanted);
  if (found === null) return [];
  const { operations, rows } = found;
  const moved = Object.fromEntries(operationsElsewhere(site, id, wanted));
  const name = `${site.urls.serviceSlug(id)}.json`;
  const state = site.store.service(id);
  return [
    [`services/${name}`, namesFile(rows, { operations, elsewhere: moved })],
    ...(state === null ? [] : [[`paths/${name}`, pathsFile(state, sinceIndex(site, id), moved)] as const]),
  ];
}

function filesOfAll(site: Site, wanted: Wanted | undefined): ReadonlyMap<string, string> {
  const services = allServiceRows(site, wanted);
  const words = wordFiles(
    joinRows(services.flatMap(({ rows }) => rows)),
    new Map(services.map(({ id }, index) => [id, index])),
  );
  const wordsFile: WordsFile = {
    services: services.map(({ id, title, aliases }) => [id, shortTitle(title), ...otherNames({ title, aliases })]),
    folders: Object.fromEntries(
      services.flatMap(({ id }) =>
        site.urls.serviceSlug(id) === fileSlug(id) ? [] : [[id, site.urls.serviceSlug(id)]],
      ),
    ),
    ranges: words.ranges,
    tops: words.tops,
  };
  return new Map([
    [operationsName, JSON.stringify(operationsFile(site, services, wanted))],
    [wordsName, JSON.stringify(wordsFile)],
    [releasesName, JSON.stringify(releasesFile(site))],
    ...words.files,
  ]);
}

function operationsFile(site: Site, services: readonly ServiceRows[], wanted: Wanted | undefined): OperationsFile {
  return {
    services: services.flatMap(({ id, operations }) => (operations.length === 0 ? [] : [[id, lines(operations)]])),
    elsewhere: Object.fromEntries(
      services.flatMap(({ id }) =>
        operationsElsewhere(site, id, wanted).map(([name, address]) => [`${id} ${name}`, address]),
      ),
    ),
  };
}

function releasesFile({ store, urls }: Site): ReleasesFile {
  const ids = store.releases().map(({ id }) => id);
  const versions = ids.filter(isVersion);
  const newest = versions.toSorted(compareVersions).at(-1) ?? null;
  const numbers = newest === null ? [] : store.numbersOf(newest);
  return {
    ...{ versions: releaseRuns(versions), newest },
    products: numbers.map((number) => number.replace(/ .*/, '').toLowerCase()),
    others: ids.filter((id) => !isVersion(id)),
    folders: Object.fromEntries(
      ids.flatMap((id) => (urls.releaseSlug(id) === fileSlug(id) ? [] : [[id, urls.releaseSlug(id)]])),
    ),
  };
}

function lines(names: readonly string[]): string | readonly string[] {
  return names.some((name) => name.includes('\n')) ? names : names.join('\n');
}
