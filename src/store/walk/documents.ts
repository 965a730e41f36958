/** Reads the files of a revision; a file that is what it was in the revision before is not read again. */
import type { Document } from '../../parse/index.ts';
import type { BlobReader } from '../../sources/index.ts';
import type { ChainFile } from './chains.ts';

/** The files of one service, revision by revision. */
export class RevisionReader {
  readonly #reader: BlobReader;
  readonly #service: string;
  #texts: ReadonlyMap<string, Promise<string>> = new Map();

  constructor(reader: BlobReader, service: string) {
    this.#reader = reader;
    this.#service = service;
  }

  /** The documents of a revision: names and texts. */
  async read(files: readonly ChainFile[]): Promise<Document[]> {
    const before = this.#texts;
    const texts = new Map(files.map(({ blob }) => [blob, before.get(blob) ?? this.#text(blob)]));
    this.#texts = texts;
    return Promise.all(
      files.map(async ({ path, blob }) => ({ name: `${this.#service}/${path}`, text: (await texts.get(blob)) ?? '' })),
    );
  }

  async #text(blob: string): Promise<string> {
    return (await this.#reader.readText(blob)) ?? '';
  }
}
