/** On the page for addresses that lead nowhere: fills the filter with the name of a service that the address may have meant. */
import { siteFolders } from '../../view/site/urls.ts';
import { namesOf, rankOf } from './rank.ts';

/** Looks at the parts of the address, the last one first, for something that a service may be called. */
export function startNearest(): void {
  const list = document.querySelector<HTMLElement>('[data-nearest]');
  const input = document.querySelector<HTMLInputElement>('[data-list-filter] input');
  if (list === null || input === null) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-name]')];
  // What the site lives under names nothing on it.
  const parts = decoded(location.pathname.replace(list.dataset.nearest ?? '', '/'))
    .split('/')
    .filter((part) => part.length > 1);
  const missing = document.querySelector<HTMLInputElement>('[data-missing]');
  // A file name says less than the folder that it is in.
  if (missing !== null) missing.value = parts.findLast((part) => !part.includes('.') && !siteFolders.has(part)) ?? '';
  for (const part of parts.reverse()) {
    const word = [part, part.slice(0, 4), part.slice(0, 3)].find((one) =>
      rows.some((row) => rankOf(namesOf(row.dataset), one.toLowerCase()) !== null),
    );
    if (word === undefined || siteFolders.has(part)) continue;
    input.value = word;
    input.dispatchEvent(new Event('input'));
    return;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
