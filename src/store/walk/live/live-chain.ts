/**
 * Follows the chain of one service release by release: reads its models, finds changes, and packs what the store keeps.
 */
import { append, type Service } from '../../../model/index.ts';
import { type DialectId, dialectOf, ModelMemory, parseDocuments } from '../../../parse/index.ts';
import type { BlobReader } from '../../../sources/index.ts';
import { parserVersion } from '../../database/engine-versions.ts';
import type { StoredState } from '../../history/read-history.ts';
import { ServiceHistory, type TimelineRelease } from '../../history/service-history.ts';
import type { ReleaseStep } from '../../history/source-snapshots.ts';
import { type PackedHistory, packHistory, resumeHistory } from '../../history/write-history.ts';
import { inputHash } from '../../ingest/input-hash.ts';
import { type InputFacts, inputHashOf } from '../../ingest/inputs.ts';
import type { Presence } from '../../ingest/presence.ts';
import { depthIn, type Packed, unpackFrom } from '../../packing/blobs.ts';
import { StateNames, StatePacker } from '../../packing/state-packer.ts';
import { madeFromOf, originsMark } from '../../releases/plan.ts';
import type { PackedGraph } from '../../since/packed-graph.ts';
import { originOf } from '../plan/chain-steps.ts';
import type { Chain, Revision } from '../plan/chains.ts';
import { RevisionReader, type RevisionText, type Unread } from './documents.ts';

/** A history to continue. */
export interface HistoryBefore {
  readonly state: StoredState;
  readonly graph: PackedGraph;
  /** Packed models that the state names, and their bases. */
  readonly snapshots: readonly Packed[];
  /** The known steps, in the form of the fingerprint. */
  readonly steps: readonly StepMark[];
  /** The fingerprint of the histories under former names. */
  readonly origins: string;
}

/** A step in the form of the fingerprint of a history. */
export interface StepMark {
  readonly release: { readonly id: string; readonly version: string | null; readonly date: string | null };
  readonly complete: boolean;
  readonly presence: Presence;
  readonly hashes: readonly string[];
}

/** A row of the table of inputs. */
export interface InputRow {
  readonly snapshot: string;
  readonly facts: InputFacts;
}

/** A state that could not be read, and the release that has it. */
export interface UnreadState extends Unread {
  readonly version: string;
}

export interface LivedChain {
  readonly service: string;
  readonly inputs: readonly InputRow[];
  readonly history: PackedHistory;
  readonly madeFrom: string;
  readonly unread: readonly UnreadState[];
}

/** What the work on a chain needs. */
export interface ChainWork {
  readonly reader: BlobReader;
  /** The number of the repository in the store, and the user's name for it. */
  readonly repository: number;
  readonly spec: string;
  readonly dialect: DialectId;
  /** The history that the chain continues; undefined if the history begins with the chain. */
  readonly before: HistoryBefore | undefined;
  /** Stored models of releases that the repository lacks, and their bases. */
  readonly stored: readonly Packed[];
  /** Called with every packed model immediately, so that not all of them are in memory at once. */
  onSnapshot(packed: Packed): void;
  onRevision(): void;
}

/** How the revisions of one service are read. */
interface ServiceReading {
  readonly service: string;
  readonly dialect: DialectId;
  readonly reader: BlobReader;
  readonly memory: ModelMemory;
  /** Names models that are read only for their successors. */
  readonly names: StateNames;
  /** Models that the store has, packed, by hash. */
  readonly stored: ReadonlyMap<string, Packed>;
}

/** Follows a chain. */
export async function liveChain(chain: Chain, work: ChainWork): Promise<LivedChain> {
  const { before, reader, dialect } = work;
  const stored = new Map([...(before?.snapshots ?? []), ...work.stored].map((packed) => [packed.hash, packed]));
  const reading = {
    service: chain.service,
    dialect,
    reader,
    stored,
    memory: new ModelMemory(),
    names: new StateNames(),
  };
  const packer = new StatePacker();
  let history = before === undefined ? new ServiceHistory() : goOn(before, stored, packer);
  const inputs: InputRow[] = [];
  const unread: UnreadState[] = [];
  /** Releases outside the history that continues: those under former names, and those beside the main line. */
  const told: TimelineRelease[] = [];
  let origins = before?.origins ?? '';
  const marks: StepMark[] = [...(before?.steps ?? [])];
  // If only releases beside the main line had a service, they are its history.
  const isBeside = chain.revisions.every(({ aside }) => aside !== undefined);
  // The next model is read while this one is parsed.
  const files = new RevisionReader(reader, chain.service);
  let next = files.read(chain.revisions[0]?.files ?? []);
  for (const [index, revision] of chain.revisions.entries()) {
    const text = await next;
    next = files.read(chain.revisions[index + 1]?.files ?? []);
    work.onRevision();
    const origin = chain.origins.find(({ at }) => at === index);
    if (origin !== undefined) {
      // Releases before a rename belong to the former name: its chain is followed again to get there.
      append(told, history.timeline().releases);
      history = new ServiceHistory();
      origins = originsMark(origins, await liveThrough(origin.chain, reading, history));
      history.startTelling();
    }
    const { step, problem } = stepOf(revision, text, reading);
    if (problem !== undefined) unread.push({ version: revision.release.id, ...problem });
    const view = step.views[0];
    const packed = view === undefined || revision.stored !== undefined ? undefined : packer.pack(view.service);
    if (packed !== undefined) work.onSnapshot(packed);
    const snapshot = packed?.hash ?? revision.stored ?? '';
    const { release } = revision;
    const facts: InputFacts = {
      ...{ version: release.id, date: release.date, dialect, complete: false, stated: null },
      ...{ presence: step.presence, unsure: revision.unsure, origin: originOf(chain, revision) },
      ...{ spec: work.spec, repository: work.repository, parser: parserVersion },
    };
    inputs.push({ snapshot, facts });
    marks.push({
      release,
      complete: false,
      presence: step.presence,
      hashes: [inputHashOf(chain.service, snapshot, facts)],
    });
    const taken = { ...step, views: view === undefined ? [] : [{ ...view, snapshot }] };
    if (revision.aside === undefined || isBeside) history.take(taken);
    else append(told, await tellAside(revision.aside.base, taken, reading));
  }
  const timeline = history.timeline();
  return {
    service: chain.service,
    inputs,
    history: packHistory(chain.service, { ...timeline, releases: [...told, ...timeline.releases] }),
    madeFrom: madeFromOf(marks, origins),
    unread,
  };
}

