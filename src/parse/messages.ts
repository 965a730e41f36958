/** All messages that a parser may give: a closed list of ids, each with its weight and one form of words. */

import { VFileMessage } from 'vfile-message';
import { counted, type Position } from '../model/index.ts';

/**
 * `fatal`: the text gives no service. `dropped`: a part of it is not in the model. `note`: useful to know, nothing is
 * lost.
 */
export type MessageWeight = 'fatal' | 'dropped' | 'note';

/** The ids. Each sentence states the found text and the expected one. */
export const messageRules = {
  'empty-input': { weight: 'fatal', expected: 'documentation of an API' },
  'binary-input': { weight: 'fatal', expected: 'text' },
  'unknown-dialect': { weight: 'fatal', expected: 'one of the known dialects' },
  'no-operation': { weight: 'fatal', expected: 'at least one operation' },
  'unexpected-text': { weight: 'dropped', expected: 'a part of the dialect' },
  'unexpected-end': { weight: 'dropped', expected: 'the rest of the document' },
  'unexpected-syntax': { weight: 'dropped', expected: 'a Python literal' },
  'nesting-too-deep': { weight: 'dropped', expected: 'at most 400 levels' },
  'structure-too-deep': { weight: 'dropped', expected: 'at most 400 levels' },
  'unknown-type': { weight: 'dropped', expected: 'a type of the documentation' },
  'type-mismatch': { weight: 'note', expected: 'the type of the request or response syntax' },
  'undocumented-field': { weight: 'note', expected: 'a description of every field of the syntax' },
  'field-not-in-syntax': { weight: 'note', expected: 'every described field in the syntax' },
  'section-left-out': { weight: 'note', expected: 'the section itself' },
  'unnamed-value': { weight: 'dropped', expected: 'a name from the syntax' },
  'unknown-service': { weight: 'note', expected: 'a service of the table of known services' },
  'inferred-name': { weight: 'note', expected: 'a link that states the name' },
  'ambiguous-direction': { weight: 'note', expected: 'a path that exists in one direction only' },
  'ambiguous-field': { weight: 'note', expected: 'such a line at the start of a field only' },
  'unplaced-change': { weight: 'dropped', expected: 'a path that the operation has' },
  'repaired-encoding': { weight: 'note', expected: 'UTF-8' },
  'undecoded-bytes': { weight: 'note', expected: 'a character of Unicode text' },
  'replaced-character': { weight: 'note', expected: 'a character of Unicode text' },
  'unclosed-markup': { weight: 'note', expected: 'the end of the markup' },
  'unsupported-markup': { weight: 'note', expected: 'markup that descriptions use' },
  'damaged-model': { weight: 'fatal', expected: 'a botocore service model' },
  'dangling-reference': { weight: 'dropped', expected: 'the id of a shape' },
  'unknown-trait': { weight: 'note', expected: 'a trait that is known there' },
  'unknown-day': { weight: 'dropped', expected: 'a day of the calendar' },
  'unreadable-note': { weight: 'dropped', expected: 'a release note' },
} as const satisfies Record<string, { weight: MessageWeight; expected: string }>;

export type MessageId = keyof typeof messageRules;

/** A place in the text that is being parsed. Lines and columns count from 1. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/**
 * Collects a parser's messages about one text. If there are many messages of one kind, the first ones are kept and the
 * others counted.
 */
export class Messages {
  readonly file: string;
  readonly list: VFileMessage[] = [];
  /** How many messages were given, kept or not. */
  said = 0;
  /** Leads a point of the text that is parsed back to the document, if its indentation was changed. */
  pointOf: ((at: Point) => Point) | undefined;
  readonly #counts = new Map<MessageId, number>();
  readonly #max: number;

  constructor(file: string, max = 200) {
    this.file = file;
    this.#max = max;
  }

  /** Reports that `actual` was found at a point where the rule expected something else. */
  add(id: MessageId, actual: string, point: Point, expected: string = messageRules[id].expected): void {
    this.said++;
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    if (count > this.#max) return;
    const at = this.pointOf?.(point) ?? point;
    const message = new VFileMessage(`Unexpected ${actual}, expected ${expected}`, {
      place: { line: at.line, column: at.column },
      ruleId: id,
      source: 'apidelta',
    });
    const weight: MessageWeight = messageRules[id].weight;
    message.fatal = weight === 'fatal' ? true : weight === 'dropped' ? false : undefined;
    message.actual = actual;
    message.expected = [expected];
    message.file = this.file;
    message.name = `${this.file}:${at.line}:${at.column}`;
    this.list.push(message);
  }

  /** Ends the list: adds one message for each rule with more messages than are kept. */
  finish(): readonly VFileMessage[] {
    for (const [id, count] of this.#counts) {
      if (count <= this.#max) continue;
      const more = new VFileMessage(`Unexpected input as above ${counted(count - this.#max, 'more time')}`, {
        ruleId: id,
        source: 'apidelta',
      });
      const weight: MessageWeight = messageRules[id].weight;
      more.fatal = weight === 'fatal' ? true : weight === 'dropped' ? false : undefined;
      more.file = this.file;
      more.name = this.file;
      more.actual = String(count - this.#max);
      more.expected = [];
      this.list.push(more);
    }
    this.#counts.clear();
    return this.list;
  }
}

/** How often a message happened: the last one of a rule may stand for many. */
export function timesOf({ actual, expected }: VFileMessage): number {
  return expected?.length === 0 ? Number(actual) : 1;
}

/** A short quotation of a source for a message: one line, at most 60 characters. */
export function quote(text: string): string {
  const line = text.slice(0, 240).replace(/\s+/g, ' ').trim();
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``;
}

/** `file:line:col`, the way editors and terminals link it. */
export function formatPosition(position: Position): string {
  return `${position.file}:${position.line}:${position.column}`;
}
