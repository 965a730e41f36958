/** The states of every service of the bundle of real history, pair by pair. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service } from '../../../src/model/index.ts';
import { botocoreRepository } from '../../../src/parse/dialects/service-model/repository.ts';
import { parseDocuments } from '../../../src/parse/index.ts';
import { BlobReader, changedModelFilesInRow, listReleases, openRepository } from '../../../src/sources/index.ts';
import { Chains } from '../../../src/store/walk/plan/chains.ts';
import { shared } from '../../shared.ts';

/** Two states of a service, one after the other. */
export interface Step {
  readonly service: string;
  readonly release: string;
  readonly before: Service;
  readonly after: Service;
}

/** A clone of the bundle, in a folder that the caller removes. */
export function cloneHistory(): string {
  const folder = mkdtempSync(join(tmpdir(), 'apidelta-oracle-'));
  execFileSync('git', ['clone', '-q', '--bare', shared('data/botocore-history.bundle'), folder]);
  return folder;
}

/** Visits every step of every service of a clone whose number leaves `rest` when divided by `parts`. */
export async function visitHistory(
  folder: string,
  parts: number,
  rest: number,
  visit: (step: Step) => void,
): Promise<void> {
  const repository = await openRepository(folder);
  const releases = await listReleases(repository);
  const rows = await changedModelFilesInRow(
    repository,
    botocoreRepository,
    releases.map(({ tree }) => tree),
  );
  const chains = new Chains(undefined);
  for (const [index, { version, date }] of releases.entries())
    chains.take({ id: version, version, date } as never, rows[index] ?? []);
  const reader = new BlobReader(repository);
  try {
    for (const [number, { service, revisions }] of chains.chains().entries()) {
      if (number % parts !== rest) continue;
      let before: Service | undefined;
      for (const { release, files } of revisions) {
        const documents = await Promise.all(
          files.map(async ({ path, blob }) => ({
            name: path,
            text: (await reader.readText(blob)) ?? '',
          })),
        );
        const after = files.length === 0 ? undefined : stateOf(service, documents);
        if (before !== undefined && after !== undefined) visit({ service, release: release.id, before, after });
        before = after ?? before;
      }
    }
  } finally {
    await reader.close();
  }
}

function stateOf(service: string, documents: readonly { readonly name: string; readonly text: string }[]) {
  return parseDocuments('service-model', documents, { service }).api.services[0];
}
