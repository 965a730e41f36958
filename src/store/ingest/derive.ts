/** Makes everything that readers see from the ingested content. The order of ingestion does not matter. */
import type { Database } from '../database/database.ts';
import { sealRows } from '../database/find-damage.ts';
import { countsOf, packHistory, removeHistory, writeHistory } from '../history/write-history.ts';
import { keepSearchNames } from '../names/keep-names.ts';
import { generalKey } from '../releases/general-notes.ts';
import { Plan } from '../releases/plan.ts';
import { repositoriesOf } from '../walk/plan/repositories.ts';
import { type Contradiction, contradictions } from './contradictions.ts';
import { notesOf } from './inputs.ts';
import { NotePlaces } from './note-places.ts';
import { continuedTimeline, planHistory, timelineOf } from './timeline-of.ts';
import { contradictionKey, noteAlone, notedOnly, noteKey, nothingTold, type ToldBefore } from './told-before.ts';

/** What deriving reports: notes and sources that belong to no release or service, but for those that were told before. */
export interface DeriveReport {
  /**
   * How many notes are about services that the store does not have, and which services. Notes that concern no single
   * service belong to their release.
   */
  readonly unmatchedNotes: number;
  readonly unmatchedNames: readonly string[];
  /** Services and releases that now have a note but no change of the API, newest first: `cloudhsmv2 1.40.57`. */
  readonly onlyNoted: readonly string[];
  /** Notes of repositories without service models: they are stored, but belong to no release. */
  readonly elsewhere: readonly { readonly repository: string; readonly count: number }[];
  readonly undated: readonly string[];
  /** Versions for which two sources show different models. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Updates the derived tables from the inputs; services with the same inputs stay unchanged. Call it inside a
 * transaction, with what was told before the inputs of this transaction came.
 */
export function derive(database: Database, told: ToldBefore = nothingTold): DeriveReport {
  const plan = new Plan(database);
  const releases = plan.releases();
  database.run('DELETE FROM release');
  for (const [position, release] of releases.entries()) {
    const { id, version, date } = release;
    database.insert('release', { id, version, date, position });
  }
  for (const service of plan.services) {
    const known = database.get<{ made_from: string }>('SELECT made_from FROM service WHERE id = ?', service);
    const history = planHistory(plan, service, releases);
    if (known?.made_from === history.madeFrom) continue;
    const continued = known && continuedTimeline(database, service, known.made_from, { plan, history });
    if (continued === undefined) removeHistory(database, service);
    const timeline = continued ?? timelineOf(plan, service, releases, history);
    // A service that nobody could read has nothing to show.
    if (timeline.head !== undefined) writeHistory(database, service, packHistory(service, timeline), history.madeFrom);
  }
  const notes = writeNotes(database, new NotePlaces(database, releases, plan.services), told);
  keepSearchNames(database);
  sealRows(database);
  return {
    ...notes,
    undated: plan.undated.filter(({ hash }) => !told.undated.has(hash)).map(({ spec }) => spec),
    contradictions: contradictions(database).filter((one) => !told.contradictions.has(contradictionKey(one))),
  };
}

/** Attaches notes to releases and services. A release that only has a note is listed for that note. */
function writeNotes(
  database: Database,
  places: NotePlaces,
  told: ToldBefore,
): Omit<DeriveReport, 'undated' | 'contradictions'> {
  database.run('DELETE FROM release_note');
  database.run('DELETE FROM service_release WHERE sources = ?', noteAlone);
  const written = new Set<string>();
  const unmatched: string[] = [];
  const elsewhere = new Map<number, number>();
  for (const note of notesOf(database)) {
    const place = places.placeOf(note);
    if (place === undefined) continue;
    if (!('release' in place)) {
      if (told.notes.has(noteKey(note))) continue;
      if ('unmatched' in place) unmatched.push(place.unmatched);
      else elsewhere.set(place.elsewhere, (elsewhere.get(place.elsewhere) ?? 0) + 1);
      continue;
    }
    const { release, service } = place;
    const where = service ?? generalKey(note.service);
    const key = `${where}\n${release.id}\n${note.text}`;
    if (written.has(key)) continue;
    written.add(key);
    const { category, text } = note;
    database.insert('release_note', { service: where, release: release.id, category, text });
    if (service !== undefined) {
      const counts = JSON.stringify(countsOf([]));
      const noted = { service, release: release.id, status: 'changed', counts, sources: noteAlone };
      database.insert('service_release', noted, 'IGNORE');
    }
  }
  return {
    unmatchedNotes: unmatched.length,
    unmatchedNames: [...new Set(unmatched)].sort(),
    onlyNoted: notedOnly(database).filter((noted) => !told.onlyNoted.has(noted)),
    elsewhere: repositoriesOf(database).flatMap(({ id, name }) => {
      const count = elsewhere.get(id);
      return count === undefined ? [] : [{ repository: name, count }];
    }),
  };
}
