/** Keyboard shortcuts for every page, and the dialog that lists them. Readers can switch the single letters off. */
import { store, stored } from './stored.ts';

interface Key {
  readonly key: string;
  readonly does: string;
  /** False where the key has no effect on this page. */
  run(): boolean;
}

const keys: readonly Key[] = [
  { key: '/', does: 'search all services', run: () => focusOn('[data-search]') },
  { key: 's', does: 'the same', run: () => focusOn('[data-search]') },
  // `open-search.ts` handles this key, also while the reader types.
  { key: 'Ctrl K', does: 'the same, also while you type; ⌘ K on a Mac', run: () => false },
  {
    key: 'f',
    does: 'filter the list of this page',
    run: () => focusOn('[data-list-filter] input, main input[type=search]'),
  },
  { key: 'n', does: 'next operation, or newer release', run: () => follow('a[rel=next]') },
  { key: 'p', does: 'previous operation, or older release', run: () => follow('a[rel=prev]') },
  { key: '+', does: 'open all that is folded', run: () => fold(true) },
  { key: '-', does: 'close all that can be folded', run: () => fold(false) },
  { key: '?', does: 'this list', run: showKeys },
];

/** Starts the shortcuts. They are off while the reader types, and with Ctrl, Alt or Cmd. */
export function startKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (stored('keys') === 'off' && event.key !== '?') return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('input, textarea, select, dialog, [contenteditable]') != null) return;
    const known = keys.find(({ key }) => key === event.key);
    if (known?.run() === true) event.preventDefault();
  });
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'quiet', textContent: 'Keys' });
  button.addEventListener('click', showKeys);
  document.querySelector('body > footer > p:last-child')?.append(' ', button);
}

function focusOn(selector: string): boolean {
  const field = [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility());
  if (field === undefined) return false;
  if (field instanceof HTMLInputElement) field.focus();
  else field.click();
  return true;
}

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  link?.click();
  return link !== null;
}

function fold(open: boolean): boolean {
  const all = document.querySelectorAll<HTMLDetailsElement>('main details');
  for (const details of all) details.open = open;
  return all.length > 0;
}

function showKeys(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#keys') ?? makeDialog();
  dialog.showModal();
  return true;
}

function makeDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.id = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const title = document.createElement('h2');
  title.id = 'keys-title';
  title.textContent = 'Keys';
  const list = document.createElement('dl');
  for (const { key, does } of keys) {
    const term = document.createElement('dt');
    const kbd = document.createElement('kbd');
    kbd.textContent = key;
    term.append(kbd);
    const meaning = document.createElement('dd');
    meaning.textContent = does;
    list.append(term, meaning);
  }
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = stored('keys') !== 'off';
  box.addEventListener('change', () => store('keys', box.checked ? null : 'off'));
  label.append(box, ' Single keys do something (? always opens this list)');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, list, label, close);
  document.body.append(dialog);
  return dialog;
}
