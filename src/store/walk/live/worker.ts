/** A worker of a walk: takes chains, one after the other, and sends back what to store. */
import { parentPort, workerData } from 'node:worker_threads';
import { BlobReader, openRepository } from '../../../sources/index.ts';
import type { WorkerReport, WorkerStart, WorkerTask } from './messages.ts';
import { packError } from './sent-error.ts';
import { work } from './work.ts';

const port = parentPort;
// The main thread sends nothing else.
const start = workerData as WorkerStart;

if (port !== null) {
  const report = (message: WorkerReport) => port.postMessage(message);
  const opened = openRepository(start.folder).then((repository) => new BlobReader(repository));
  // The first task sets it; nobody listens before.
  opened.catch(() => {});
  port.on('message', (task: WorkerTask | 'done') => {
    if (task === 'done') {
      void opened.then((reader) => reader.close()).then(() => port.close());
      return;
    }
    opened
      .then((reader) => work(task, start, reader, report))
      .catch((error: unknown) => report({ type: 'failed', error: packError(error) }));
  });
}
