/** `apidelta serve --watch`: makes pages on request, and again when a source or the code changes. */
import { randomUUID } from 'node:crypto';
import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder, SourceError } from '../../sources/index.ts';
import { defaultStore } from '../../store/read.ts';
import { Database } from '../../store/write.ts';
import { exitCodes, type Io, UsageError } from '../io.ts';
import { enterAstroRoot } from '../site/astro-root.ts';
import { ingestAll } from './ingest.ts';
import type { ServeOptions } from './serve.ts';

/** Its options; without `from` it shows the store, or the project's own content if that is empty. */
export type WatchOptions = Pick<ServeOptions, 'port' | 'base' | 'from' | 'store'>;

/** Serves pages until the process is stopped. */
export async function serveWatching(options: WatchOptions, io: Io): Promise<number> {
  const kept = resolve(options.store ?? defaultStore);
  const from = options.from ?? (options.store === undefined && !existsSync(kept) ? ['content'] : []);
  const sources = from.map((source) => resolve(source));
  for (const source of sources)
    if (!existsSync(source))
      throw new UsageError(`There is no \`${source}\` to watch: name a file or a folder with --from.`);
  if (sources.length === 0 && !existsSync(kept))
    throw new UsageError(`There is no store at \`${kept}\`: ingest something first.`);
  const work = makeTemporaryFolder('watch');
  const before = process.cwd();
  const site = new WatchedSite(work, { sources: sources.length === 0 ? null : sources, kept }, options, io);
  const watchers: FSWatcher[] = [];
  try {
    await site.start();
    let waiting: NodeJS.Timeout | undefined;
    for (const source of sources) {
      watchers.push(
        watch(source, { recursive: statSync(source).isDirectory() }, () => {
          // An editor writes a file in several steps.
          clearTimeout(waiting);
          waiting = setTimeout(() => void site.renew(), 200);
        }),
      );
    }
    await new Promise<void>((done) => {
      process.once('SIGINT', done);
      process.once('SIGTERM', done);
    });
    clearTimeout(waiting);
  } finally {
    for (const watcher of watchers) watcher.close();
    await site.stop();
    process.chdir(before);
    removeTemporaryFolder(work);
  }
  return exitCodes.done;
}

/** What is watched: sources, or (null) the default store. */
interface Watched {
  readonly sources: readonly string[] | null;
  readonly kept: string;
}

/** Astro's server with a store that is made again whenever its sources change. */
class WatchedSite {
  readonly #work: string;
  readonly #sources: readonly string[] | null;
  readonly #kept: string;
  readonly #options: WatchOptions;
  readonly #io: Io;
  #busy = Promise.resolve();
  #server: { stop(): Promise<void> } | undefined;

  constructor(work: string, { sources, kept }: Watched, options: WatchOptions, io: Io) {
    this.#work = work;
    this.#sources = sources;
    this.#kept = kept;
    this.#options = options;
    this.#io = io;
  }

  /** Fills a store and starts Astro with it. */
  async start(): Promise<void> {
    await this.#serve(await this.#fill());
  }

  async #serve(store: string): Promise<void> {
    const root = makeTemporaryFolder('watched');
    const { config } = enterAstroRoot(root, { store, base: this.#options.base ?? '/', watched: true });
    const { dev } = await import('astro');
    const server = await dev({ ...config, server: { port: this.#options.port, host: false } });
    this.#server = {
      async stop() {
        await server.stop();
        removeTemporaryFolder(root);
      },
    };
    this.#io.stdout.write(`http://localhost:${server.address.port}${this.#options.base ?? '/'}\n`);
  }

  /** Makes store and server again, one after the other. An error in a source is reported, and the old pages stay. */
  renew(): Promise<void> {
    this.#busy = this.#busy.then(async () => {
      try {
        const store = await this.#fill();
        // The new server gets the port when the old one releases it, and the browser reconnects by itself.
        await this.#server?.stop();
        await this.#serve(store);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        this.#io.stderr.write(`${error.message}\n`);
      }
    });
    return this.#busy;
  }

  async stop(): Promise<void> {
    await this.#busy;
    await this.#server?.stop();
  }

  async #fill(): Promise<string> {
    if (this.#sources === null) return this.#kept;
    // The server still reads the store before it.
    const file = join(this.#work, `${randomUUID()}.db`);
    const database = Database.open(file);
    try {
      await ingestAll(database, this.#sources, {}, this.#io);
    } finally {
      database.close();
    }
    return file;
  }
}
