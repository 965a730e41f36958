/** For the page at unknown addresses: fills the filter with the service that the address may mean. */

import { siteFolders } from '../../view/site/urls.ts';
import { decoded } from './decoded.ts';
import { namesOf, rankOf } from './rank.ts';

/** Tries the parts of the address, last one first, until one is similar to the name of a service. */
export function startNearest(): void {
  const list = document.querySelector<HTMLElement>('[data-nearest]');
  const input = document.querySelector<HTMLInputElement>('[data-list-filter] input');
  if (list === null || input === null) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-name]')];
  // The base path of the site names no page of it.
  const parts = decoded(location.pathname.replace(list.dataset.nearest ?? '', '/'))
    .split('/')
    .filter((part) => part.length > 1);
  const missing = document.querySelector<HTMLInputElement>('[data-missing]');
  // A file name is less helpful than its folder.
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
