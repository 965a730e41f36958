/** Text in, model and messages out: every dialect through one door. Never throws on a document. */
import { type Api, append, emptyApi, type Service, type StatedChanges } from '../model/index.ts';
import type { Positions } from './build/service-draft.ts';
import { parseFlatPage } from './changelog/flat.ts';
import { parseHtmlPage } from './changelog/html.ts';
import { parseStructuredPage } from './changelog/structured.ts';
import type { ChangelogResult } from './changelog/text-page.ts';
import { apiNameOf, identify } from './known/services.ts';
import { Messages } from './messages.ts';
import { parseModelDocuments } from './models/documents.ts';
import { parseNotes } from './notes/parse-notes.ts';
import { type Drafts, parseReferencePage } from './reference/rst-page.ts';
import { parseReferenceText } from './reference/text-document.ts';
import type { Dialect, Document, ParsedNote, ParseResult } from './result.ts';
import { cleanText, isBinary } from './text/clean.ts';

export { type Positions, positionKey } from './build/service-draft.ts';
export { detectDialect, lookedFor } from './detect.ts';
export { apiNameOf, identify, type KnownService, type ServiceHints, slugOf } from './known/services.ts';
export { formatPosition, type MessageId, type MessageWeight, messageRules, timesOf } from './messages.ts';
export { wordsOfHtml } from './prose/html-words.ts';
export { readProse } from './prose/read.ts';
export type { Dialect, Document, ParsedNote, ParseResult } from './result.ts';

export interface ParseOptions {
  /** The service, where a layout around the documents tells it. */
  readonly service?: string | null;
  /** Whether to collect where operations and fields stand. */
  readonly positions?: boolean;
}

/** Parses documents that belong together: one page, or all pages of one service, or the files of one model. */
export function parseDocuments(
  dialect: Dialect,
  documents: readonly Document[],
  options: ParseOptions = {},
): ParseResult {
  const work = new Work(options.positions === true);
  switch (dialect) {
    case 'reference-rst':
      return work.referenceRst(documents);
    case 'reference-text':
      return work.referenceText(documents);
    case 'changelog-text':
      return work.changelog(documents, parseStructuredPage);
    case 'changelog-flat':
      return work.changelog(documents, parseFlatPage);
    case 'changelog-html':
      return work.changelog(documents, parseHtmlPage);
    case 'service-model':
      return work.models(documents, options.service ?? null);
    case 'release-notes':
      return work.notes(documents);
  }
}

class Work {
  readonly #positions: Positions | undefined;
  readonly #messages: Messages[] = [];
  readonly #boilerplate: Record<string, number> = {};

  constructor(positions: boolean) {
    this.#positions = positions ? new Map() : undefined;
  }

  referenceRst(documents: readonly Document[]): ParseResult {
    const drafts: Drafts = new Map();
    for (const document of documents) {
      const read = this.#open(document);
      if (read === undefined) continue;
      const page = parseReferencePage({ text: read.text, drafts, messages: read.messages, positions: this.#positions });
      if (page.kind === 'unknown')
        read.messages.add('unknown-dialect', 'page without a class or method', { line: 1, column: 1 });
      this.#count(page.boilerplate);
    }
    return this.#result({ api: apiOf(drafts) });
  }

  referenceText(documents: readonly Document[]): ParseResult {
    const drafts: Drafts = new Map();
    let version: string | null = null;
    for (const document of documents) {
      const read = this.#open(document);
      if (read === undefined) continue;
      const result = parseReferenceText({
        text: read.text,
        drafts,
        messages: read.messages,
        positions: this.#positions,
      });
      version ??= result.version ?? null;
      this.#count(result.boilerplate);
    }
    return this.#result({ api: apiOf(drafts), version });
  }

  changelog(
    documents: readonly Document[],
    parse: (text: string, messages: Messages, positions?: Positions) => ChangelogResult,
  ): ParseResult {
    const services: Service[] = [];
    const changes: StatedChanges[] = [];
    const notes: ParsedNote[] = [];
    let date: string | null = null;
    for (const document of documents) {
      const read = this.#open(document);
      if (read === undefined) continue;
      const page = parse(read.text, read.messages, this.#positions);
      this.#count(page.boilerplate);
      date ??= page.date;
      const { draft } = page;
      if (draft === undefined) continue;
      if (draft.operations.size === 0)
        read.messages.add('no-operation', 'changelog page without operations', { line: 1, column: 1 });
      services.push(draft.finish((sdkName) => apiNameOf(draft.id, sdkName).name));
      if (page.changes !== undefined) changes.push(page.changes);
      for (const text of page.notes)
        notes.push({ version: null, date: page.date, category: 'api-change', service: draft.id, text });
    }
    services.sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.#result({ api: { kind: 'api', services, complete: false }, changes, notes, date });
  }

  models(documents: readonly Document[], service: string | null): ParseResult {
    const messages = new Messages(documents[0]?.name ?? '');
    this.#messages.push(messages);
    const read = parseModelDocuments(documents, service, messages);
    return this.#result({ api: read === undefined ? emptyApi : { kind: 'api', services: [read], complete: false } });
  }

  notes(documents: readonly Document[]): ParseResult {
    const notes: ParsedNote[] = [];
    for (const document of documents) {
      const read = this.#open(document);
      if (read !== undefined) append(notes, parseNotes({ name: document.name, text: read.text }, read.messages));
    }
    return this.#result({ notes });
  }

  /** The document's text, repaired; undefined, with a message, where it is none. */
  #open(document: Document): { readonly text: string; readonly messages: Messages } | undefined {
    const messages = new Messages(document.name);
    this.#messages.push(messages);
    if (document.text.trim() === '') messages.add('empty-input', 'empty document', { line: 1, column: 1 });
    else if (isBinary(document.text)) messages.add('binary-input', 'bytes that are no text', { line: 1, column: 1 });
    else return { text: cleanText(document.text, messages), messages };
    return undefined;
  }

  #count(boilerplate: Readonly<Record<string, number>>): void {
    for (const [pattern, count] of Object.entries(boilerplate))
      this.#boilerplate[pattern] = (this.#boilerplate[pattern] ?? 0) + count;
  }

  #result(part: Partial<ParseResult>): ParseResult {
    return {
      api: emptyApi,
      changes: [],
      notes: [],
      version: null,
      date: null,
      ...part,
      messages: this.#messages.flatMap((messages) => [...messages.finish()]),
      boilerplate: Object.fromEntries(Object.entries(this.#boilerplate).sort(([a], [b]) => (a < b ? -1 : 1))),
      positions: this.#positions ?? new Map(),
    };
  }
}

function apiOf(drafts: Drafts): Api {
  const services = [...drafts.values()]
    .map((draft) => {
      if (draft.title === '') draft.title = identify({ id: draft.id })?.title ?? draft.id;
      return draft.finish((sdkName) => apiNameOf(draft.id, sdkName).name);
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { kind: 'api', services, complete: false };
}
