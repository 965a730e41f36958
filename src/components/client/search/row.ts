/**
 * One result as a row: its kind, its name with the match marked, its location, and since when. Text of a source never
 * becomes markup.
 */
import { counted } from '../../../view/compare/sentence-parts.ts';
import type { Found } from './finder.ts';
import type { Group, Hit } from './groups.ts';
import type { Aside } from './hits.ts';
import { type HitKind, queryFor } from './query.ts';

/** The sign of each kind, with a word for screen readers. */
const kinds: Readonly<Record<HitKind, readonly [sign: string, word: string]>> = {
  service: ['§', 'service'],
  operation: ['()', 'operation'],
  field: ['.x', 'field'],
  value: ['=', 'value'],
  shape: ['{}', 'shape'],
  release: ['#', 'release'],
};

/** What rows need to know about their list. */
export interface RowList {
  /** The prefix for the ids of their elements. */
  readonly name: string;
  /** The base path of the site. */
  readonly base: string;
  /** The page of search. */
  readonly page: string;
  /** The typed text. */
  typed(): string;
  /** Searches for another text. */
  ask(typed: string): void;
  /** Called with the first of the added rows. */
  grown(first: HTMLAnchorElement | null): void;
}

/** A group that was made. */
export interface MadeGroup {
  readonly element: HTMLElement;
  /** The number of its lines below the title. */
  readonly lines: number;
  /** Makes the rows for which there was no room. */
  makeRest(): void;
}

/** Where a group stands. */
interface GroupPlace {
  readonly list: RowList;
  /** Gets what the group leaves out. */
  readonly rest: Found['rest'];
  /** The number of lines that are made at first. */
  readonly room: number;
}

/** The rows of a group under its title. */
export function groupOf({ kind, title, hits, more }: Group, { list, rest, room }: GroupPlace): MadeGroup {
  const hasAside = hits.some(({ aside }) => aside !== null);
  const group = make('div', hasAside ? 'search-group search-asides' : 'search-group');
  const heading = make('div', 'search-title', title);
  heading.dataset.sign = kinds[kind][0];
  heading.id = `${list.name}-${kind}`;
  heading.setAttribute('role', 'presentation');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', heading.id);
  group.append(heading);
  const idOf = (at: number): string => `${list.name}-${kind}-${at}`;
  const addMore = (shown: number, left: number): void => {
    if (left <= 0) return;
    const address = `${list.page}?q=${encoded(list.typed())}`;
    const row = option('search-row search-more', `${list.name}-${kind}-more`, address);
    row.textContent = moreWords(left, title);
    row.addEventListener('click', (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      rest(kind).then(
        (all) => {
          const next = all.slice(shown, shown + step);
          row.remove();
          group.append(...next.flatMap((hit, index) => rowsOf(hit, idOf(shown + index), list)));
          addMore(shown + next.length, all.length - shown - next.length);
          list.grown(group.querySelector(`[id="${idOf(shown)}"]`));
        },
        // The page of search has an address, and asks anew.
        () => location.assign(address),
      );
    });
    group.append(row);
  };
  const left = [...hits.entries()];
  const fill = (lines: number): number => {
    let made = 0;
    while (left.length > 0 && made < lines) {
      const rows = left.splice(0, 1).flatMap(([at, hit]) => rowsOf(hit, idOf(at), list));
      group.append(...rows);
      made += rows.length;
    }
    if (left.length > 0) return made;
    addMore(hits.length, more);
    return made + (more > 0 ? 1 : 0);
  };
  const makeRest = (): void => {
    if (left.length > 0) fill(Number.POSITIVE_INFINITY);
  };
  return { element: group, lines: fill(room), makeRest };
}

/** `6 more fields`, and `1 more field`. The title of a group is a plural. */
export function moreWords(count: number, title: string): string {
  return counted(count, `more ${title.toLowerCase().replace(/s$/, '')}`);
}

/** A result, with links to its other places and to other services. */
function rowsOf(hit: Hit, id: string, list: RowList): readonly HTMLElement[] {
  const row = rowOf(hit, id, list.base);
  // What it leads to may be this list already.
  const leadsOn = hit.aside !== null && hit.aside.asks !== list.typed();
  if (!leadsOn && hit.others.length === 0) return [row];
  const rows: HTMLElement[] = [row];
  if (hit.aside !== null && leadsOn) {
    const pair = make('div', 'search-pair');
    pair.setAttribute('role', 'presentation');
    const aside = asking(hit.aside, `${id}-all`, list);
    aside.classList.add('search-aside');
    aside.setAttribute('aria-label', `${hit.aside.says} have ${hit.name}: list all`);
    pair.append(row, aside);
    rows[0] = pair;
  }
  if (hit.others.length === 0) return rows;
  const { length } = hit.others;
  const address = `${list.page}?q=${encoded(`"${hit.name}"`)}`;
  const others = option('search-row search-more', `${id}-others`, address);
  others.textContent = `${hit.name} in ${length} more ${length === 1 ? 'service' : 'services'}`;
  others.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    const all = hit.others.map((service, at) => {
      const other = { says: service, asks: queryFor(hit.kind, service, hit.name) };
      const one = asking(other, `${id}-in-${at}`, list);
      one.classList.add('search-more');
      one.prepend(`${hit.name} in `);
      return one;
    });
    others.replaceWith(...all);
    list.grown(all[0] ?? null);
  });
  return [...rows, others];
}

/** A row that starts another search. Its address is on the page of search. */
function asking({ says, asks }: Aside, id: string, { page, ask }: RowList): HTMLAnchorElement {
  const row = option('search-row', id, `${page}?q=${encoded(asks)}`);
  row.textContent = says;
  row.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    ask(asks);
  });
  return row;
}

function option(className: string, id: string, address: string): HTMLAnchorElement {
  const row = make('a', className);
  row.id = id;
  row.href = address;
  row.tabIndex = -1;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  return row;
}

function isPlain({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !ctrlKey && !metaKey && !shiftKey && !altKey;
}

/** As few elements as can be: they are made anew with each letter that is typed. */
function rowOf({ kind, name, marks, way, since, isMine, address }: Hit, id: string, base: string): HTMLElement {
  const row = option('search-row', id, base + address);
  const [, word] = kinds[kind];
  const steps = way.filter((step) => step !== '');
  // The name stands before its way, which may end with it.
  const path = (steps.length > 1 && steps.at(-1) === name ? steps.slice(0, -1) : steps).join(' › ');
  const facts = [...(isMine ? ['mine'] : []), ...(since === null ? [] : [`since ${since}`])].join(' · ');
  // What is seen stands in it in the same order: who speaks to the browser says what he sees.
  row.setAttribute('aria-label', `${[name, path, facts].filter(Boolean).join(' ')}, ${word}`);
  const label = make('span', 'search-name');
  let done = 0;
  for (const [from, to] of marks) {
    label.append(name.slice(done, from), make('mark', '', name.slice(from, to)));
    done = to;
  }
  label.append(name.slice(done));
  row.append(label, ` ${path}`);
  if (facts !== '') {
    row.classList.add('search-dated');
    row.append(' ', make('span', 'search-facts', facts));
  }
  return row;
}

/** A text in an address. A source may have half of a character, which has no bytes. */
export function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** An element with a class and a text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

/** The number of rows added at once. */
const step = 100;
