/** Makes everything that readers see from the ingested content. The order of ingestion does not matter. */
import { dialectOf } from '../../parse/index.ts';
import type { Database } from '../database/database.ts';
import { sealRows } from '../database/find-damage.ts';
import { countsOf, packHistory, removeHistory, writeHistory } from '../history/write-history.ts';
import { keepSearchNames } from '../names/keep-names.ts';
import { generalKey } from '../releases/general-notes.ts';
import { isOnService, servicesOfNote } from '../releases/note-services.ts';
import { Plan } from '../releases/plan.ts';
import type { Release } from '../types.ts';
import { repositoriesOf } from '../walk/plan/repositories.ts';
import { type Contradiction, contradictions } from './contradictions.ts';
import { notesOf } from './inputs.ts';
import { continuedTimeline, planHistory, timelineOf } from './timeline-of.ts';

/** What deriving reports: notes and sources that belong to no release or service. */
export interface DeriveReport {
  /**
   * How many notes are about services that the store does not have, and which services. Notes that concern no single
   * service belong to their release.
   */
  readonly unmatchedNotes: number;
  readonly unmatchedNames: readonly string[];
  /**
   * Services and releases that now have a note but no change of the API, newest first: `cloudhsmv2 1.40.57`. What was so
   * before has been told.
   */
  readonly onlyNoted: readonly string[];
  /** Notes of repositories without service models: they are stored, but belong to no release. */
  readonly elsewhere: readonly { readonly repository: string; readonly count: number }[];
  readonly undated: readonly string[];
  /** Versions for which two sources show different models. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Updates the derived tables from the inputs; services with the same inputs stay unchanged. Call it inside a
 * transaction.
 */
export function derive(database: Database): DeriveReport {
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
  const notes = writeNotes(database, plan, releases);
  keepSearchNames(database);
  sealRows(database);
  return { ...notes, undated: plan.undated, contradictions: contradictions(database) };
}

/** The sources of a release of a service that only has a note: its documentation or its endpoints changed. */
const onlyNoted = JSON.stringify([dialectOf('release-notes').label]);

/** Attaches notes to releases and services. A release that only has a note is listed for that note. */
function writeNotes(
  database: Database,
  plan: Plan,
  releases: readonly Release[],
): Omit<DeriveReport, 'undated' | 'contradictions'> {
  database.run('DELETE FROM release_note');
  const told = new Set(notedOnly(database));
  database.run('DELETE FROM service_release WHERE sources = ?', onlyNoted);
  const byVersion = new Map(releases.map((release) => [release.version ?? release.id, release]));
  const byDay = new Map(releases.flatMap((release) => (release.date === null ? [] : [[release.date, release]])));
  const known = new Set(plan.services);
  const written = new Set<string>();
  const names = new Set<string>();
  const services = new Map<string, string | undefined>();
  const serviceOf = (name: string) => {
    if (!services.has(name)) services.set(name, servicesOfNote(name, known));
    return services.get(name);
  };
  let unmatched = 0;
  const ownReleases = new Set(repositoriesOf(database).flatMap(({ id, hasModels }) => (hasModels ? [id] : [])));
  const elsewhere = new Map<number, number>();
  for (const note of notesOf(database)) {
    // Another project has its own version numbers: its 1.2.0 is not ours.
    if (note.repository !== null && !ownReleases.has(note.repository)) {
      elsewhere.set(note.repository, (elsewhere.get(note.repository) ?? 0) + 1);
      continue;
    }
    const release =
      (note.version === null ? undefined : byVersion.get(note.version)) ??
      (note.version === null && note.date !== null ? byDay.get(note.date) : undefined);
    if (release === undefined) continue;
    const service = note.service === null ? undefined : serviceOf(note.service);
    if (service === undefined && note.service !== null && isOnService(note.service, note.category)) {
      unmatched++;
      names.add(note.service);
      continue;
    }
    const place = service ?? generalKey(note.service);
    const key = `${place}\n${release.id}\n${note.text}`;
    if (written.has(key)) continue;
    written.add(key);
    const { category, text } = note;
    database.insert('release_note', { service: place, release: release.id, category, text });
    if (service !== undefined) {
      const counts = JSON.stringify(countsOf([]));
      const noted = { service, release: release.id, status: 'changed', counts, sources: onlyNoted };
      database.insert('service_release', noted, 'IGNORE');
    }
  }
  return {
    unmatchedNotes: unmatched,
    unmatchedNames: [...names].sort(),
    onlyNoted: notedOnly(database).filter((noted) => !told.has(noted)),
    elsewhere: repositoriesOf(database).flatMap(({ id, name }) => {
      const count = elsewhere.get(id);
      return count === undefined ? [] : [{ repository: name, count }];
    }),
  };
}

/** Services and releases with a note but without a change, newest first. */
function notedOnly(database: Database): readonly string[] {
  const rows = database.all<{ service: string; release: string }>(
    `SELECT service, release FROM service_release LEFT JOIN release ON release.id = release
     WHERE sources = ? ORDER BY position DESC, service`,
    onlyNoted,
  );
  return rows.map(({ service, release }) => `${service} ${release}`);
}
