/** A worker of a walk: takes chains, one after the other, and sends back what the store keeps. It never writes. */
import { parentPort, workerData } from 'node:worker_threads';
import { BlobReader, openRepository } from '../../sources/index.ts';
import { type Packed, pack } from '../blobs.ts';
import { liveChain } from './live-chain.ts';
import type { WorkerReport, WorkerStart, WorkerTask } from './messages.ts';

/** Bytes of packed models that are sent together. */
const batch = 4 * 1024 * 1024;

const port = parentPort;
const { repository, spec } = workerData as WorkerStart;

if (port !== null) {
  const reader = new BlobReader(await openRepository(repository));
  const report = (message: WorkerReport, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  port.on('message', (task: WorkerTask | 'done') => {
    if (task === 'done') {
      void reader.close().then(() => port.close());
      return;
    }
    work(task).catch((error: unknown) =>
      report({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });

  const work = async ({ chain, before }: WorkerTask): Promise<void> => {
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
    const lived = await liveChain(
      chain,
      reader,
      before,
      spec,
      (packed) => {
        waiting.push(packed);
        bytes += packed.data.byteLength;
        if (bytes > batch) flush();
      },
      () => {
        revisions++;
      },
    );
    flush();
    report({ type: 'lived', service: chain.service, packed: pack(lived) });
  };
}