/** Resumes a history; its last state is the base of the next packed one. */
function goOn(before: HistoryBefore, stored: ReadonlyMap<string, Packed>, packer: StatePacker): ServiceHistory {
  return resumeHistory(before.state, before.graph, (hash) => {
    const service = unpackFrom<Service>(stored, hash);
    if (hash === before.state.head) packer.goOnFrom(service, hash, depthIn(stored, hash));
    return service;
  });
}

/** The step of a history that a revision makes; and its unread state, if it could not be read. */
function stepOf(
  { release, presence, files, stored, unsure }: Revision,
  text: RevisionText,
  reading: ServiceReading,
): { readonly step: ReleaseStep; readonly problem?: Unread } {
  const step = { release, complete: false, presence, unsure, views: [] };
  if (stored !== undefined) {
    if (!reading.stored.has(stored)) return { step };
    return { step: { ...step, views: [viewOf(reading, unpackFrom<Service>(reading.stored, stored), stored)] } };
  }
  if (files.length === 0) return { step };
  const read = 'kind' in text ? text : readModel(text, reading);
  if ('kind' in read) return { step: { ...step, presence: { kind: 'unread' } }, problem: read };
  return { step: { ...step, views: [viewOf(reading, read.model, '')] } };
}

function viewOf({ dialect }: ServiceReading, service: Service, snapshot: string): ReleaseStep['views'][number] {
  return { dialect, snapshot, stated: null, service };
}

/** Replays a history up to the end of a chain; gives its steps. Nothing is stored. */
async function liveThrough(
  chain: Chain,
  work: Omit<ServiceReading, 'service'>,
  history: ServiceHistory,
): Promise<readonly StepMark[]> {
  const reading = { ...work, service: chain.service };
  const origin = chain.origins.at(-1);
  const marks = origin === undefined ? [] : [...(await liveThrough(origin.chain, work, history))];
  const files = new RevisionReader(work.reader, chain.service);
  for (const revision of chain.revisions.slice(origin?.at ?? 0)) {
    if (revision.aside !== undefined) continue;
    const { step } = stepOf(revision, await files.read(revision.files), reading);
    const views = step.views.map((view) => ({ ...view, snapshot: revision.stored ?? reading.names.of(view.service) }));
    history.take({ ...step, views });
    const { release } = revision;
    const named = { version: release.id, date: release.date, dialect: work.dialect, stated: null };
    const snapshot = views[0]?.snapshot ?? '';
    const hash = inputHash({
      ...{ ...named, service: chain.service, snapshot, presence: step.presence, unsure: revision.unsure },
      isWalked: true,
    });
    marks.push({ release, complete: false, presence: step.presence, hashes: [hash] });
  }
  return marks;
}

/**
 * The changes of a release beside the main line, compared with the release that it continues after. They are not part
 * of the history itself.
 */
async function tellAside(
  base: Revision | null,
  step: ReleaseStep,
  reading: ServiceReading,
): Promise<readonly TimelineRelease[]> {
  const history = new ServiceHistory();
  if (base !== null) {
    const text = await new RevisionReader(reading.reader, reading.service).read(base.files);
    const from = stepOf(base, text, reading).step;
    history.take({ ...from, views: from.views.map((view) => ({ ...view, snapshot: reading.names.of(view.service) })) });
    history.startTelling();
  }
  history.take(step);
  return history.timeline().releases;
}

function readModel(
  documents: Extract<RevisionText, readonly unknown[]>,
  { service, dialect, memory }: ServiceReading,
): Unread | { readonly model: Service } {
  const result = parseDocuments(dialect, documents, { service, memory });
  const model = result.api.services[0];
  if (model !== undefined) return { model };
  const worst = result.messages.find(({ fatal }) => fatal === true);
  const why = worst === undefined ? `${service}: no ${dialectOf(dialect).label}` : `${worst.name}: ${worst.reason}`;
  return { object: '', kind: 'broken', why };
}
