/**
 * The comparison of two versions of a service, in the sections of a release's page. The browser makes it from the
 * service's history.
 */
import {
  heldIn,
  inReadingOrder,
  isDeprecation,
  netChanges,
  sentenceOfWayBack,
  type ToldCard,
  toldCards,
} from '../../diff/net.ts';
import type { Change } from '../../model/index.ts';
import { isInside } from '../../model/path.ts';
import type { HistoryJson } from '../api/history-json.ts';
import { type GlyphView, glyphOf, glyphs, type Tone } from '../changes/glyph.ts';
import { isWayBack, releasesBetween, stateAtVersion } from './at-version.ts';
import { counted } from './sentence-parts.ts';

export interface ComparedCard {
  readonly card: ToldCard;
  readonly glyph: GlyphView;
}

export interface ComparedGroup {
  readonly title: string;
  readonly glyph: GlyphView;
  readonly cards: readonly ComparedCard[];
  /** Changes of the same severity without a net result, such as limits, release by release. */
  readonly steps: readonly Step[];
}

/** A part of the verdict: the number of changes of one kind, and the section that has them. */
export interface VerdictPart {
  readonly glyph: GlyphView;
  readonly words: string;
  /** The name of the section; null for a count of zero. */
  readonly section: string | null;
}

/** The changes of one release that have no net result. */
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
  /** The sentence shown instead of sections: why a comparison is not possible, or that nothing changed. */
  readonly said: string | null;
  /** The id of today, where a comparison is not possible because the service was renamed. */
  readonly renamedTo: string | null;
  /** The severity in one line; empty where a comparison is not possible. */
  readonly verdict: readonly VerdictPart[];
  readonly bad: readonly ComparedGroup[];
  readonly operations: readonly { readonly name: string; readonly summary: string }[];
  readonly good: readonly ComparedGroup[];
  readonly words: readonly ComparedCard[];
  readonly wire: readonly ComparedCard[];
  /** Changes without a net result that callers see but that break nobody, such as limits. */
  readonly steps: readonly Step[];
  /** Changes without a net result that are only in words or on the wire. */
  readonly quietSteps: readonly Step[];
  readonly between: readonly HistoryJson['releases'][number][];
}

/** The names of the sections that the verdict links to. */
export const sections = {
  breaks: 'Breaks callers',
  risk: 'May break',
  operations: 'New operations',
  news: 'New',
} as const;

/** The title for changes without a net result that break nobody. */
export const restTitle = 'Limits and the rest, release by release';

const nothing = {
  renamedTo: null,
  verdict: [],
  bad: [],
  operations: [],
  good: [],
  words: [],
  wire: [],
  steps: [],
  quietSteps: [],
} as const;

/** Compares two versions. `from` may be newer than `to`: then the result is what a downgrade means. */
export function compareView(history: HistoryJson, from: string, to: string): CompareView {
  const { id, facts, lives, life } = history;
  const [older, newer] = [stateAtVersion(history, from), stateAtVersion(history, to)];
  const between = releasesBetween(history, from, to);
  const newest = between.toReversed();
  const told = { ...nothing, title: id, between };
  const was = older.state !== null && heldIn({ lives }, life, older.state);
  const is = newer.state !== null && heldIn({ lives }, life, newer.state);
  if (!was || !is || older.state === null || newer.state === null || facts.length === 0)
    return { ...told, ...whyNot(history, { version: from, isIn: was, state: older }, { version: to, isIn: is }) };
  // The schema describes the JSON in the same form as the history itself.
  const known = history as unknown as Parameters<typeof netChanges>[0];
  const changes = netChanges(known, { service: id, from: older.state, to: newer.state, version: to });
  const cards = toldCards(changes.filter(({ kind }) => kind !== 'operation-added'));
  const shown = cards.map((card) => ({ card: wayBackOr(card, { from, to }), glyph: glyphOf(card) }));
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
  const added = changes.filter(({ kind }) => kind === 'operation-added');
  const operations = inReadingOrder(added, (change) => change).map(newOperation);
  const born = bornSince(isWayBack(from, to) ? [] : changes);
  const stepsOf = (...tones: readonly Tone[]): readonly Step[] =>
    newest.map((release) => withoutBorn(stepOf(release, tones), born)).filter(({ lines }) => lines.length > 0);
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
    ...group(sections.news, glyphs.new, (one) => isNews(one) && one.glyph.tone === 'new'),
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

/** The number of lines in a group: cards, and changes without a net result. */
export function groupCount({ cards, steps }: Pick<ComparedGroup, 'cards' | 'steps'>): number {
  return cards.length + linesOf(steps);
}

/** The count of breaking changes is shown even if it is zero, because readers come for it. */
function verdictOf(
  bad: readonly ComparedGroup[],
  operations: number,
  good: readonly ComparedGroup[],
  steps: readonly Step[],
): CompareView['verdict'] {
  const counts = (glyph: GlyphView): number =>
    bad.reduce((sum, group) => sum + (group.glyph === glyph ? groupCount(group) : 0), 0);
  const [breaks, risks] = [counts(glyphs.breaks), counts(glyphs.risk)];
  const news = good.find(({ title }) => title === sections.news);
  const others = [...bad.filter(({ title }) => title === 'Deprecated'), ...good.filter((group) => group !== news)];
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
    ...(news === undefined
      ? []
      : [{ glyph: glyphs.new, words: `${groupCount(news).toLocaleString('en')} new`, section: sections.news }]),
    ...(other === 0 ? [] : [{ glyph: glyphs.changed, words: `${other.toLocaleString('en')} other`, section: first }]),
  ];
}

