/** Reads the files of a revision; an unchanged file is not read again. */
import type { Document } from '../../../parse/index.ts';
import { type BlobReader, SourceError } from '../../../sources/index.ts';
import type { ChainFile } from '../plan/chains.ts';

/** A state that nobody could read, and why. */
export interface Unread {
  readonly object: string;
  /**
   * `missing`: the repository lacks the object, or git cannot read it. `broken`: it can be read, but is not a model.
   */
  readonly kind: 'missing' | 'broken';
  readonly why: string;
}

/** The texts of a revision's files, or the file that could not be read. */
export type RevisionText = readonly Document[] | Unread;

/** The files of one service, revision by revision. */
export class RevisionReader {
  readonly #reader: BlobReader;
  readonly #service: string;
  #texts: ReadonlyMap<string, Promise<string | Unread>> = new Map();

  constructor(reader: BlobReader, service: string) {
    this.#reader = reader;
    this.#service = service;
  }

  /** The documents of a revision: names and texts. */
  async read(files: readonly ChainFile[]): Promise<RevisionText> {
    const before = this.#texts;
    const texts = new Map(files.map((file) => [file.blob, before.get(file.blob) ?? this.#text(file)]));
    this.#texts = texts;
    const documents: Document[] = [];
    for (const { path, blob } of files) {
      const text = await texts.get(blob);
      if (text === undefined) continue;
      if (typeof text !== 'string') return text;
      documents.push({ name: `${this.#service}/${path}`, text });
    }
    return documents;
  }

  async #text({ path, blob }: ChainFile): Promise<string | Unread> {
    const name = `${this.#service}/${path}`;
    try {
      const text = await this.#reader.readText(blob);
      return text ?? { object: blob, kind: 'missing', why: `${name}: the repository lacks its object ${blob}` };
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return { object: blob, kind: 'missing', why: `${name}: ${error.message}` };
    }
  }
}
