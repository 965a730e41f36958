/** The input of the search and its result list: it searches while the reader types, arrow keys select, Enter opens. */
import type { Finder, Found } from './finder.ts';
import type { Group } from './groups.ts';
import { type ShownAnswer, statusOf, tooShort } from './messages.ts';
import { encoded, groupOf, type MadeGroup, make, type RowList } from './row.ts';

export interface BoxOptions {
  /** The prefix for the ids of its elements. */
  readonly name: string;
  /** The base path of the site. */
  readonly base: string;
  /** The page of search. */
  readonly page: string;
  readonly finder: Finder;
  mine(): ReadonlySet<string>;
  /** Called with the text of each search. With `before`, the texts that led to it, it is a step of its own for Back. */
  remember?(typed: string, before?: readonly string[]): void;
  /** Called when a search begins, and when it has ended. */
  waits?(isWaiting: boolean): void;
}

export interface Box {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly results: HTMLElement;
  /** Searches for a text. `before`: the texts that led to it, the last one newest. */
  ask(typed: string, before: readonly string[]): void;
}

/** Makes the input and its list. */
export function makeBox(options: BoxOptions): Box {
  const { name } = options;
  const { form, input } = makeForm(name, options.page);
  const list = make('div', 'search-list');
  list.id = `${name}-list`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Results');
  const status = make('p', 'search-status');
  status.setAttribute('role', 'status');
  const help = make('div', 'search-help');
  const back = make('p', 'search-back');
  const results = make('div', 'search-results');
  results.append(back, status, list, help);

  let turn = 0;
  let trail: readonly string[] = [];
  /** The text whose results are shown. */
  let shownFor = '';
  /** Makes the groups that were out of sight. */
  let makeRest = (): void => {};
  let chosen: HTMLAnchorElement | null = null;
  let opensWhenDone = false;
  let isDone = true;
  const rows = (): readonly HTMLAnchorElement[] => [...list.querySelectorAll('a')];
  const choose = (row: HTMLAnchorElement | null): void => {
    chosen?.setAttribute('aria-selected', 'false');
    chosen = row;
    if (row === null) input.removeAttribute('aria-activedescendant');
    else {
      row.setAttribute('aria-selected', 'true');
      input.setAttribute('aria-activedescendant', row.id);
    }
  };
  const show = ({ answer, rest }: Found, typed: string): void => {
    shownFor = typed;
    const before = chosen !== rows()[0] ? chosen?.href : undefined;
    choose(null);
    const groups = answer?.groups ?? [];
    // The page of search scrolls as a whole. What somebody has chosen may be anywhere.
    const isWhole = options.remember !== undefined || before !== undefined;
    const made = new Rows(groups, (group, room) => groupOf(group, { list: rowList, rest, room }));
    list.replaceChildren(...made.upTo(isWhole ? Number.POSITIVE_INFINITY : linesInSight));
    makeRest = () => {
      list.append(...made.upTo(Number.POSITIVE_INFINITY));
      makeRest = () => {};
    };
    const shown = rows();
    input.setAttribute('aria-expanded', String(shown.length > 0));
    list.hidden = shown.length === 0;
    choose(shown.find(({ href }) => href === before) ?? shown[0] ?? null);
    status.textContent = answer === null ? tooShort(input.value) : statusOf(answer, shown.length);
    back.replaceChildren(...wayBack());
    help.replaceChildren(...(answer === null ? [examples(pick)] : [...nearest(answer, follow), ...allResults()]));
  };
  const rowList: RowList = {
    ...{ name, base: options.base, page: options.page },
    typed: () => input.value.trim(),
    ask: (typed) => follow(typed),
    grown: (first) => choose(first),
  };
  /** A link from the dialog to the page of search, which has more room and an address. */
  const allResults = (): readonly HTMLElement[] => {
    if (options.remember !== undefined) return [];
    const link = make('a', '', 'All results on a page of their own');
    link.href = `${options.page}?q=${encoded(input.value.trim())}`;
    const line = make('p', 'search-all');
    line.append(link);
    return [line];
  };
  const pick = (typed: string): void => {
    ask(typed);
    input.focus();
  };
  /** Searches for what a result leads to; the way back stays. */
  const follow = (typed: string): void => {
    trail = [...trail, input.value.trim()];
    options.remember?.(typed, trail);
    pick(typed);
  };
  const wayBack = (): readonly HTMLElement[] => {
    const last = trail.at(-1);
    if (last === undefined) return [];
    const button = make('button', 'quiet', `← ${last}`);
    button.type = 'button';
    button.setAttribute('aria-label', `Back to the search for ${last}`);
    button.addEventListener('click', () => {
      if (options.remember !== undefined) return history.back();
      trail = trail.slice(0, -1);
      pick(last);
    });
    return [button];
  };
  const fail = (typed: string): void => {
    const again = make('button', 'button', 'Try again');
    again.type = 'button';
    again.addEventListener('click', () => pick(typed));
    const index = make('a', '', 'Services and operations from A to Z');
    index.href = `${options.base}index/`;
    // Rows of another text lead astray.
    if (shownFor !== typed) show({ ...nothing, answer: empty }, typed);
    status.textContent = 'A part of the index did not load: there may be more than is shown.';
    help.replaceChildren(again, ' ', index);
  };
  const ask = (typed: string): void => {
    if (input.value !== typed) input.value = typed;
    turn += 1;
    const own = turn;
    const isNow = (): boolean => own === turn;
    options.remember?.(typed.trim());
    options.waits?.(true);
    options.finder
      .find({
        typed,
        mine: options.mine(),
        isLong: options.remember !== undefined,
        early: (found) => isNow() && show(found, typed),
      })
      .then(
        (found) => {
          if (!isNow()) return;
          show(found, typed);
          if (opensWhenDone) chosen?.click();
        },
        () => isNow() && fail(typed),
      )
      .finally(() => {
        if (!isNow()) return;
        isDone = true;
        options.waits?.(false);
      });
    isDone = false;
  };
  let soon: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(soon);
    turn += 1;
    isDone = false;
    opensWhenDone = false;
    // Waits until the reader stops typing.
    soon = setTimeout(() => ask(input.value), pause);
  });
  results.addEventListener('scroll', () => makeRest());
  input.addEventListener('keydown', (event) => {
    if (event.key.startsWith('Arrow')) makeRest();
    const all = rows();
    const at = chosen === null ? -1 : all.indexOf(chosen);
    if (event.key === 'ArrowDown') choose(all[(at + 1) % all.length] ?? null);
    else if (event.key === 'ArrowUp') choose(all.at(at <= 0 ? -1 : at - 1) ?? null);
    else return;
    chosen?.scrollIntoView({ block: 'nearest' });
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // If Enter comes before the results, the first result opens once it is there.
    if (isDone) chosen?.click();
    else opensWhenDone = true;
  });
  show(nothing, '');
  const askAfter = (typed: string, before: readonly string[]): void => {
    trail = before;
    ask(typed);
  };
  return { form, input, results, ask: askAfter };
}