/** The number of changes in steps. */
export function linesOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** The changes of a release without a net result, limited to some tones. */
function stepOf(release: HistoryJson['releases'][number], tones: readonly Tone[]): Step {
  const lines = (release.steps ?? []).map(({ severity, audience, ...one }) => ({
    ...one,
    glyph: glyphOf({ severity, audience, kind: one.kind }),
  }));
  return { release, lines: lines.filter(({ glyph }) => tones.includes(glyph.tone)), more: 0, descriptions: 0 };
}

/** What a program that uses the older version cannot have used: it came later. */
interface Born {
  readonly operations: ReadonlySet<string | null>;
  readonly fields: readonly Change['places'][number][];
}

function bornSince(changes: readonly Change[]): Born {
  const placesOf = (...kinds: readonly string[]) =>
    changes.flatMap(({ kind, places }) => (kinds.includes(kind) ? places : []));
  return {
    operations: new Set(placesOf('operation-added').map(({ operation }) => operation)),
    fields: placesOf('field-added', 'required-field-added'),
  };
}

/** A limit on something that came later breaks nobody who comes from the older version. */
function withoutBorn({ lines, ...step }: Step, { operations, fields }: Born): Step {
  const isBorn = ([operation, direction, path]: NonNullable<StepLine['places']>[number]): boolean =>
    operations.has(operation) ||
    fields.some(
      (field) =>
        field.operation === operation &&
        field.direction === direction &&
        (field.path === path || isInside(path, field.path)),
    );
  const left = lines.flatMap((line) => {
    if (line.places === undefined || line.places.length === 0) return [line];
    const places = line.places.filter((place) => !isBorn(place));
    return places.length > 0 || (line.morePlaces ?? 0) > 0 ? [{ ...line, places }] : [];
  });
  return { ...step, lines: left };
}

/** On the way back there is no upgrade, and the version before is the one that the reader leaves. */
function wayBackOr(card: ToldCard, { from, to }: { readonly from: string; readonly to: string }): ToldCard {
  if (!isWayBack(from, to)) return card;
  const sentence = sentenceOfWayBack(card.sentence, to);
  return { ...card, sentence, advice: card.advice?.replace(', or stay on the version before', `, or stay on ${from}`) };
}

function isTold({ lines, more, descriptions }: Step): boolean {
  return lines.length > 0 || more > 0 || descriptions > 0;
}

/** One of the two versions, and whether it has the service. */
interface ComparedSide {
  readonly version: string;
  readonly isIn: boolean;
}

function whyNot(
  { id, since, facts, renamed }: HistoryJson,
  old: ComparedSide & { readonly state: ReturnType<typeof stateAtVersion> },
  now: ComparedSide,
): Pick<CompareView, 'said' | 'renamedTo'> {
  const because = (said: string, renamedTo: string | null = null) => ({ said, renamedTo });
  if (facts.length === 0)
    return because(`${id} is not known whole in any release, so no two versions can be compared.`);
  if (!old.isIn && old.state.state === null && old.state.why === 'unknown')
    return because(
      `${id} is known since ${since?.release ?? 'a later release'}: how it was in ${old.version} is unknown.`,
    );
  if (renamed !== undefined && !now.isIn) {
    const { release, service } = renamed;
    return because(`${id} was renamed in ${release}, and is ${service} now: compare ${service}.`, service);
  }
  if (!old.isIn && !now.isIn) return because(`${id} is in neither ${old.version} nor ${now.version}.`);
  return old.isIn
    ? because(`${id} was removed: it is not in ${now.version} any more.`)
    : because(`${id} is new: it was not in ${old.version} yet.`);
}
