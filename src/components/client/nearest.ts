/** For the page at unknown addresses: fills the filter with the service that the address may mean. */

import { siteFolders } from '../../view/site/urls.ts';
import { decoded } from './decoded.ts';
import { namesOf, rankOf } from './rank.ts';

/**
 * A part of the address that is the name of a service says where to look; otherwise the parts are tried, last one
 * first, until one is similar to the name of a service.
 */
export function startNearest(): void {
  const list = document.querySelector<HTMLElement>('[data-nearest]');
  const input = document.querySelector<HTMLInputElement>('[data-list-filter] input');
  if (list === null || input === null) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-name]')].map(({ dataset }) => namesOf(dataset));
  // The base path of the site names no page of it.
  const parts = decoded(location.pathname.replace(list.dataset.nearest ?? '', '/'))
    .split('/')
    .filter((part) => part.length > 1 && !siteFolders.has(part));
  const service = rows.find(({ name }) => parts.includes(name))?.name;
  // A file name is less helpful than its folder.
  const looked = parts.findLast((part) => part !== service && !part.includes('.')) ?? '';
  const missing = document.querySelector<HTMLInputElement>('[data-missing]');
  // What is missing in a service is looked for in that service.
  if (missing !== null)
    missing.value = service === undefined || looked === '' ? (service ?? looked) : `${service}:${looked}`;
  const isLike = (word: string): boolean => rows.some((row) => rankOf(row, word.toLowerCase()) !== null);
  const words = parts.reverse().flatMap((part) => [part, part.slice(0, 4), part.slice(0, 3)]);
  const word = service ?? words.find(isLike);
  if (word === undefined) return;
  input.value = word;
  input.dispatchEvent(new Event('input'));
}
