/** The comparison of one service as elements, with the same sections as the page of a release. */

import { glyphs } from '../../../view/changes/glyph.ts';
import { allChips, mostOpenChips } from '../../../view/compare/chips.ts';
import {
  type ComparedCard,
  type ComparedGroup,
  type CompareView,
  groupCount,
  linesOf,
  restTitle,
  type Step,
  sections,
} from '../../../view/compare/compare-view.ts';
import {
  asTitle,
  betweenWords,
  foldTitles,
  isFolded,
  reachWords,
  restWords,
} from '../../../view/compare/compare-words.ts';
import { groupPlaces } from '../../../view/compare/places.ts';
import { counted } from '../../../view/compare/sentence-parts.ts';
import type { ServiceVerdict } from '../../../view/compare/several.ts';
import { dayWords } from '../../../view/site/days.ts';
import { code, element, fold, link, sentence, sign } from './dom.ts';

/** The addresses of pages to link to. */
export interface Links {
  operation(name: string): string;
  rule(kind: string): string;
}

/** The content for one service, below its heading. */
export function comparedElements(view: CompareView, links: Links): readonly HTMLElement[] {
  const { said, verdict, bad, operations, good, words, wire, steps, quietSteps, between } = view;
  const cards = (all: readonly ComparedCard[]) =>
    element('ul', 'cards', ...all.map((one, at) => cardOf(one, links, all[at - 1]?.card.advice !== one.card.advice)));
  const section = (title: string, glyph: Node, count: number, ...inside: Node[]): HTMLElement => {
    const heading = element('h3', '', glyph, title, ' ', element('span', 'muted', count.toLocaleString('en')));
    heading.id = sectionId(view, title);
    return element('section', 'changes', heading, ...inside);
  };
  const inside = ({ cards: own, steps: told }: ComparedGroup): readonly Node[] => [
    ...(own.length === 0 ? [] : [cards(own)]),
    ...(told.length === 0 ? [] : [element('ul', 'cards', ...stepCards(told, links))]),
  ];
  const groups = (all: typeof bad) =>
    all.map((group) => section(group.title, sign(group.glyph, true), groupCount(group), ...inside(group)));
  return [
    ...(said === null ? [] : [element('p', 'muted', said)]),
    ...(said !== null || verdict.length === 0 ? [] : [verdictLine(view)]),
    ...groups(bad),
    ...(operations.length === 0
      ? []
      : [section(sections.operations, sign(glyphs.new, true), operations.length, newOperations(operations, links))]),
    ...groups(good),
    ...(steps.length === 0 ? [] : [section(restTitle, sign(glyphs.changed, true), linesOf(steps), stepList(steps))]),
    ...(words.length === 0 ? [] : [fold([sign(glyphs.words, true), foldTitles.words(words.length)], cards(words))]),
    ...(wire.length === 0 ? [] : [fold([sign(glyphs.wire, true), foldTitles.wire(wire.length)], cards(wire))]),
    ...(quietSteps.length === 0 ? [] : [fold([sign(glyphs.words, true), foldTitles.quiet], stepList(quietSteps))]),
    ...(between.length === 0
      ? []
      : [fold([asTitle(betweenWords(between.length, [view.title]))], releaseList(between))]),
  ];
}

/** The verdict over several services. Each part is a link to the section of its service. */
export function overAll(services: readonly ServiceVerdict[]): HTMLElement {
  const items = services.map(({ title, parts, instead }) =>
    element(
      'li',
      '',
      link(`#${serviceAnchor(title)}`, code(title)),
      ...parts.flatMap(({ glyph, words }) => [' ', sign(glyph, true), words]),
      ...(parts.length > 0 ? [] : [` ${instead}`]),
    ),
  );
  return element('ul', 'verdict over-all', ...items);
}

/** The anchor of a service on the page. The anchors of its sections begin with its name. */
export function serviceAnchor(title: string): string {
  return `${title}:`;
}

/** The verdict. Each part is a link to its section. */
function verdictLine(view: CompareView): HTMLElement {
  const parts = view.verdict.map(({ glyph, words, section }) => {
    const text = [sign(glyph, true), words];
    return element('li', '', ...(section === null ? text : [link(`#${sectionId(view, section)}`, ...text)]));
  });
  return element('ul', 'verdict', ...parts);
}

