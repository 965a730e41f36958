/** Lives through the chain of one service: reads its models, finds what changed, and packs what the store keeps. */
import type { Service } from '../../model/index.ts';
import { type Document, parseDocuments } from '../../parse/index.ts';
import type { BlobReader } from '../../sources/index.ts';
import { contentHash, type Packed, packService, unpack } from '../blobs.ts';
import { type InputFacts, inputHash } from '../inputs.ts';
import { Life } from '../life.ts';
import { parserVersion } from '../makers.ts';
import { fingerprintOf } from '../plan.ts';
import type { SinceGraph } from '../since-graph.ts';
import type { View } from '../views.ts';
import { type PackedLife, packLife, resumeLife, type StoredState } from '../write-life.ts';
import type { Chain, Revision } from './chains.ts';
import { RevisionReader } from './documents.ts';

/** A life that goes on. */
export interface LifeBefore {
  readonly state: StoredState;
  readonly graph: SinceGraph;
  /** Packed models that the state names, by hash. */
  readonly snapshots: readonly Packed[];
  /** The steps that were lived before, as the fingerprint sees them. */
  readonly steps: readonly StepMark[];
}

/** A step as the fingerprint of a life sees it. */
export interface StepMark {
  readonly release: { readonly id: string; readonly version: string | null; readonly date: string | null };
  readonly complete: boolean;
  readonly presence: string;
  readonly hashes: readonly string[];
}

/** A row of the table of inputs. */
export interface InputRow {
  readonly snapshot: string;
  readonly facts: InputFacts;
}

export interface LivedChain {
  readonly service: string;
  readonly inputs: readonly InputRow[];
  readonly life: PackedLife;
  readonly madeFrom: string;
  /** Models that could not be read: the walk went on with the last good one. */
  readonly problems: readonly string[];
}

/** Told of every packed model as soon as there is one, so that not all of them are in memory at once. */
export type OnSnapshot = (packed: Packed) => void;

/** Lives through a chain. */
export async function liveChain(
  chain: Chain,
  reader: BlobReader,
  before: LifeBefore | undefined,
  spec: string,
  onSnapshot: OnSnapshot,
  onRevision: () => void,
): Promise<LivedChain> {
  const kept = new Map(before?.snapshots.map(({ hash, data }) => [hash, data]));
  const life =
    before === undefined
      ? new Life()
      : resumeLife(before.state, before.graph, (hash) => unpack<Service>(kept.get(hash) as Uint8Array));
  if (chain.origin !== undefined) {
    // What came before the new name is known by the old one: it is lived through again, and told there.
    await liveThrough(chain.origin, reader, life);
    life.startTelling();
  }
  const inputs: InputRow[] = [];
  const problems: string[] = [];
  const own = chain.origin === undefined ? before : undefined;
  const marks: StepMark[] = [...(own?.steps ?? [])];
  let shown = own !== undefined && own.state.removedIn === null;
  let removed = own !== undefined && own.state.removedIn !== null;
  // The next model is read while this one is parsed.
  const files = new RevisionReader(reader, chain.service);
  let next = files.read(chain.revisions[0]?.files ?? []);
  for (const [index, revision] of chain.revisions.entries()) {
    const documents = await next;
    next = files.read(chain.revisions[index + 1]?.files ?? []);
    onRevision();
    const { release } = revision;
    const read = revision.files.length === 0 ? undefined : readModel(documents, chain.service, release.id, problems);
    if (revision.files.length > 0 && read === undefined) continue;
    const presence = presenceOf(revision, read !== undefined, { shown, removed });
    if (read === undefined && !shown) continue;
    const packed = read === undefined ? undefined : packService(read);
    if (packed !== undefined) onSnapshot(packed);
    const snapshot = packed?.hash ?? '';
    const facts: InputFacts = {
      version: release.id,
      date: release.date,
      dialect: 'service-model',
      complete: false,
      presence,
      stated: null,
      spec,
    };
    inputs.push({ snapshot, facts });
    marks.push({ release, complete: false, presence, hashes: [inputHash(chain.service, snapshot, facts)] });
    life.take({
      release,
      complete: false,
      presence,
      views: read === undefined ? [] : [{ dialect: 'service-model', snapshot, stated: null, service: read }],
    });
    shown = read !== undefined;
    removed = read === undefined;
  }
  return {
    service: chain.service,
    inputs,
    life: packLife(chain.service, life.timeline()),
    madeFrom: fingerprintOf(marks),
    problems,
  };
}

function presenceOf(
  { presence }: Revision,
  isRead: boolean,
  before: { readonly shown: boolean; readonly removed: boolean },
): Revision['presence'] {
  if (!isRead) return presence.startsWith('to ') ? presence : 'removed';
  if (presence.startsWith('from ')) return presence;
  return !before.shown && (before.removed || presence === 'added') ? 'added' : 'shown';
}

/** Takes a life up to where a chain ends; nothing of it is kept. */
async function liveThrough(chain: Chain, reader: BlobReader, life: Life): Promise<void> {
  if (chain.origin !== undefined) await liveThrough(chain.origin, reader, life);
  const files = new RevisionReader(reader, chain.service);
  for (const revision of chain.revisions) {
    const documents = await files.read(revision.files);
    const service = revision.files.length === 0 ? undefined : readModel(documents, chain.service, '', []);
    if (revision.files.length > 0 && service === undefined) continue;
    const { release, presence } = revision;
    const views: View[] =
      service === undefined
        ? []
        : [{ dialect: 'service-model', snapshot: packService(service).hash, stated: null, service }];
    life.take({ release, complete: false, presence, views });
  }
}

/** One name for what a chain will be made from: a staged life of the same plan need not be lived again. */
export function planOf(chain: Chain, before: string): string {
  return contentHash(
    JSON.stringify([
      parserVersion,
      before,
      [...(chain.origin?.revisions ?? []), ...chain.revisions].map(({ release, presence, files }: Revision) => [
        release.id,
        release.date,
        presence,
        files.map(({ blob }) => blob),
      ]),
    ]),
  );
}

function readModel(
  documents: readonly Document[],
  service: string,
  version: string,
  problems: string[],
): Service | undefined {
  const result = parseDocuments('service-model', documents, { service });
  const read = result.api.services[0];
  const worst = read === undefined ? result.messages.find(({ fatal }) => fatal === true) : undefined;
  if (worst !== undefined) problems.push(`${version} ${worst.name}: ${worst.reason}`);
  return read;
}
