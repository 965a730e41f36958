/** What a comparison of two versions of a service shows: the sections of the page of a release, made from its history in a browser. */
import { heldIn, isDeprecation, netChanges, type ToldCard, toldCards } from '../../diff/net.ts';
import type { Change } from '../../model/index.ts';
import type { HistoryJson } from '../api/history-json.ts';
import { type GlyphView, glyphOf, glyphs, type Tone } from '../changes/glyph.ts';
import { releasesBetween, stateAtVersion } from './at-version.ts';
import { counted } from './sentence-parts.ts';

export interface ComparedCard {
  readonly card: ToldCard;
  readonly glyph: GlyphView;
}

export interface ComparedGroup {
  readonly title: string;
  readonly glyph: GlyphView;
  readonly cards: readonly ComparedCard[];
  /** What has no net and is as bad: limits, release by release. */
  readonly steps: readonly Step[];
}

/** A part of the verdict: so many changes of one sort, and the section that has them. */
export interface VerdictPart {
  readonly glyph: GlyphView;
  readonly words: string;
  /** The name of its section; null where there is none of the sort. */
  readonly section: string | null;
}

/** What one release did of what has no net. */
export interface Step {
  readonly release: HistoryJson['releases'][number];
  readonly lines: readonly StepLine[];
  readonly more: number;
  readonly descriptions: number;
}

/** A change that has no net; what breaks or may break callers says where, and what to do about it. */
export type StepLine = Omit<NonNullable<HistoryJson['releases'][number]['steps']>[number], 'severity' | 'audience'> & {
  readonly glyph: GlyphView;
};

export interface CompareView {
  readonly title: string;
  /** Said in place of sections: why there is nothing to compare, or that nothing changed. */
  readonly said: string | null;
  /** How bad it is in one line; empty where nothing can be compared. */
  readonly verdict: readonly VerdictPart[];
  readonly bad: readonly ComparedGroup[];
  readonly operations: readonly { readonly name: string; readonly summary: string }[];
  readonly good: readonly ComparedGroup[];
  readonly words: readonly ComparedCard[];
  readonly wire: readonly ComparedCard[];
  /** Limits and what else callers see and what breaks nobody. */
  readonly steps: readonly Step[];
  /** What only words and the wire see of. */
  readonly quietSteps: readonly Step[];
  readonly between: readonly HistoryJson['releases'][number][];
}

/** The names of the sections that the verdict leads to. */
export const sections = { breaks: 'Breaks callers', risk: 'May break', operations: 'New operations' } as const;

/** The title of what has no net and breaks nobody. */
export const restTitle = 'Limits and the rest, release by release';

const nothing = {
  verdict: [],
  bad: [],
  operations: [],
  good: [],
  words: [],
  wire: [],
  steps: [],
  quietSteps: [],
} as const;

/** Compares two versions; the older one may be given second, and is then compared as the newer one: what a way back means. */
export function compareView(history: HistoryJson, from: string, to: string): CompareView {
  const { id, facts, lives, life } = history;
  const [older, newer] = [stateAtVersion(history, from), stateAtVersion(history, to)];
  const between = releasesBetween(history, from, to);
  const newest = between.toReversed();
  const told = { ...nothing, title: id, between };
  const was = older.state !== null && heldIn({ lives }, life, older.state);
  const is = newer.state !== null && heldIn({ lives }, life, newer.state);
  if (!was || !is || older.state === null || newer.state === null || facts.length === 0)
    return { ...told, said: whyNot(history, { version: from, isIn: was, state: older }, { version: to, isIn: is }) };
  // The schema says of JSON what the history says of itself.
  const known = history as unknown as Parameters<typeof netChanges>[0];
  const changes = netChanges(known, { service: id, from: older.state, to: newer.state, version: to });
  const cards = toldCards(changes.filter(({ kind }) => kind !== 'operation-added'));
  const shown = cards.map((card) => ({ card, glyph: glyphOf(card) }));
  const callers = shown.filter(({ card }) => card.audience === 'sdk');
  const group = (
    title: string,
    glyph: GlyphView,
    test: (one: ComparedCard) => boolean,
    own: readonly Step[] = [],
  ): readonly ComparedGroup[] => {
    const all = callers.filter(test);
    return all.length === 0 && own.length === 0 ? [] : [{ title, glyph, cards: all, steps: own }];
  };
  const isNews = ({ card }: ComparedCard): boolean => card.severity === 'safe' && !isDeprecation(card.kind);
  const operations = changes.filter(({ kind }) => kind === 'operation-added').map(newOperation);
  const stepsOf = (...tones: readonly Tone[]): readonly Step[] =>
    newest.map((release) => stepOf(release, tones)).filter(({ lines }) => lines.length > 0);
  const steps = stepsOf('new', 'gone', 'changed');
  const quietSteps = newest.map((release) => ({
    ...stepOf(release, ['words', 'wire']),
    more: release.moreSteps ?? 0,
    descriptions: release.descriptions ?? 0,
  }));
  const toldQuietly = quietSteps.filter(isTold);
  const count = cards.length + operations.length + steps.length + toldQuietly.length;
  const bad = [
    ...group(sections.breaks, glyphs.breaks, ({ card }) => card.severity === 'breaking', stepsOf('breaks')),
    ...group(sections.risk, glyphs.risk, ({ card }) => card.severity === 'dangerous', stepsOf('risk')),
    ...group('Deprecated', glyphs.changed, ({ card }) => card.severity === 'safe' && isDeprecation(card.kind)),
  ];
  const good = [
    ...group('New', glyphs.new, (one) => isNews(one) && one.glyph.tone === 'new'),
    ...group('Changed, harmless to callers', glyphs.changed, (one) => isNews(one) && one.glyph.tone !== 'new'),
  ];
  return {
    ...told,
    said: count === 0 ? `Nothing changed in ${id} between ${from} and ${to}.` : null,
    verdict: verdictOf(bad, operations.length, good, steps),
    bad,
    operations,
    good,
    words: callers.filter(({ card }) => card.severity === 'docs'),
    wire: shown.filter(({ card }) => card.audience === 'wire'),
    steps,
    quietSteps: toldQuietly,
  };
}

