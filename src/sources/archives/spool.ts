/**
 * Stores the members of a streamed archive until they are read, in one temporary file without a name, so no member can
 * write elsewhere.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explainError } from '../explain-error.ts';
import { withOpenFile } from '../file-limit.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary/temporary-folder.ts';
import type { Entry } from '../tree.ts';

/** Small writes are joined: 30,501 members need 52 writes. */
const batch = 4 * 2 ** 20;

/** A temporary file that members are appended to and read from. Keeps one open file and one batch in memory. */
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

  /** Creates the temporary file. */
  static async open(): Promise<Spool> {
    try {
      const folder = makeTemporaryFolder('archive');
      const handle = await open(path.join(folder, 'members'), 'w+', 0o600);
      // A file without a name disappears when the process ends, in any way. Windows refuses this; there `close` removes
      // it.
      if (process.platform !== 'win32') removeTemporaryFolder(folder);
      return new Spool(folder, handle);
    } catch (error) {
      throw explainError(tmpdir(), error);
    }
  }

  /** Stores all bytes of a member and returns their position. */
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

  /** Writes the bytes that are still in memory; only then can all members be read. */
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