function makeForm(name: string, page: string): { readonly form: HTMLFormElement; readonly input: HTMLInputElement } {
  const form = document.createElement('form');
  form.className = 'search-form';
  form.action = page;
  form.setAttribute('role', 'search');
  const label = make('label', 'vh', 'Search services, operations, fields, values and shapes');
  label.htmlFor = `${name}-input`;
  const input = document.createElement('input');
  input.id = `${name}-input`;
  input.name = 'q';
  input.placeholder = 'Operation, field, value, service …';
  input.spellcheck = false;
  const attributes = {
    ...{ type: 'text', role: 'combobox', inputmode: 'search', enterkeyhint: 'go', autocomplete: 'off' },
    ...{
      autocapitalize: 'off',
      'aria-autocomplete': 'list',
      'aria-controls': `${name}-list`,
      'aria-expanded': 'false',
    },
  };
  for (const [key, value] of Object.entries(attributes)) input.setAttribute(key, value);
  form.append(label, input);
  return { form, input };
}

function examples(ask: (typed: string) => void): HTMLElement {
  const list = make('ul', 'search-examples');
  for (const [typed, means] of exampleQueries) {
    const item = document.createElement('li');
    const button = make('button', 'quiet', typed);
    button.type = 'button';
    button.addEventListener('click', () => ask(typed));
    item.append(button, ` ${means}`);
    list.append(item);
  }
  return list;
}

/** Names that the reader may have meant, if nothing matches. */
function nearest({ nearest: names }: ShownAnswer, ask: (typed: string) => void): readonly HTMLElement[] {
  if (names.length === 0) return [];
  const said = make('p', 'search-nearest', 'Did you mean ');
  for (const [at, name] of names.entries()) {
    const button = make('button', 'quiet', name);
    button.type = 'button';
    button.addEventListener('click', () => ask(name));
    said.append(at === 0 ? '' : ', ', button);
  }
  said.append('?');
  return [said];
}

/** The groups of a list, of which only those in sight are made at first. */
class Rows {
  readonly #left: Group[];
  readonly #make: (group: Group, room: number) => MadeGroup;
  #last: MadeGroup | undefined;

  constructor(groups: readonly Group[], make: (group: Group, room: number) => MadeGroup) {
    this.#left = [...groups];
    this.#make = make;
  }

  /** Makes rows until so many lines are filled; gives the new groups. A group that was cut gets its other rows. */
  upTo(lines: number): readonly HTMLElement[] {
    this.#last?.makeRest();
    const made: HTMLElement[] = [];
    let room = lines;
    // A title alone says nothing.
    while (room > 1) {
      const group = this.#left.shift();
      if (group === undefined) break;
      // The title takes a line.
      this.#last = this.#make(group, room - 1);
      made.push(this.#last.element);
      room -= 1 + this.#last.lines;
    }
    return made;
  }
}

const empty: ShownAnswer = { groups: [], whole: true, nearest: [], told: null };

/** Before anything was typed. */
const nothing: Found = { answer: null, rest: () => Promise.resolve([]) };

const exampleQueries = [
  ['put_object', 'an operation, by the name of the API or of the SDK'],
  ['field:KmsKeyId', 'fields only; also op:, enum:, shape:'],
  ['s3 kms key', 'every word, from the beginning of one in the name; a service may be among them'],
  ['"Key"', 'this name and no other'],
] as const;

/** Milliseconds to wait after a key for another key. */
const pause = 50;

/** The dialog is not as high as so many lines, so it can be scrolled to the rest. */
const linesInSight = 19;
