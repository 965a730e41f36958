/** An input that filters and ranks a list while the reader types, best match first. The address keeps what is typed. */
import { type Names, namesOf, rankOf, wordsOfName } from './rank.ts';
import { openShownGroups, unfolder } from './rows/unfold.ts';

/** Makes every such input work. */
export function startListFilters(): void {
  openShownGroups();
  for (const box of document.querySelectorAll<HTMLElement>('[data-list-filter]')) startFilter(box);
}

function startFilter(box: HTMLElement): void {
  const input = box.querySelector('input');
  const sort = box.querySelector<HTMLSelectElement>('[data-sort]');
  const status = box.querySelector('[role=status]');
  const list = document.getElementById(box.dataset.listFilter ?? '');
  if (input === null || list === null) return;
  // A list can have a thousand rows, and most readers never filter it, so they are read when somebody does.
  let read: readonly NamedRow[] | null = null;
  const rowsOf = (): readonly NamedRow[] => {
    read ??= [...list.querySelectorAll<HTMLElement>('[data-name]')].map((row) => ({ row, names: namesOfRow(row) }));
    return read;
  };
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')];
  const unfold = unfolder(() => list.querySelectorAll<HTMLDetailsElement>('details[data-group]'));
  let chosen = -1;
  const shown = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-name]:not([hidden])')];
  const mark = (at: number): void => {
    const all = shown();
    for (const row of list.querySelectorAll('.chosen')) row.classList.remove('chosen');
    chosen = all.length === 0 ? -1 : Math.max(-1, Math.min(at, all.length - 1));
    const row = all[chosen];
    if (row === undefined) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    row.classList.add('chosen');
    row.id ||= `row-${row.dataset.name}`;
    input.setAttribute('aria-activedescendant', row.id);
    row.scrollIntoView({ block: 'nearest' });
  };
  const update = (): void => {
    const query = input.value.trim().toLowerCase();
    const order = orders[sort?.value ?? ''];
    const rows = rowsOf();
    const ranked = rows
      .map(({ row, names }, at) => ({ row, at, rank: query === '' ? 0 : rankOf(names, query) }))
      .sort((a, b) => (a.rank ?? 9) - (b.rank ?? 9) || (order?.(a.row, b.row) ?? 0) || a.at - b.at);
    for (const { row, rank } of ranked) row.hidden = rank === null;
    // Rows in groups keep their places.
    if (groups.length === 0) list.append(...ranked.map(({ row }) => row));
    for (const group of groups) group.hidden = group.querySelector('[data-name]:not([hidden])') === null;
    unfold(query !== '');
    const count = ranked.filter(({ rank }) => rank !== null).length;
    if (status !== null)
      status.textContent =
        query === '' ? '' : count === 0 ? 'Nothing fits.' : `${count} of ${rows.length} ${box.dataset.of}`;
    const [best] = ranked;
    mark(query === '' || best === undefined ? -1 : shown().indexOf(best.row));
  };
  input.addEventListener('input', () => {
    update();
    remember(input.value.trim());
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    input.value = asked;
    update();
  }
  sort?.addEventListener('change', update);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') mark(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'Enter') shown()[Math.max(chosen, 0)]?.querySelector('a')?.click();
    else if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      update();
      remember('');
    } else return;
    event.preventDefault();
  });
  // After going back, a browser restores inputs, but not their effect.
  addEventListener('pageshow', () => {
    if (input.value !== '' || (sort !== null && sort.selectedIndex > 0)) update();
  });
}

/** Puts what is typed into the address, so that readers can share it. */
function remember(typed: string): void {
  const url = new URL(location.href);
  if (typed === '') url.searchParams.delete('q');
  else url.searchParams.set('q', typed);
  history.replaceState(history.state, '', url);
}

interface NamedRow {
  readonly row: HTMLElement;
  readonly names: Names;
}

const orders: Readonly<Record<string, (a: HTMLElement, b: HTMLElement) => number>> = {
  recent: (a, b) => dayOf(b).localeCompare(dayOf(a)),
  size: (a, b) => countOf(b) - countOf(a),
};

/**
 * What the row says, or its name does, is not repeated in its attributes: without a title it is the text, or the words
 * of the name.
 */
function namesOfRow(row: HTMLElement): Names {
  const text = row.querySelector(':scope > span:not(.tag)')?.textContent?.toLowerCase();
  const title = row.dataset.title ?? text ?? wordsOfName(row.dataset.name ?? '');
  return namesOf({ ...row.dataset, title });
}

function dayOf(row: HTMLElement): string {
  return row.querySelector('time')?.dateTime ?? '';
}

function countOf(row: HTMLElement): number {
  return Number.parseInt(row.querySelector(':scope > span:nth-of-type(2)')?.textContent ?? '', 10) || 0;
}
