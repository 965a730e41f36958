/** The common steps of all parsers: they open documents, count messages and lines, and build the result. */
import { emptyApi, type Position } from '../../model/index.ts';
import type { Positions } from '../build/service-builder.ts';
import { Messages } from '../messages.ts';
import { ModelMemory } from '../models/model-memory.ts';
import type { Document, ParseResult } from '../result.ts';
import { cleanText, isBinaryText, isUsual, sayUndecoded } from '../text/clean.ts';
import { type Layout, layOut } from '../text/layout.ts';
import { formOf } from './sample.ts';

export interface OpenDocument {
  readonly name: string;
  readonly text: string;
  readonly messages: Messages;
}

/** One reading of documents that belong together. */
export class Reading {
  /** The service, if a layout around the documents names it. */
  readonly service: string | null;
  /** The positions of operations and fields; undefined if they are not requested. */
  readonly positions: Positions | undefined;
  readonly #messages: Messages[] = [];
  readonly #boilerplate: Record<string, number> = {};
  /** Of the documents whose indentation was changed. */
  readonly #layouts = new Map<string, Layout>();

  /** The memory of the reading of the state before. */
  readonly memory: ModelMemory;

  constructor(service: string | null, positions: boolean, memory: ModelMemory = new ModelMemory()) {
    this.service = service;
    this.memory = memory;
    this.positions = positions ? new Map() : undefined;
  }

  /**
   * The documents with text, repaired; a message says why another document is not read. Markdown has its own columns:
   * they are kept.
   */
  *opened(documents: readonly Document[], columns: 'plain' | 'kept' = 'plain'): Generator<OpenDocument> {
    for (const { name, text } of documents) {
      const messages = this.messagesOf(name);
      if (text.trim() === '') messages.add('empty-input', 'empty document', { line: 1, column: 1 });
      else if (isBinaryText(text)) messages.add('binary-input', 'bytes that are no text', { line: 1, column: 1 });
      else {
        sayUndecoded(text, messages);
        const usual = isUsual(text);
        const clean = cleanText(text, messages, usual);
        const layout = formOf(clean) === 'text' ? layOut(clean, columns, usual) : undefined;
        if (layout !== undefined) {
          this.#layouts.set(name, layout);
          messages.pointOf = layout.pointOf;
        }
        yield { name, text: layout?.text ?? clean, messages };
      }
    }
  }

  /** The messages of a parser about one document. */
  messagesOf(name: string): Messages {
    const messages = new Messages(name);
    this.#messages.push(messages);
    return messages;
  }

  /** Counts lines without a fact. */
  count(boilerplate: Readonly<Record<string, number>>): void {
    for (const [pattern, count] of Object.entries(boilerplate))
      this.#boilerplate[pattern] = (this.#boilerplate[pattern] ?? 0) + count;
  }

  result(part: Partial<ParseResult>): ParseResult {
    const placed = (at: Position) => ({ ...at, ...this.#layouts.get(at.file)?.pointOf(at) });
    for (const [key, at] of (this.#layouts.size > 0 && this.positions) || []) this.positions?.set(key, placed(at));
    return {
      api: emptyApi,
      notes: [],
      numbering: 'botocore',
      version: null,
      date: null,
      ...part,
      changes: (part.changes ?? []).map((stated) =>
        this.#layouts.size === 0
          ? stated
          : { ...stated, changes: stated.changes.map((change) => ({ ...change, at: placed(change.at) })) },
      ),
      messages: this.#messages.flatMap((messages) => [...messages.finish()]),
      boilerplate: Object.fromEntries(Object.entries(this.#boilerplate).sort(([a], [b]) => (a < b ? -1 : 1))),
      positions: this.positions ?? new Map(),
    };
  }
}
