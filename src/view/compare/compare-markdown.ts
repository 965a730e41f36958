/** Comparisons as Markdown, for an issue or a chat: all that the page has, folded or not, so that a reader can decide. */
import { code, entry, plain, sentence } from '../twins/markdown.ts';
import {
  type ComparedCard,
  type ComparedGroup,
  type CompareView,
  groupCount,
  linesOf,
  restTitle,
  type Step,
  type StepLine,
  sections,
} from './compare-view.ts';
import { asTitle, betweenWords, foldTitles, isFolded, reachWords, releaseWords, restWords } from './compare-words.ts';
import { groupPlaces } from './places.ts';
import { count, counted, sentenceParts } from './sentence-parts.ts';
import { verdictOverAll } from './several.ts';

/** What the page shows. */
export interface Shown {
  readonly url: string;
  readonly from: string;
  readonly to: string;
  /** The line about the whole comparison. */
  readonly said: string;
  readonly views: readonly CompareView[];
}

/** The title and the verdict come first; several services have one verdict over all, and a part each. */
export function compareMarkdown({ url, from, to, said, views }: Shown): string {
  const names = views.map(({ title }) => plain(title)).join(', ');
  const [head, rest] = oneOrSeveral(views);
  const parts = [`# ${names}: ${plain(from)} to ${plain(to)}`, head, plain(said), url, ...rest];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function oneOrSeveral(views: readonly CompareView[]): readonly [string, readonly string[]] {
  const [only, ...others] = views;
  if (only !== undefined && others.length === 0) return [verdictOf(only), sectionsOf(only, '##')];
  return [
    overAll(views),
    views.flatMap((view) => [`## ${plain(view.title)}`, verdictOf(view), ...sectionsOf(view, '###')]),
  ];
}

function verdictOf({ said, verdict }: CompareView): string {
  return said === null ? verdict.map(({ words }) => words).join(', ') : plain(said);
}

function overAll(views: readonly CompareView[]): string {
  const items = verdictOverAll(views).map(({ title, parts, instead }) => {
    const words = parts.length === 0 ? instead : parts.map((part) => part.words).join(', ');
    return entry(0, `${plain(title)}: ${plain(words)}`);
  });
  return items.join('\n');
}

/** The sections in the order of the page; what is folded there has its title here. */
function sectionsOf(view: CompareView, sign: string): readonly string[] {
  const { title: service, bad, operations, good, words, wire, steps, quietSteps, between } = view;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${sign} ${plain(title)}`, lines.join('\n')];
  const groups = (all: readonly ComparedGroup[]) =>
    all.flatMap((group) =>
      section(`${group.title}: ${counted(groupCount(group), 'change')}`, [
        ...cardLines(group.cards),
        ...badStepLines(group.steps),
      ]),
    );
  return [
    ...groups(bad),
    ...section(`${sections.operations}: ${counted(operations.length, 'operation')}`, operations.map(operationLine)),
    ...groups(good),
    ...section(`${restTitle}: ${counted(linesOf(steps), 'change')}`, steps.map(stepLine)),
    ...section(foldTitles.words(words.length), cardLines(words)),
    ...section(foldTitles.wire(wire.length), cardLines(wire)),
    ...section(foldTitles.quiet, quietSteps.map(stepLine)),
    ...(between.length === 0
      ? []
      : section(asTitle(betweenWords(between.length, [service])), [
          plain(between.toReversed().map(releaseWords).join(', ')),
        ])),
  ];
}

function operationLine({ name, summary }: CompareView['operations'][number]): string {
  return entry(0, summary === '' ? code(name) : `${code(name)}: ${plain(summary)}`);
}

/** One advice for several cards in a row stands at the first of them, as on the page. */
function cardLines(cards: readonly ComparedCard[]): readonly string[] {
  return cards.map(({ card, glyph }, at) => {
    const { names, advice } = card;
    const where = whereOf(card, 0);
    return entry(0, [line(glyph, card.sentence), ...where.short].join(' · '), [
      ...(advice === undefined || advice === cards[at - 1]?.card.advice ? [] : [entry(0, told(advice))]),
      ...(names.length === 0 ? [] : [entry(0, `All ${count(names.length)}: ${names.map(told).join(', ')}`)]),
      ...where.whole,
    ]);
  });
}

/** Limits have no net: each says in which release it came. */
function badStepLines(steps: readonly Step[]): readonly string[] {
  const all = steps.flatMap(({ release, lines }) => lines.map((one) => ({ release, one })));
  return all.map(({ release, one }, at) => {
    const { glyph, sentence: words, advice, places = [], morePlaces = 0 } = one;
    const placed = places.map(([operation, direction, path]) => ({ operation, direction, path }));
    const where = whereOf({ places: placed }, morePlaces);
    return entry(0, [line(glyph, words), plain(`in ${releaseWords(release)}`), ...where.short].join(' · '), [
      ...(advice === undefined || advice === all[at - 1]?.one.advice ? [] : [entry(0, told(advice))]),
      ...where.whole,
    ]);
  });
}

/** The places of a change: on its line, or on a line of their own where the page folds them. */
function whereOf(
  card: Parameters<typeof groupPlaces>[0],
  moreThere: number,
): { readonly short: readonly string[]; readonly whole: readonly string[] } {
  const { operations, count: places, more } = groupPlaces(card);
  const left = more + moreThere;
  const all = [
    ...operations.map(({ name, paths }) => [name, ...paths].map(code).join(' ')),
    ...(left > 0 ? [`and ${counted(left, 'place')} more`] : []),
  ].join(', ');
  if (operations.length === 0) return { short: [], whole: [] };
  return isFolded(operations.length, places)
    ? { short: [reachWords(operations.length, places)], whole: [entry(0, all)] }
    : { short: [all], whole: [] };
}

function stepLine(step: Step): string {
  const rest = restWords(step);
  return entry(0, plain(releaseWords(step.release)), [
    ...step.lines.map((one) => entry(0, line(one.glyph, one.sentence))),
    ...(rest === '' ? [] : [entry(0, rest)]),
  ]);
}

function line(glyph: StepLine['glyph'], words: string): string {
  return `${glyph.words}: ${told(words)}`;
}

function told(words: string): string {
  return sentence(sentenceParts(words));
}
