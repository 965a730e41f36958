/** A thread that makes the pages of units and writes them. */

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { errorCode } from '../../../sources/error-code.ts';
import { unitName } from '../../../view/site/units.ts';
import { PartFiles } from './kept-parts.ts';
import { PageRenderer } from './page-renderer.ts';
import { compressedForms } from './precompress.ts';
import type { RenderReport, RenderStart, RenderTask } from './render-messages.ts';

// The main thread sends nothing else.
const { pages, out, parts, precompress, standing } = workerData as RenderStart;
const kept = parts === null ? undefined : new PartFiles(parts.folder, parts.prints);
const folders = new Set<string>();

if (parentPort === null) throw new Error('Unexpected main thread, expected one that was started to make pages');
const port = parentPort;
const say = (report: RenderReport) => port.postMessage(report);

const renderer = await open();
if (renderer !== null) {
  port.on('message', (task: RenderTask | 'done') => {
    if (task === 'done') port.close();
    else
      make(renderer, task).then(
        (files) => say({ type: 'made', files }),
        (error) => say({ type: 'failed', error, code: errorCode(error) }),
      );
  });
  say({ type: 'ready' });
}

async function open(): Promise<PageRenderer | null> {
  try {
    return await PageRenderer.open(pages);
  } catch (error) {
    const code = errorCode(error);
    // An error of the system is not Astro's fault.
    if (code !== undefined && error instanceof Error) say({ type: 'failed', error, code });
    else say({ type: 'strange', message: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

async function make(renderer: PageRenderer, { unit, index, count }: RenderTask) {
  const files: [string, string][] = [];
  const standingFiles = standing.get(unitName(unit));
  for await (const { name, bytes } of renderer.render({ unit, ...(kept && { parts: kept }) }, index, count)) {
    const forms = precompress ? compressedForms(name, bytes) : [];
    for (const [file, content] of [[name, bytes] as const, ...forms]) {
      const hash = createHash('sha256').update(content).digest('base64url');
      // Of the pages of a service that changed, most are as they were.
      if (standingFiles?.get(file) !== hash) write(file, content);
      files.push([file, hash]);
    }
  }
  return files;
}

function write(file: string, content: Uint8Array): void {
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(join(out, folder), { recursive: true });
  folders.add(folder);
  writeFileSync(join(out, file), content);
}
