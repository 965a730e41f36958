/** Changes for people at a terminal. */
import pc from 'picocolors';
import { counted, plainSentence, severityWords, titleOf, wireWords } from '../../diff/index.ts';
import { type Severity, severities, visibleText } from '../../model/index.ts';
import type { WordPiece } from '../../view/prose/word-diff.ts';
import { wordPieces } from '../../view/prose/word-pieces.ts';
import type { SyntaxLine } from '../../view/syntax/syntax-line.ts';
import type { Comparison } from './diff-formats.ts';
import { placeOf, type ShownCard, type ShownService, shownServices, totals, wireRemark } from './shown.ts';
import { within, wordsWithin } from './within.ts';
import { wordLine } from './word-line.ts';

const marks: Readonly<Record<Severity, string>> = { breaking: '✗', dangerous: '!', safe: '+', docs: '·' };
/** The greatest number of places of one card. */
const maxPlaces = 8;
/** The width of `[-` and `-]`, without colours. */
const markWidth = 4;
const longestWords = severities.reduce((longest, severity) => Math.max(longest, severityWords[severity].length), 0);

/** Every service with its changes, worst first; colours only if the terminal has them. */
export function printText(comparison: Comparison): string {
  const { syntax, out, env, hidden = 0, limit } = comparison;
  const paint = painter(out.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb');
  const shown = shownServices(comparison, true);
  const lines = shown.flatMap((service) => {
    const cards = service.cards.flatMap((card) =>
      cardLines(card, service.id, { paint, syntax, columns: limit?.columns }),
    );
    return [heading(service, paint, limit?.columns), ...cards, ...migrationLines(service, paint, limit?.columns), ''];
  });
  const end = [totals(shown), ...[wireRemark(hidden)].filter((one) => one !== null)];
  if (limit === undefined || lines.length + end.length <= limit.lines) return `${[...lines, ...end].join('\n')}\n`;
  return `${[...withinLimit(shown, paint, { lines: limit.lines - end.length, columns: limit.columns }), ...end].join('\n')}\n`;
}

interface Painter {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly line: Readonly<Record<SyntaxLine['op'], (text: string) => string>>;
  readonly piece: (piece: WordPiece) => string;
}

function painter(isColoured: boolean): Painter {
  const colours = pc.createColors(isColoured);
  return {
    bold: colours.bold,
    dim: colours.dim,
    severity: { breaking: colours.red, dangerous: colours.yellow, safe: colours.green, docs: colours.dim },
    line: { ' ': colours.dim, '+': colours.green, '-': colours.red },
    piece: (piece) => {
      if (!colours.isColorSupported) return wordLine([piece]);
      if (piece.change === 'added') return colours.green(piece.text);
      return piece.change === 'removed' ? colours.red(colours.strikethrough(piece.text)) : piece.text;
    },
  };
}

function heading({ id, title, status }: ShownService, paint: Painter, columns?: number): string {
  const name = within(visibleText(id), columns === undefined ? undefined : Math.floor(columns / 2));
  const words = `${visibleText(title)}${status === 'changed' ? '' : ` (${status})`}`;
  return `${paint.bold(name)} ${within(words, columns === undefined ? undefined : columns - name.length - 1)}`;
}

/** Very many changes of few kinds: the number of each kind, and its first change. */
function migrationLines({ migration }: ShownService, paint: Painter, columns?: number): readonly string[] {
  return (migration ?? []).map(({ kind, severity, count, examples: [first = ''] }) => {
    const head = `${marks[severity]} ${severityWords[severity].padEnd(longestWords)}`;
    const line = `${count.toLocaleString('en')} × ${kind}, such as: `;
    const room = columns === undefined ? undefined : columns - head.length - line.length - 4;
    return `  ${paint.severity[severity](head)}  ${line}${plainSentence(room === undefined ? first : titleOf(first, room))}`;
  });
}

/** The line of a card: severity and sentence, cut to the number of columns if there is one. */
function cardLine(card: ShownCard, paint: Painter, columns?: number): string {
  const { severity, audience } = card;
  const words = audience === 'wire' ? wireWords : severityWords[severity];
  const head = `${marks[severity]} ${words.padEnd(longestWords)}`;
  const { sentence } = card;
  const room = columns === undefined ? undefined : columns - head.length - 4;
  return `  ${paint.severity[severity](head)}  ${plainSentence(room === undefined ? sentence : titleOf(sentence, room))}`;
}

function cardLines(
  card: ShownCard,
  service: string,
  { paint, syntax, columns }: { paint: Painter; syntax: Comparison['syntax']; columns: number | undefined },
): readonly string[] {
  const [first] = card.changes;
  const lines = [cardLine(card, paint, columns)];
  const inside = columns === undefined ? undefined : columns - 8;
  const words = card.changes.length === 1 ? wordPieces(first) : [];
  if (words.length > 0) {
    const shown = wordsWithin(words.map(visiblePiece), inside, markWidth);
    lines.push(`      ${shown.map(paint.piece).join('')}`);
  }
  if (card.places.length > 1 || card.places[0]?.operation !== null) {
    for (const place of card.places.slice(0, maxPlaces))
      lines.push(`      ${paint.dim(within(placeOf(place, service), inside))}`);
    const more = card.places.length - maxPlaces + card.unlisted;
    if (more > 0) lines.push(`      ${paint.dim(`… and ${counted(more, 'more place')}`)}`);
  }
  for (const { op, text } of syntax?.(first) ?? [])
    lines.push(`        ${paint.line[op](within(visibleText(`${op} ${text}`.trimEnd()), inside))}`);
  return lines;
}

/**
 * As much as a few lines hold, worst first over all services: one line a card without its places, and for each service
 * the number of its other changes.
 */
function withinLimit(
  services: readonly ShownService[],
  paint: Painter,
  { lines: room, columns }: { readonly lines: number; readonly columns: number },
): readonly string[] {
  // Each service has its heading, one line about the rest, and a blank line.
  const shownServices = services.slice(0, Math.max(1, Math.floor((room - 3) / 4)));
  let left = room - 3 - shownServices.length * 3;
  const taken = new Map<ShownService, ShownCard[]>(shownServices.map((service) => [service, []]));
  for (const severity of severities)
    for (const service of shownServices)
      for (const card of service.cards) {
        if (card.severity !== severity || left <= 0) continue;
        taken.get(service)?.push(card);
        left--;
      }
  const lines = shownServices.flatMap((service) => {
    const cards = taken.get(service) ?? [];
    const rest = service.cards.filter((card) => !cards.includes(card));
    const more = rest.length === 0 ? [] : [`  … and ${totals([{ all: rest }])}`];
    const migration = migrationLines(service, paint, columns).slice(0, 5);
    return [
      heading(service, paint, columns),
      ...cards.map((card) => cardLine(card, paint, columns)),
      ...migration,
      ...more,
      '',
    ];
  });
  const others = services.length - shownServices.length;
  const hint = '--all-changes prints all of them with their places; --service and --severity fewer';
  return [...lines, ...(others > 0 ? [`… and ${counted(others, 'more service')} changed`] : []), hint];
}

/** Line ends in a description are harmless; other characters that control a terminal are written as text. */
function visiblePiece(piece: WordPiece): WordPiece {
  return { ...piece, text: visibleText(piece.text.replace(/\s+/g, ' ')) };
}
