/** Makes tars in memory, with links and names as wanted. */
import { pack } from 'tar-stream';
import type { Files } from './scratch-folder.ts';

/** A member that is no file. */
export interface TarLink {
  readonly name: string;
  readonly type: 'link' | 'symlink';
  readonly to: string;
}

/** Makes a tar; a name that ends with a slash is a folder's. */
export async function makeTar(files: Files, links: readonly TarLink[] = []): Promise<Buffer> {
  const tar = pack();
  for (const { name, type, to } of links) tar.entry({ name, type, linkname: to });
  for (const [name, content] of Object.entries(files))
    if (name.endsWith('/')) tar.entry({ name, type: 'directory' });
    else tar.entry({ name }, Buffer.from(content));
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
