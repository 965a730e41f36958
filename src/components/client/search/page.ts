/** The search as readers see it: the dialog on every page, and the page of search. */
import { mine } from '../mine/mine.ts';
import { type Box, makeBox } from './box.ts';
import { Finder } from './finder.ts';

/** Makes the dialog, or the field of the page of search. */
export function startPage(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-search]');
  if (link === null) return;
  const page = document.querySelector<HTMLElement>('[data-search-page]');
  const options = {
    base: document.querySelector<HTMLAnchorElement>('.brand')?.pathname ?? '/',
    page: link.href,
    finder: new Finder(() => openWorker(link)),
    mine: () => new Set(mine()),
  };
  const box =
    page === null ? null : onPage(page, makeBox({ ...options, name: 'page-search', remember, waits: makeWaits() }));
  const dialog = page === null ? inDialog(makeBox({ ...options, name: 'search' })) : null;
  document.addEventListener('apidelta-search', (event) => {
    if (dialog?.open === false) dialog.showModal();
    const input = box?.input ?? dialog?.querySelector('input');
    // What was typed while this script loaded.
    const typed: unknown = event instanceof CustomEvent ? event.detail : '';
    if (!input || typeof typed !== 'string' || typed === '') return input?.select();
    input.focus();
    input.value = typed;
    input.dispatchEvent(new Event('input'));
  });
}

/** Starts the script of the search again as a worker: nothing more is loaded, and the page stays free while somebody types. */
function openWorker({ href, dataset }: HTMLAnchorElement): Worker {
  // Vite's own server sends modules.
  const type = dataset.searchModule === undefined ? 'classic' : 'module';
  return new Worker(new URL(dataset.search ?? '', location.href), { name: href, type });
}

/** Puts the search into its place on the page, and searches for the text in the address. */
function onPage(place: HTMLElement, box: Box): Box {
  place.replaceChildren(box.form, box.results);
  const ask = (): void => box.ask(new URLSearchParams(location.search).get('q') ?? '', trailOf(history.state));
  if (new URLSearchParams(location.search).get('q')) ask();
  addEventListener('popstate', () => {
    // A link to a part of the page is no other search.
    if ((new URLSearchParams(location.search).get('q') ?? '') === box.input.value.trim()) return;
    ask();
    box.input.focus();
  });
  box.input.focus();
  return box;
}

/** The searches that led to this one, as `remember` has kept them. */
function trailOf(state: unknown): readonly string[] {
  const trail: unknown = typeof state === 'object' && state !== null && 'trail' in state ? state.trail : null;
  return Array.isArray(trail) ? trail.filter((typed) => typeof typed === 'string') : [];
}

/** Puts the text into the address, so that readers can share it, and Back leads to the search before. */
function remember(typed: string, before?: readonly string[]): void {
  const address = new URL(location.href);
  if (typed === '') address.searchParams.delete('q');
  else address.searchParams.set('q', typed);
  if (before === undefined) history.replaceState(history.state, '', address);
  else history.pushState({ trail: before }, '', address);
}

/**
 * What stands below late results would move: it goes away until they are there. A browser counts no move within half a
 * second after a key.
 */
function makeWaits(): (isWaiting: boolean) => void {
  const { classList } = document.documentElement;
  let soon: ReturnType<typeof setTimeout> | undefined;
  return (isWaiting) => {
    clearTimeout(soon);
    if (isWaiting) soon = setTimeout(() => classList.add('asked'), patience);
    else classList.remove('asked');
  };
}

function inDialog({ form, results }: Box): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'search-dialog';
  dialog.setAttribute('aria-label', 'Search');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  form.append(close);
  dialog.append(form, results);
  // A click outside the dialog is on its backdrop, and has the dialog itself as its target.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // A link to another place on this page would leave the dialog open.
  results.addEventListener('click', (event) => {
    // A link to a further search keeps it open.
    if (!event.defaultPrevented && event.target instanceof Element && event.target.closest('a') !== null)
      dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

/** Milliseconds of a search after which what stands below goes away. */
const patience = 350;
