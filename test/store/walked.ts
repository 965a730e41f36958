/** Walks of small repositories for tests, and what the store says after them. */
import { openStore } from '../../src/store/read.ts';
import { Database, type WalkOptions, type WalkReport, walk } from '../../src/store/write.ts';
import { modelJson } from './tiny-repository.ts';

/** Where a repository has the model of a service. */
export function modelPath(service: string): string {
  return `botocore/data/${service}/2020-01-01/service-2.json`;
}

/** The model of an API by its uid, with fields in the request of its operation. */
export function modelOf(uid: string, ...fields: string[]): string {
  return modelJson(Object.fromEntries(fields.map((name) => [name, 'string'])), `${uid}-2020-01-01`);
}

/** Walks a repository into a store. */
export async function walkInto(file: string, repository: string, options: WalkOptions = {}): Promise<WalkReport> {
  const database = Database.open(file);
  try {
    return await walk(database, `git:${repository}`, options);
  } finally {
    database.close();
  }
}

/** Since when a field of a request exists: a release, `1.0.0 or earlier`, or `unknown`. */
export function sinceOf(file: string, service: string, field: string): string {
  const reader = openStore(file);
  const since = reader.since(service).field('PutThing', 'request', field);
  reader.close();
  return since === null ? 'unknown' : `${since.release.id}${since.orEarlier ? ' or earlier' : ''}`;
}

/** A line a release of a service: `1.1.0 thing changed field-added B`. */
export function linesOf(file: string): readonly string[] {
  const reader = openStore(file);
  const found = reader.serviceReleases().map(({ release, service, status }) => {
    const changes = reader.changes(service, release.id).map(({ kind, places }) => `${kind} ${places[0]?.path}`);
    return `${release.id} ${service} ${status} ${changes.join(', ')}`;
  });
  reader.close();
  return found;
}
