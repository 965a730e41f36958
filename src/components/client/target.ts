/** Shows the target of a link: opens the folds around it, or goes to the page that has it now. */
import { pathOnPart } from '../../view/site/anchor-path.ts';
import { sayAge } from './target-age.ts';

/** Follows the fragment of the address, now and after each change. */
export function startTarget(): void {
  addEventListener('hashchange', reveal);
  reveal();
}

function reveal(): void {
  const name = fragmentName();
  if (name === '') return;
  const target = elementOf(name);
  if (target === null) lookElsewhere(name);
  else open(target);
}

function open(target: HTMLElement): void {
  const inside = target.querySelectorAll<HTMLDetailsElement>(':scope > details.inside');
  const below = target.matches('h2') ? target.nextElementSibling : null;
  const closed = [...detailsAround(target), ...inside];
  if (below instanceof HTMLDetailsElement) closed.push(below);
  let moved = false;
  for (const details of closed) {
    if (details.open) continue;
    details.open = true;
    moved = true;
  }
  sayAge(target);
  if (moved) target.scrollIntoView();
}

/** A missing field is on the page that its nearest parent links to. A missing value is where its enum is printed. */
function lookElsewhere(name: string): void {
  const part = partOf(name);
  if (part !== undefined) {
    location.replace(`${part.pathname}#${encodeURIComponent(name)}`);
    return;
  }
  const above = nearest(name);
  if (above === null) return;
  const { element, rest } = above;
  const field = element.closest<HTMLElement>('.fields > li');
  if (rest.startsWith('=')) {
    show((field === null ? null : valueIn(field, rest.slice(1))) ?? element);
    return;
  }
  const away = field?.querySelector<HTMLAnchorElement>(':scope > .more > a:not([href^="#"])');
  const below = pathOnPart(rest);
  if (away === null || away === undefined || below === '') show(element);
  else location.replace(`${away.pathname}#fields.${encodeURI(below)}`);
}

/** The part of a split list of shapes that has a name: its label is the longest beginning of the name. */
function partOf(name: string): HTMLAnchorElement | undefined {
  const low = name.toLowerCase();
  return [...document.querySelectorAll<HTMLAnchorElement>('.letters > li > .letter')]
    .filter(({ textContent }) => low.startsWith(textContent.toLowerCase()))
    .reduce<HTMLAnchorElement | undefined>(
      (best, one) => (best !== undefined && best.textContent.length >= one.textContent.length ? best : one),
      undefined,
    );
}

/** Values of long lists have no anchors, and a repeated list is only a link to the first one. */
function valueIn(field: HTMLElement, value: string): HTMLElement | null {
  const same = field.querySelector<HTMLAnchorElement>(
    ':scope > .more > a[href^="#"], :scope > .part > .more > a[href^="#"]',
  );
  const owner =
    same === null ? field : (elementOf(decoded(same.hash.slice(1)))?.closest<HTMLElement>('.fields > li') ?? field);
  const values = [...owner.querySelectorAll<HTMLElement>('.values li')];
  return (
    values.find(({ textContent, id }) => id.endsWith(`=${value}`) || textContent?.replace(/^\+ /, '') === value) ?? null
  );
}

/** The longest beginning of a name that the page has as an id, and the rest of the name. */
function nearest(name: string): { readonly element: HTMLElement; readonly rest: string } | null {
  for (let end = name.length - 1; end > 0; end -= 1) {
    if (!'.[{='.includes(name.charAt(end))) continue;
    const element = document.getElementById(name.slice(0, end));
    if (element !== null) return { element, rest: name.slice(end) };
  }
  return null;
}

function show(element: HTMLElement): void {
  open(element);
  (element.closest('li') ?? element).classList.add('found');
  element.scrollIntoView();
}

function fragmentName(): string {
  return decoded(location.hash.slice(1));
}

function decoded(fragment: string): string {
  if (document.getElementById(fragment) !== null) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A fragment with an invalid encoding has no target.
    return '';
  }
}

function elementOf(name: string): HTMLElement | null {
  return document.getElementById(name);
}

function* detailsAround(element: Element): Generator<HTMLDetailsElement> {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) yield at;
  }
}
