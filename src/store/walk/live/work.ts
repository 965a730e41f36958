/** The work on one chain: follows it and reports what to store, in pieces. It never writes. */
import type { BlobReader } from '../../../sources/index.ts';
import { type Packed, pack } from '../../packing/blobs.ts';
import { liveChain } from './live-chain.ts';
import type { WorkerReport, WorkerStart, WorkerTask } from './messages.ts';

/** The size of one report: bytes of packed models. */
const batch = 4 * 1024 * 1024;

/** Does a task, in a worker or in the main thread. */
export async function work(
  { chain, before, stored }: WorkerTask,
  { repository, spec, dialect }: WorkerStart,
  reader: BlobReader,
  report: (message: WorkerReport) => void,
): Promise<void> {
  let waiting: Packed[] = [];
  let bytes = 0;
  let revisions = 0;
  const flush = () => {
    report({ type: 'snapshots', packed: waiting });
    report({ type: 'revisions', count: revisions });
    waiting = [];
    bytes = 0;
    revisions = 0;
  };
  const lived = await liveChain(chain, {
    ...{ reader, repository, spec, dialect, before, stored },
    onSnapshot: (packed) => {
      waiting.push(packed);
      bytes += packed.data.byteLength;
      if (bytes > batch) flush();
    },
    onRevision: () => {
      revisions++;
    },
  });
  flush();
  report({ type: 'lived', service: chain.service, packed: pack(lived) });
}
