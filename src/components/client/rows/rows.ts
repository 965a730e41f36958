/** The filters of lists of changes. The address keeps the choice, so that readers can share it. */
import { mine } from '../mine/mine.ts';
import { CountWriter, ownCounts, tellFollowed, tonesFor } from './followed.ts';
import { makeFilters } from './make-filter.ts';
import { RowLeads } from './row-leads.ts';
import { unfolder } from './unfold.ts';

/** Makes every such filter work. */
export function startRows(): void {
  makeFilters();
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-row-filter]')) startFilter(form);
  document.documentElement.classList.remove('filtering');
}

function startFilter(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=sev]')];
  const kind = form.querySelector<HTMLSelectElement>('select[name=kind]');
  const own = form.querySelector<HTMLInputElement>('input[name=s]');
  const status = form.querySelector('[role=status]');
  const leads = new RowLeads();
  const writer = new CountWriter();
  const unfold = unfolder(() => document.querySelectorAll<HTMLDetailsElement>('details.year'));
  const show = (): void => {
    // Some pages add rows later.
    const rows = document.querySelectorAll<HTMLElement>('[data-row]');
    const followed = own?.checked === true ? new Set(mine()) : null;
    const tones = boxes.filter(({ checked }) => checked).map(({ dataset }) => dataset.tone ?? '');
    const subject = kind?.value ?? '';
    let shown = 0;
    for (const row of rows) {
      const has = tonesFor(row, followed);
      const fits = tones.length === 0 || tones.some((tone) => has.includes(tone));
      const isMine = followed === null || (row.dataset.s ?? '').split(' ').some((id) => followed.has(id));
      row.hidden = !fits || !isMine || (subject !== '' && !(row.dataset.k ?? '').split(' ').includes(subject));
      if (row.hidden) continue;
      shown += 1;
      writer.write(row, ownCounts([row], followed));
      leads.show(row, tones);
      tellFollowed(row, followed, tones);
    }
    // What the head counts, too.
    const head = document.querySelector('.page-head');
    if (head !== null) writer.write(head, ownCounts([...rows], followed));
    // A group without visible rows is hidden.
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = group.querySelector('[data-row]:not([hidden])') === null;
    const filtered = tones.length > 0 || subject !== '' || followed !== null;
    unfold(filtered);
    // Neither is a link to it.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.jump a')) {
      const item = link.parentElement;
      if (item !== null) item.hidden = document.getElementById(link.hash.slice(1))?.closest('[hidden]') != null;
    }
    // Enums that grew are summed up above their lines.
    for (const list of document.querySelectorAll<HTMLElement>('main > .growth, section > .growth'))
      list.hidden = tones.length > 0 && !tones.includes('new');
    carry();
    if (status === null) return;
    status.textContent = !filtered
      ? ''
      : shown > 0
        ? `${shown} of ${rows.length} ${form.dataset.rowFilter}`
        : 'Nothing fits. Untick something.';
    if (followed?.size === 0)
      status.replaceChildren('You follow no service: ', chooseSome(form.dataset.services ?? ''), '.');
  };
  /** Adds the choice to the links to other months, because readers usually look for the same there. */
  const carry = (): void => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(own === null ? carriers : carriers + lists)) {
      const url = new URL(link.href);
      // Links of a list of one mark name it themselves.
      if (boxes.length > 0) setOrDelete(url, 'sev', chosen());
      if (own !== null) setOrDelete(url, 's', own.checked ? 'mine' : '');
      link.href = readable(url);
    }
  };
  const chosen = (): string =>
    boxes
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
      .join(',');
  const remember = (): void => {
    const url = new URL(location.href);
    setOrDelete(url, 'sev', chosen());
    if (kind !== null) setOrDelete(url, 'kind', kind.value);
    if (own !== null) setOrDelete(url, 's', own.checked ? 'mine' : '');
    history.replaceState(null, '', readable(url));
  };
  const restore = (): void => {
    const query = new URLSearchParams(location.search);
    const wanted = new Set(query.getAll('sev').flatMap((value) => value.split(',')));
    for (const box of boxes) box.checked = wanted.has(box.value);
    if (kind !== null) kind.value = query.get('kind') ?? '';
    if (own !== null) own.checked = query.get('s') === 'mine';
    show();
  };
  form.addEventListener('change', () => {
    remember();
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('pageshow', restore);
  addEventListener('apidelta-mine', show);
  addEventListener('apidelta-rows', show);
  restore();
}

/** Links to other months and years. */
const carriers = '.archive a, .years a, .by-month .entry-name, :is(.month, .by-month) ~ .pager a';
/** Links to other lists that can be narrowed to followed services. */
const lists = ', .crumbs a, [data-carry]';

function chooseSome(services: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = services;
  link.textContent = 'choose some';
  return link;
}

/** A query may contain plain commas, and they are easier to read. */
function readable(url: URL): string {
  return url.href.replaceAll('%2C', ',');
}

function setOrDelete(url: URL, name: string, value: string): void {
  if (value === '') url.searchParams.delete(name);
  else url.searchParams.set(name, value);
}
