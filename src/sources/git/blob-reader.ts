/** Reads objects of a repository through one `git cat-file --batch`, with many requests open at once. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import pLimit from 'p-limit';
import { decodeText } from '../decode-text.ts';

import { defaultLimits } from '../limits.ts';
import { SourceError } from '../types.ts';
import { endOf, type Repository, startGit } from './run-git.ts';

/** The most open requests: enough that git never waits, few enough that the waiting data stays small. */
const underWay = 64;
const newline = 0x0a;

/** An object and its id. */
export interface GitObject {
  readonly id: string;
  readonly bytes: Buffer;
}

interface Request {
  readonly name: string;
  resolve(object: GitObject | undefined): void;
  reject(error: Error): void;
}

/** An object of which only the beginning has been read. */
interface Begun extends GitObject {
  filled: number;
}

/** How far the output of one git process has been read. */
interface Output {
  /** The start of a header that is not complete yet. */
  header: Buffer[];
  object: Begun | undefined;
  /** Bytes of an object that is too large, still to be skipped. */
  passOver: number;
}

/**
 * Reads objects by id, or by `<tag>:<path>`. Many requests may be open at once; answers come in the order of the
 * requests.
 */
export class BlobReader {
  readonly #repository: Repository;
  readonly #limit = pLimit(underWay);
  readonly #requests: Request[] = [];
  #child: ChildProcessWithoutNullStreams | undefined;
  #ended: Promise<void> = Promise.resolve();
  /** Whether the current git process has answered a request. */
  #hasAnswered = false;
  #isClosed = false;
  /** How often git ended before it gave any answer: after the second time, the cause is not a single object. */
  #deaths = 0;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** An object; undefined if the repository lacks it. */
  async readObject(name: string): Promise<GitObject | undefined> {
    if (/[\n\0]/.test(name)) return undefined;
    return this.#limit(
      () =>
        new Promise<GitObject | undefined>((resolve, reject) => {
          if (this.#isClosed) {
            reject(new SourceError(`\`${this.#repository.name}\` is closed already`));
            return;
          }
          this.#requests.push({ name, resolve, reject });
          this.#start().stdin.write(`${name}\n`);
        }),
    );
  }

  /** The bytes of an object; undefined if the repository lacks it. */
  async read(name: string): Promise<Buffer | undefined> {
    return (await this.readObject(name))?.bytes;
  }

  /** The text of an object; undefined if the repository lacks it. */
  async readText(name: string): Promise<string | undefined> {
    const bytes = await this.read(name);
    return bytes && decodeText(bytes);
  }

  /** Ends git; open requests are rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#fail(new SourceError(`\`${this.#repository.name}\` was closed while it was read`));
    this.#child?.stdin.end();
    this.#child?.kill();
    await this.#ended;
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = startGit(this.#repository, ['cat-file', '--batch']);
    this.#child = child;
    this.#hasAnswered = false;
    const output: Output = { header: [], object: undefined, passOver: 0 };
    child.stdin.on('error', () => {});
    child.stdout.on('data', (chunk: Buffer) => {
      this.#take(chunk, output);
    });
    const forget = (error: Error): void => {
      if (this.#child === child) this.#child = undefined;
      if (this.#isClosed || !this.#isOneObject()) this.#fail(error);
      else this.#passOverObject(error);
    };
    this.#ended = endOf(child, this.#repository).then(
      () => forget(new SourceError(`\`${this.#repository.name}\` cannot be read: git ended early`)),
      forget,
    );
    return child;
  }

  /**
   * Git ends at a damaged object. If it answered before, or ended for the first time, a new git process reads the other
   * objects.
   */
  #isOneObject(): boolean {
    return this.#requests.length > 0 && (this.#hasAnswered || this.#deaths++ === 0);
  }

  #passOverObject(error: Error): void {
    const waiting = this.#requests.splice(0);
    waiting.shift()?.reject(error);
    if (waiting.length === 0) return;
    const child = this.#start();
    for (const request of waiting) {
      this.#requests.push(request);
      child.stdin.write(`${request.name}\n`);
    }
  }

  #fail(error: Error): void {
    for (const request of this.#requests.splice(0)) request.reject(error);
  }

  #take(chunk: Buffer, output: Output): void {
    let at = 0;
    while (at < chunk.length) {
      if (output.passOver > 0) {
        const passed = Math.min(output.passOver, chunk.length - at);
        output.passOver -= passed;
        at += passed;
      } else
        at = output.object ? this.#takeBody(chunk, at, output.object, output) : this.#takeHeader(chunk, at, output);
    }
  }

  #takeHeader(chunk: Buffer, at: number, output: Output): number {
    const end = chunk.indexOf(newline, at);
    output.header.push(chunk.subarray(at, end === -1 ? chunk.length : end));
    if (end === -1) return chunk.length;
    const header = Buffer.concat(output.header).toString();
    output.header = [];
    const [, id = '', size] = /^([0-9a-f]+) (?:blob|commit|tree|tag) (\d+)$/.exec(header) ?? [];
    if (size === undefined) this.#answer(undefined);
    else if (Number(size) > defaultLimits.member) {
      output.passOver = Number(size) + 1;
      const request = this.#requests.shift();
      request?.reject(new SourceError(`\`${request.name}\` is refused: larger than a document can be`));
    }
    // Includes the newline after the object.
    else output.object = { id, bytes: Buffer.allocUnsafe(Number(size) + 1), filled: 0 };
    return end + 1;
  }

  #takeBody(chunk: Buffer, at: number, object: Begun, output: Output): number {
    const copied = chunk.copy(object.bytes, object.filled, at);
    object.filled += copied;
    if (object.filled === object.bytes.length) {
      output.object = undefined;
      this.#answer({ id: object.id, bytes: object.bytes.subarray(0, -1) });
    }
    return at + copied;
  }

  #answer(object: GitObject | undefined): void {
    this.#hasAnswered = true;
    this.#deaths = 0;
    this.#requests.shift()?.resolve(object);
  }
}
