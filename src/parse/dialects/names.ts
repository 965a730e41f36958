/**
 * The properties of all dialects that a store needs, one line each. To read a store, a program loads these and no
 * parser.
 */
import { changelogFlatName } from './changelog-flat/name.ts';
import { changelogHtmlName } from './changelog-html/name.ts';
import { changelogTextName } from './changelog-text/name.ts';
import type { DialectName } from './dialect-name.ts';
import type { DialectId } from './list.ts';
import { referenceRstName } from './reference-rst/name.ts';
import { referenceTextName } from './reference-text/name.ts';
import { releaseNotesName } from './release-notes/name.ts';
import { serviceModelName } from './service-model/name.ts';

/** Every dialect of the list: the compiler names a missing one. */
const names: { readonly [Id in DialectId]: DialectName<Id> } = {
  'reference-rst': referenceRstName,
  'reference-text': referenceTextName,
  'changelog-text': changelogTextName,
  'changelog-flat': changelogFlatName,
  'changelog-html': changelogHtmlName,
  'service-model': serviceModelName,
  'release-notes': releaseNotesName,
};

/** All names. */
export const dialectNames: readonly DialectName<DialectId>[] = Object.values(names);

/** The properties of a dialect; undefined for an unknown name. */
export function findDialectName(id: string): DialectName<DialectId> | undefined {
  return dialectNames.find((name) => name.id === id);
}
