/** Changes as Markdown, for a changelog or a comment. */

import { code, counted, sentenceParts, severityWords, wireWords } from '../../diff/index.ts';
import { append, codeFence } from '../../model/index.ts';
import type { WordPiece } from '../../view/prose/word-diff.ts';
import { wordPieces } from '../../view/prose/word-pieces.ts';
import { type SyntaxLine, syntaxText } from '../../view/syntax/syntax-line.ts';
import type { Comparison, Side } from './diff-formats.ts';
import { placeOf, type ShownCard, type ShownService, shownServices, totals, wireRemark } from './shown.ts';

const maxPlaces = 20;
/** The greatest number of diffs in one document. */
const maxBlocks = 40;
/** Comments on GitHub end at 65,536 characters; the last thousand are for the sentence about the rest. */
const maxCharacters = 64_500;

/** A heading for each service and a list of its changes, worst first; what has no room is counted. */
export function printMarkdown(comparison: Comparison): string {
  const { old, new: now, syntax, hidden = 0 } = comparison;
  const shown = shownServices(comparison);
  const lines = [`# Changes from ${sideTitle(old)} to ${sideTitle(now)}`, '', `${totals(shown)}.`, ''];
  const remark = wireRemark(hidden);
  if (remark !== null) lines.push(`${escaped(remark)}.`, '');
  const room = new Room(maxCharacters, lines);
  let blocks = 0;
  for (const { id, title, status, cards } of shown) {
    const heading = [`## ${escaped(title)} (\`${id}\`)${status === 'changed' ? '' : `: ${status}`}`, ''];
    const left: ShownCard[] = [];
    const isNamed = cards.length > 0 && room.take(heading);
    for (const card of cards) {
      const text = cardLines(card, id);
      const block = syntax === null || blocks >= maxBlocks ? null : syntax(card.changes[0]);
      if (!isNamed || !room.take(text)) left.push(card);
      else if (block !== null && room.take(fenced(block))) {
        blocks++;
        if (blocks === maxBlocks) room.take(['', `  Syntax is shown for the first ${maxBlocks} changes only.`]);
      }
    }
    if (left.length > 0) room.leaveOut({ id, title, status, cards: left, all: left, migration: null });
    if (isNamed) lines.push('');
  }
  return [...lines, ...room.leftOut()].join('\n');
}

/** The room of a document: what has no room is left out and counted. */
class Room {
  #left: number;
  readonly #lines: string[];
  readonly #leftOut: ShownService[] = [];

  constructor(characters: number, lines: string[]) {
    this.#left = characters - lines.join('\n').length;
    this.#lines = lines;
  }

  take(lines: readonly string[]): boolean {
    const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (size > this.#left) return false;
    this.#left -= size;
    append(this.#lines, lines);
    return true;
  }

  leaveOut(service: ShownService): void {
    this.#leftOut.push(service);
  }

  leftOut(): readonly string[] {
    if (this.#leftOut.length === 0) return [];
    const named = this.#leftOut.slice(0, maxNamed).map(({ id }) => `\`${id}\``);
    const more = this.#leftOut.length - named.length;
    return [
      `**Left out**, because comments on GitHub end at 65,536 characters: ${totals(this.#leftOut)}, in ${named.join(', ')}${more > 0 ? ` and ${counted(more, 'more service')}` : ''}. \`--format json\` has all of it.`,
      '',
    ];
  }
}

const maxNamed = 10;

function cardLines(card: ShownCard, service: string): readonly string[] {
  const { severity, audience, kind, changes, places, unlisted } = card;
  const lines = [
    `- **${audience === 'wire' ? wireWords : severityWords[severity]}**: ${escapeAround(card.sentence)} (\`${kind}\`)`,
  ];
  const words = changes.length === 1 ? wordPieces(changes[0]) : [];
  if (words.length > 0) lines.push(`  - ${words.map(wordMarkdown).join('')}`);
  for (const place of places.slice(0, maxPlaces))
    if (place.operation !== null) lines.push(`  - \`${placeOf(place, service).replaceAll('`', "'")}\``);
  const more = places.length - maxPlaces + unlisted;
  if (more > 0) lines.push(`  - … and ${counted(more, 'more place')}`);
  return lines;
}

/** A fenced diff inside a list item; the fence is longer than any sequence of backticks in a name. */
function fenced(lines: readonly SyntaxLine[]): readonly string[] {
  const text = syntaxText(lines).map((line) => line.trimEnd());
  const fence = codeFence(text.join('\n'), 3);
  return ['', `  ${fence}diff`, ...text.map((line) => `  ${line}`), `  ${fence}`, ''];
}

function wordMarkdown({ text, change }: WordPiece): string {
  if (change === 'same') return escaped(text);
  const words = text.trim();
  if (words === '') return text;
  const [before = '', after = ''] = text.split(words, 2);
  const mark = change === 'added' ? '**' : '~~';
  return `${before}${mark}${escaped(words)}${mark}${after}`;
}

function sideTitle(side: Side): string {
  return side.version ?? side.date ?? `\`${side.source.replaceAll('`', "'")}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

/** Escapes a sentence, except its code spans. */
function escapeAround(sentence: string): string {
  return sentenceParts(sentence)
    .map((part) => (part.code ? code(part.text) : escaped(part.text)))
    .join('');
}
