/**
 * Reads and compares every model that the last releases of a repository changed, and prints the cost; runs as its own
 * process.
 */
import { compareServices } from '../../src/diff/index.ts';
import type { Service } from '../../src/model/index.ts';
import { botocoreRepository } from '../../src/parse/dialects/service-model/repository.ts';
import { type Document, ModelMemory, parseDocuments } from '../../src/parse/index.ts';
import {
  BlobReader,
  changedModelFilesInRow,
  listReleases,
  modelFilesAt,
  openRepository,
} from '../../src/sources/index.ts';
import { LastUnchanged } from '../../src/store/history/last-unchanged.ts';
import { RevisionReader } from '../../src/store/walk/live/documents.ts';
import { Chains } from '../../src/store/walk/plan/chains.ts';

const [repositoryName = '', count = '200'] = process.argv.slice(2);
const repository = await openRepository(repositoryName);
const releases = (await listReleases(repository)).slice(-Number(count) - 1);
const [first, ...rest] = releases;
if (first === undefined) throw new Error(`No releases in ${repositoryName}`);
const { files } = await modelFilesAt(repository, botocoreRepository, first.tree);
const plain = ({ version, date }: (typeof releases)[number]) => ({ id: version, version, date });

// The state before the first release is read only for services that change later.
const whole = new Chains(undefined);
whole.take(
  plain(first),
  files.map((file) => ({ ...file, before: null, after: file.blob })),
);
const rows = await changedModelFilesInRow(
  repository,
  botocoreRepository,
  releases.map(({ tree }) => tree),
);
for (const [index, release] of rest.entries()) whole.take(plain(release), rows[index + 1] ?? []);

const reader = new BlobReader(repository);
let pairs = 0;
let changes = 0;
let slowest = { what: '', milliseconds: 0 };
for (const { service, revisions } of whole.chains()) {
  if (revisions.length < 2) continue;
  const documents = new RevisionReader(reader, service);
  // States are read and compared in order, as `ingest` does it.
  const memory = new ModelMemory();
  const unchanged = new LastUnchanged();
  let before: Service | undefined;
  for (const { release, files: read } of revisions) {
    const text = await documents.read(read);
    if ('kind' in text) throw new Error(text.why);
    const after = read.length === 0 ? undefined : serviceOf(service, text, memory);
    if (before !== undefined || release.id !== first.version) {
      const start = performance.now();
      changes += compared(before, after, unchanged);
      pairs++;
      const milliseconds = performance.now() - start;
      if (milliseconds > slowest.milliseconds) slowest = { what: `${service} ${release.id}`, milliseconds };
    }
    before = after;
  }
}
await reader.close();
process.stdout.write(
  `${rest.length} releases, ${pairs} pairs of models, ${changes} changes; the slowest comparison: ${slowest.what}, ${slowest.milliseconds.toFixed(0)} ms\n`,
);

function compared(before: Service | undefined, after: Service | undefined, unchanged: LastUnchanged): number {
  const shared =
    before === undefined || after === undefined
      ? {}
      : { unchanged: unchanged.between({ before: before.shapes, after: after.shapes }) };
  return compareServices(before, after, shared)?.changes.length ?? 0;
}

function serviceOf(service: string, documents: readonly Document[], memory: ModelMemory): Service | undefined {
  return parseDocuments('service-model', documents, { service, memory }).api.services[0];
}
