/** Where the members of a streamed archive wait to be read: one nameless temporary file, so no member can write anywhere. */
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explainError } from '../explain-error.ts';
import { withOpenFile } from '../file-limit.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary/temporary-folder.ts';
import type { Entry } from '../tree.ts';

/** Small writes are put together: 30,501 members are 52 writes. */
const batch = 4 * 2 ** 20;

/** A temporary file that grows by members and gives them back. Holds one open file and one batch in memory. */
export class Spool {
  readonly #folder: string;
  readonly #handle: FileHandle;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #written = 0;

  private constructor(folder: string, handle: FileHandle) {
    this.#folder = folder;
    this.#handle = handle;
  }

  /** Makes the temporary file. */
  static async open(): Promise<Spool> {
    try {
      const folder = makeTemporaryFolder('archive');
      const handle = await open(path.join(folder, 'members'), 'w+', 0o600);
      // Without its name the file goes with the process, however that ends. Windows refuses; there `close` removes it.
      if (process.platform !== 'win32') removeTemporaryFolder(folder);
      return new Spool(folder, handle);
    } catch (error) {
      throw explainError(tmpdir(), error);
    }
  }

  /** Takes all that a member gives and returns where it stands. */
  async add(inside: string, chunks: AsyncIterable<Uint8Array>): Promise<Entry> {
    const from = this.#written + this.#pendingBytes;
    for await (const chunk of chunks) {
      this.#pending.push(chunk);
      this.#pendingBytes += chunk.length;
      if (this.#pendingBytes >= batch) await this.flush();
    }
    const size = this.#written + this.#pendingBytes - from;
    return {
      path: inside,
      size,
      head: (count) => withOpenFile(() => this.#read(from, Math.min(count, size))),
      bytes: () => withOpenFile(() => this.#read(from, size)),
    };
  }

  /** Writes what is still in memory; reads are right from then on. */
  async flush(): Promise<void> {
    const bytes = Buffer.concat(this.#pending, this.#pendingBytes);
    this.#pending = [];
    this.#pendingBytes = 0;
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#written);
      done += bytesWritten;
      this.#written += bytesWritten;
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
    removeTemporaryFolder(this.#folder);
  }

  async #read(from: number, count: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(count);
    let done = 0;
    while (done < count) {
      const { bytesRead } = await this.#handle.read(buffer, done, count - done, from + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return buffer.subarray(0, done);
  }
}
