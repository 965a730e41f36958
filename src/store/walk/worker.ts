/** A worker of a walk: takes chains, one after the other, and sends back what the store keeps. */
import { parentPort, workerData } from 'node:worker_threads';
import { BlobReader, openRepository } from '../../sources/index.ts';
import type { WorkerReport, WorkerStart, WorkerTask } from './messages.ts';
import { work } from './work.ts';

const port = parentPort;
const { repository, spec } = workerData as WorkerStart;

if (port !== null) {
  const reader = new BlobReader(await openRepository(repository));
  const report = (message: WorkerReport) => port.postMessage(message);
  port.on('message', (task: WorkerTask | 'done') => {
    if (task === 'done') {
      void reader.close().then(() => port.close());
      return;
    }
    work(task, reader, spec, report).catch((error: unknown) =>
      report({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
