/**
 * Reads every model of a repository's history with `git cat-file` and `JSON.parse`, and does nothing else; runs as its
 * own process.
 */
import { botocoreRepository } from '../../src/parse/dialects/service-model/repository.ts';
import { BlobReader, changedModelFilesInRow, listReleases, openRepository } from '../../src/sources/index.ts';
import { Chains } from '../../src/store/walk/plan/chains.ts';

const repository = await openRepository(process.argv[2] ?? '');
const releases = await listReleases(repository);
const rows = await changedModelFilesInRow(
  repository,
  botocoreRepository,
  releases.map(({ tree }) => tree),
);
const whole = new Chains(undefined);
for (const [index, { version, date }] of releases.entries())
  whole.take({ id: version, version, date }, rows[index] ?? []);

const reader = new BlobReader(repository);
let models = 0;
let bytes = 0;
for (const { revisions } of whole.chains()) {
  // An ingest does not read an unchanged file again either.
  const blobs = [...new Set(revisions.flatMap(({ files }) => files.map(({ blob }) => blob)))];
  models += revisions.length;
  let next = reader.read(blobs[0] ?? '');
  for (const index of blobs.keys()) {
    const read = await next;
    next = reader.read(blobs[index + 1] ?? '');
    if (read === undefined) continue;
    bytes += read.length;
    JSON.parse(read.toString('utf8'));
  }
  await next;
}
await reader.close();
process.stdout.write(`${models} models, ${(bytes / 1e9).toFixed(2)} GB\n`);
