/** What a comparison of two versions of a service shows: the sections of the page of a release, made from its history in a browser. */
import { heldIn, isDeprecation, netChanges, type ToldCard, toldCards } from '../../diff/net.ts';
import type { Change } from '../../model/index.ts';
import type { HistoryJson } from '../api/history-json.ts';
import { type GlyphView, glyphOf, glyphs } from '../changes/glyph.ts';
import { releasesBetween, stateAtVersion } from './at-version.ts';

export interface ComparedCard {
  readonly card: ToldCard;
  readonly glyph: GlyphView;
}

export interface ComparedGroup {
  readonly title: string;
  readonly glyph: GlyphView;
  readonly cards: readonly ComparedCard[];
}

/** What one release did of what has no net. */
export interface Step {
  readonly release: HistoryJson['releases'][number];
  readonly lines: readonly { readonly glyph: GlyphView; readonly sentence: string }[];
  readonly more: number;
}

export interface CompareView {
  readonly title: string;
  /** Said in place of sections: why there is nothing to compare, or that nothing changed. */
  readonly said: string | null;
  readonly bad: readonly ComparedGroup[];
  readonly operations: readonly { readonly name: string; readonly summary: string }[];
  readonly good: readonly ComparedGroup[];
  readonly words: readonly ComparedCard[];
  readonly wire: readonly ComparedCard[];
  /** Limits and what else callers see. */
  readonly steps: readonly Step[];
  /** What only words and the wire see of. */
  readonly quietSteps: readonly Step[];
  readonly between: readonly HistoryJson['releases'][number][];
}

const nothing = { bad: [], operations: [], good: [], words: [], wire: [], steps: [], quietSteps: [] } as const;

/** Compares two versions; the older one may be given second, and is then compared as the newer one: what a way back means. */
export function compareView(history: HistoryJson, from: string, to: string): CompareView {
  const { id, facts, lives, life } = history;
  const [older, newer] = [stateAtVersion(history, from), stateAtVersion(history, to)];
  const between = releasesBetween(history, from, to);
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
  const own = shown.filter(({ card }) => card.audience === 'sdk');
  const group = (title: string, glyph: GlyphView, test: (one: ComparedCard) => boolean): readonly ComparedGroup[] => {
    const all = own.filter(test);
    return all.length === 0 ? [] : [{ title, glyph, cards: all }];
  };
  const isNews = ({ card }: ComparedCard): boolean => card.severity === 'safe' && !isDeprecation(card.kind);
  const operations = changes.filter(({ kind }) => kind === 'operation-added').map(newOperation);
  const steps = between.map((release) => stepOf(release, false)).filter(({ lines }) => lines.length > 0);
  const quietSteps = between.map((release) => stepOf(release, true)).filter(isTold);
  const count = cards.length + operations.length + steps.length + quietSteps.length;
  return {
    ...told,
    said: count === 0 ? `Nothing changed in ${id} between ${from} and ${to}.` : null,
    bad: [
      ...group('Breaks callers', glyphs.breaks, ({ card }) => card.severity === 'breaking'),
      ...group('May break', glyphs.risk, ({ card }) => card.severity === 'dangerous'),
      ...group('Deprecated', glyphs.changed, ({ card }) => card.severity === 'safe' && isDeprecation(card.kind)),
    ],
    operations,
    good: [
      ...group('New', glyphs.new, (one) => isNews(one) && one.glyph.tone === 'new'),
      ...group('Changed, harmless to callers', glyphs.changed, (one) => isNews(one) && one.glyph.tone !== 'new'),
    ],
    words: own.filter(({ card }) => card.severity === 'docs'),
    wire: shown.filter(({ card }) => card.audience === 'wire'),
    steps,
    quietSteps,
  };
}

function newOperation({ places, value, details }: Change): CompareView['operations'][number] {
  const summary = details?.summary;
  return { name: places[0]?.operation ?? value, summary: typeof summary === 'string' ? summary : '' };
}

function stepOf(release: HistoryJson['releases'][number], quiet: boolean): Step {
  const lines = (release.steps ?? []).filter(
    ({ audience, severity }) => (audience === 'wire' || severity === 'docs') === quiet,
  );
  return {
    release,
    lines: lines.map(({ sentence, ...one }) => ({ glyph: glyphOf(one), sentence })),
    more: quiet ? (release.moreSteps ?? 0) : 0,
  };
}

function isTold({ lines, more, release }: Step): boolean {
  return lines.length > 0 || more > 0 || (release.descriptions ?? 0) > 0;
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
  if (facts.length === 0) return `Nobody knows ${id} whole in any release, so no two versions can be compared.`;
  if (!old.isIn && old.state.state === null && old.state.why === 'unknown')
    return `${id} is known since ${since?.release ?? 'a later release'}: how it was in ${old.version} is unknown.`;
  if (!old.isIn && !now.isIn) return `${id} is in neither ${old.version} nor ${now.version}.`;
  return old.isIn
    ? `${id} was removed: it is not in ${now.version} any more.`
    : `${id} is new: it was not in ${old.version} yet.`;
}