/** Services on one page may have sections with the same title, so ids contain the service. */
function sectionId({ title }: CompareView, section: string): string {
  return `${title}:${section.split(/[ ,]/, 2).join('-').toLowerCase()}`;
}

/** One advice for several cards in a row stands at the first of them. */
function cardOf({ card, glyph }: ComparedCard, links: Links, isAdviceNew: boolean): HTMLElement {
  const title = element('p', '', sign(glyph), ...sentence(card.sentence));
  const made = element('li', `card ${glyph.tone}`, title);
  if (card.advice !== undefined && isAdviceNew) made.append(element('p', 'why', ...sentence(card.advice)));
  if (card.names.length > 0) made.append(chips(card.names));
  made.append(placesOf(card, links));
  return made;
}

/** The names of a card, folded where the page of a release folds them. */
function chips(names: readonly string[]): HTMLElement {
  const list = element('ul', 'chips', ...names.map((name) => element('li', '', ...sentence(name))));
  if (names.length <= mostOpenChips) return list;
  const folded = fold([allChips(names.length)], list);
  folded.className = 'rest';
  return folded;
}

type Placed = Parameters<typeof groupPlaces>[0] & { readonly kind: string };

function placesOf({ places, kind }: Placed, links: Links, more = 0): HTMLElement {
  const { operations, count, more: unlisted } = groupPlaces({ places });
  const left = more + unlisted;
  const made = element('div', 'places');
  if (operations.length > 0) {
    const list = element(
      'ul',
      '',
      ...operations.map(({ name, paths }) =>
        element(
          'li',
          '',
          link(links.operation(name), code(name)),
          ...paths.flatMap((path) => [' ', element('span', 'path', code(path))]),
        ),
      ),
    );
    if (left > 0) list.append(element('li', 'muted', `and ${counted(left, 'place')} more`));
    if (!isFolded(operations.length, count)) made.append(list);
    else {
      const where = element('summary', '', reachWords(operations.length, count));
      made.append(element('details', '', where, list));
    }
  }
  made.append(element('p', 'kind', link(links.rule(kind), kind)));
  return made;
}

/** What releases did of what has no net and is bad, each as a card that says in which release. */
function stepCards(steps: readonly Step[], links: Links): readonly HTMLElement[] {
  const all = steps.flatMap(({ release, lines }) => lines.map((line) => ({ release, line })));
  return all.map(({ release, line }, at) => {
    const { glyph, sentence: words, advice, kind, key, places = [], morePlaces } = line;
    const title = element('p', '', sign(glyph), ...sentence(words));
    const made = element('li', `card ${glyph.tone}`, title);
    if (advice !== undefined && advice !== all[at - 1]?.line.advice)
      made.append(element('p', 'why', ...sentence(advice)));
    const url = key === undefined ? release.url : `${release.url}#${key}`;
    made.append(element('p', 'why', 'In ', link(url, release.id), dayAfter(release.date), '.'));
    const placed = places.map(([operation, direction, path]) => ({ operation, direction, path }));
    made.append(placesOf({ places: placed, kind }, links, morePlaces));
    return made;
  });
}

function dayAfter(date: string | null): string {
  return date === null ? '' : ` of ${dayWords(date)}`;
}

function newOperations(all: CompareView['operations'], links: Links): HTMLElement {
  return element(
    'ul',
    'new-operations',
    ...all.map(({ name, summary }) =>
      element('li', '', link(links.operation(name), code(name)), ' ', element('span', '', summary)),
    ),
  );
}

function stepList(steps: readonly Step[]): HTMLElement {
  return element('ul', 'steps', ...steps.map(stepOf));
}

function stepOf({ release, lines, more, descriptions }: Step): HTMLElement {
  const made = element('li', '', link(release.url, release.id));
  if (release.date !== null) made.append(' ', element('span', 'muted', dayWords(release.date)));
  const list = element(
    'ul',
    'lines',
    ...lines.map((line) => element('li', 'card-title', sign(line.glyph), ...sentence(line.sentence))),
  );
  if (lines.length > 0) made.append(list);
  const rest = restWords({ more, descriptions });
  if (rest !== '') made.append(element('p', 'muted', rest));
  return made;
}

function releaseList(releases: CompareView['between']): HTMLElement {
  const items = releases.map(({ id, date, url }) =>
    element('li', '', link(url, id), date === null ? '' : ` ${dayWords(date)}`),
  );
  return element('ul', 'release-links', ...items.reverse());
}
