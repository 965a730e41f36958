/** Makes everything that readers see from what was taken in. The order of taking in does not matter. */
import type { Database } from './database.ts';
import { generalKey } from './general-notes.ts';
import { notesOf } from './inputs.ts';
import { Life, type Timeline } from './life.ts';
import { isOnService, servicesOfNote } from './note-services.ts';
import { fingerprintOf, Plan, type PlannedStep } from './plan.ts';
import type { Release } from './types.ts';
import { repositoriesOf } from './walk/repositories.ts';
import { countsOf, packLife, removeLife, writeLife } from './write-life.ts';

/** What deriving has to say: notes and sources that found no place. */
export interface DeriveReport {
  /** How many notes are about services that the store does not have, and which. Notes on no service at all stand on their release. */
  readonly unmatchedNotes: number;
  readonly unmatchedNames: readonly string[];
  /** Services and releases that only a note speaks of: their API did not change then, `cloudhsmv2 1.40.57`. */
  readonly onlyNoted: readonly string[];
  /** Notes of repositories without service models: they are kept, and stand at no release. */
  readonly elsewhere: readonly { readonly repository: string; readonly count: number }[];
  readonly undated: readonly string[];
}

/** Makes the derived tables fit the inputs; services whose inputs are the same stay as they are. To be called inside a transaction. */
export function derive(database: Database): DeriveReport {
  const plan = new Plan(database);
  const releases = plan.releases();
  database.run('DELETE FROM release');
  for (const [position, release] of releases.entries()) {
    const { id, version, date } = release;
    database.insert('release', { id, version, date, position, predecessor: plan.predecessorOf(release) });
  }
  for (const service of plan.services) {
    const steps = plan.stepsOf(service, releases);
    const madeFrom = fingerprintOf(steps.map((step) => ({ ...step, hashes: step.inputs.map(({ hash }) => hash) })));
    const row = database.get<{ made_from: string }>('SELECT made_from FROM service WHERE id = ?', service);
    if (row?.made_from === madeFrom) continue;
    removeLife(database, service);
    const timeline = timelineOf(plan, service, releases, originOf(steps));
    writeLife(database, service, packLife(service, timeline), madeFrom);
  }
  return { ...writeNotes(database, plan, releases), undated: plan.undated };
}

/** The life of a service, made from all that is known of it. */
function timelineOf(
  plan: Plan,
  service: string,
  releases: readonly Release[],
  origin: { readonly service: string; readonly release: Release } | undefined,
): Timeline {
  const life = new Life();
  if (origin !== undefined) {
    for (const step of plan.mainStepsOf(origin.service, releases.slice(0, releases.indexOf(origin.release))))
      life.take(plan.load(step));
    life.startTelling();
  }
  for (const step of plan.mainStepsOf(service, releases)) life.take(plan.load(step));
  const timeline = life.timeline();
  const asides = plan.asideStepsOf(service, releases).flatMap(({ step, before }) => {
    const aside = new Life();
    for (const one of before) aside.take(plan.load(one));
    aside.startTelling();
    aside.take(plan.load(step));
    return aside.timeline().releases;
  });
  return { ...timeline, releases: [...timeline.releases, ...asides] };
}

/** The name that a service had before, and the release that renamed it. */
function originOf(steps: readonly PlannedStep[]): { readonly service: string; readonly release: Release } | undefined {
  const first = steps.find(({ presence }) => presence.startsWith('from '));
  return first === undefined ? undefined : { service: first.presence.slice(5), release: first.release };
}

/** The sources of a release of a service that only a note speaks of: its documentation or its endpoints changed. */
const onlyNoted = JSON.stringify(['release notes']);

/** Attaches notes to releases and services. A release that only a note speaks of is there for its note. */
function writeNotes(database: Database, plan: Plan, releases: readonly Release[]): Omit<DeriveReport, 'undated'> {
  database.run('DELETE FROM release_note');
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
    // Another project numbers its releases by itself: its 1.2.0 is not ours.
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
  const noted = database.all<{ service: string; release: string }>(
    'SELECT service, release FROM service_release WHERE sources = ? ORDER BY release DESC, service',
    onlyNoted,
  );
  return {
    unmatchedNotes: unmatched,
    unmatchedNames: [...names].sort(),
    onlyNoted: noted.map(({ service, release }) => `${service} ${release}`),
    elsewhere: repositoriesOf(database).flatMap(({ id, name }) => {
      const count = elsewhere.get(id);
      return count === undefined ? [] : [{ repository: name, count }];
    }),
  };
}
