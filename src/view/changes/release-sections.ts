/** The cards of one service in one release, in the order that helps with an upgrade. */
import { cardsOf, inReadingOrder, isDeprecation } from '../../diff/catalogue.ts';
import type { Change } from '../../model/index.ts';
import { operationState, operationUrl } from '../fields/reference-plan.ts';
import { proseSummary } from '../prose/prose-text.ts';
import type { Site } from '../site/site.ts';
import { counted } from '../site/words.ts';
import type { SyntaxLine } from '../syntax/syntax-line.ts';
import { type ChangeCard, changeCards } from './change-card.ts';
import { type GlyphView, glyphs } from './glyph.ts';

/** Cards of one kind. */
export interface CardGroup {
  readonly title: string;
  readonly anchor: string;
  readonly glyph: GlyphView;
  readonly cards: readonly ChangeCard[];
}

/** A new operation, as a row of a table. */
export interface NewOperation {
  readonly name: string;
  readonly key: string;
  readonly url: string | null;
  readonly summary: string;
}

export interface ReleaseSections {
  readonly bad: readonly CardGroup[];
  readonly operations: readonly NewOperation[];
  /** How many they are, and how many changes. */
  readonly operationsCount: string;
  readonly good: readonly CardGroup[];
  /** Changes that affect no call, shown with the changed descriptions. */
  readonly words: readonly ChangeCard[];
  readonly wire: readonly ChangeCard[];
}

/**
 * Puts cards into sections, in this order: breaking, may break, deprecated, new operations, new fields, harmless
 * changes, words, the wire.
 */
export function releaseSections(
  site: Site,
  service: string,
  changes: readonly Change[],
  syntax: ReadonlyMap<string, readonly SyntaxLine[]>,
): ReleaseSections {
  const added = changes.filter(({ kind }) => kind === 'operation-added');
  const cards = changeCards(
    site,
    changes.filter(({ kind }) => kind !== 'operation-added'),
    syntax,
  );
  const own = cards.filter(({ audience }) => audience === 'sdk');
  const of = (test: (card: ChangeCard) => boolean) => own.filter(test);
  const isNew = (card: ChangeCard): boolean => card.severity === 'safe' && !isDeprecation(card.kind);
  return {
    bad: [
      ...group(
        'Breaks callers',
        'breaks',
        glyphs.breaks,
        of(({ severity }) => severity === 'breaking'),
      ),
      ...group(
        'May break',
        'may-break',
        glyphs.risk,
        of(({ severity }) => severity === 'dangerous'),
      ),
      ...group(
        'Deprecated',
        'deprecated',
        glyphs.changed,
        of(({ severity, kind }) => severity === 'safe' && isDeprecation(kind)),
      ),
    ],
    operationsCount: countOf(added),
    operations: inReadingOrder(added, (change) => change).map((change) => newOperation(site, service, change)),
    good: [
      ...group(
        'New',
        'new',
        glyphs.new,
        of((card) => isNew(card) && card.glyph.tone === 'new'),
      ),
      ...group(
        'Changed, harmless to callers',
        'changed',
        glyphs.changed,
        of((card) => isNew(card) && card.glyph.tone !== 'new'),
      ),
    ],
    words: of(({ severity }) => severity === 'docs'),
    wire: cards.filter(({ audience }) => audience === 'wire'),
  };
}

/** The title of a fold: `On the wire only: SDK callers see nothing of these 4`. */
export function wireTitle(count: number): string {
  const these = count === 1 ? 'this one' : `these ${count.toLocaleString('en')}`;
  return `On the wire only: SDK callers see nothing of ${these}`;
}

/** The title of a fold with descriptions and statements. */
export function wordsTitle(statements: number, descriptions: number): string {
  return [
    ...(descriptions === 0 ? [] : [`${counted(descriptions, 'description')} changed`]),
    ...(statements === 0 ? [] : [`${counted(statements, 'statement')} without effect on calls`]),
  ].join(', ');
}

function group(title: string, anchor: string, glyph: GlyphView, cards: readonly ChangeCard[]): readonly CardGroup[] {
  return cards.length === 0 ? [] : [{ title, anchor, glyph, cards: withAdviceOnce(cards) }];
}

/** Advice that neighbours share stands at the first of them: a page said twenty times to send shorter values. */
function withAdviceOnce(cards: readonly ChangeCard[]): readonly ChangeCard[] {
  const words = ({ why }: ChangeCard) => why?.map(({ text }) => text).join('');
  return cards.map((card, at) => {
    const before = cards[at - 1];
    return before === undefined || words(card) !== words(before) ? card : { ...card, why: null };
  });
}

/** A reader compares the number with those above, which count changes. */
function countOf(added: readonly Change[]): string {
  const cards = cardsOf(added).length;
  if (cards === added.length) return String(cards);
  return `${added.length}, counted as ${cards === 1 ? 'one change' : `${cards} changes`}`;
}

function newOperation(site: Site, service: string, change: Change): NewOperation {
  const name = change.places[0]?.operation ?? change.value;
  const { summary } = change.details ?? {};
  const told = typeof summary === 'string' ? summary : undefined;
  const state = told === undefined ? operationState(site.memory, site.store.service(service), name) : null;
  return {
    name,
    key: change.key,
    url: operationUrl(site, service, name),
    summary: told ?? proseSummary(site.store.read(state?.operation.documentation)),
  };
}