function newOperation({ places, value, details }: Change): CompareView['operations'][number] {
  const summary = details?.summary;
  return { name: places[0]?.operation ?? value, summary: typeof summary === 'string' ? summary : '' };
}

/** How many lines a group has: cards, and what has no net. */
export function groupCount({ cards, steps }: Pick<ComparedGroup, 'cards' | 'steps'>): number {
  return cards.length + linesOf(steps);
}

/** What breaks is said also where nothing does: it is what the reader came for. */
function verdictOf(
  bad: readonly ComparedGroup[],
  operations: number,
  good: readonly ComparedGroup[],
  steps: readonly Step[],
): CompareView['verdict'] {
  const counts = (glyph: GlyphView): number =>
    bad.reduce((sum, group) => sum + (group.glyph === glyph ? groupCount(group) : 0), 0);
  const [breaks, risks] = [counts(glyphs.breaks), counts(glyphs.risk)];
  const others = [...bad.filter(({ title }) => title === 'Deprecated'), ...good];
  const other = others.reduce((sum, group) => sum + groupCount(group), 0) + linesOf(steps);
  const first = others[0]?.title ?? restTitle;
  return [
    {
      glyph: glyphs.breaks,
      words: breaks === 1 ? '1 break' : `${breaks} breaks`,
      section: breaks > 0 ? sections.breaks : null,
    },
    { glyph: glyphs.risk, words: `${risks} may break`, section: risks > 0 ? sections.risk : null },
    ...(operations === 0
      ? []
      : [{ glyph: glyphs.new, words: counted(operations, 'operation'), section: sections.operations }]),
    ...(other === 0 ? [] : [{ glyph: glyphs.changed, words: `${other.toLocaleString('en')} other`, section: first }]),
  ];
}

function linesOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** What a release did of what has no net, of some tones. */
function stepOf(release: HistoryJson['releases'][number], tones: readonly Tone[]): Step {
  const lines = (release.steps ?? []).map(({ severity, audience, ...one }) => ({
    ...one,
    glyph: glyphOf({ severity, audience, kind: one.kind }),
  }));
  return { release, lines: lines.filter(({ glyph }) => tones.includes(glyph.tone)), more: 0, descriptions: 0 };
}

function isTold({ lines, more, descriptions }: Step): boolean {
  return lines.length > 0 || more > 0 || descriptions > 0;
}

/** One of two versions, and whether the service is in it. */
interface ComparedSide {
  readonly version: string;
  readonly isIn: boolean;
}

function whyNot(
  { id, since, facts }: HistoryJson,
  old: ComparedSide & { readonly state: ReturnType<typeof stateAtVersion> },
  now: ComparedSide,
): string {
  if (facts.length === 0) return `${id} is not known whole in any release, so no two versions can be compared.`;
  if (!old.isIn && old.state.state === null && old.state.why === 'unknown')
    return `${id} is known since ${since?.release ?? 'a later release'}: how it was in ${old.version} is unknown.`;
  if (!old.isIn && !now.isIn) return `${id} is in neither ${old.version} nor ${now.version}.`;
  return old.isIn
    ? `${id} was removed: it is not in ${now.version} any more.`
    : `${id} is new: it was not in ${old.version} yet.`;
}
