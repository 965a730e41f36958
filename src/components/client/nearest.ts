/** For the page at unknown addresses: fills the search with what is missing, and names the services that it may be about. */

import { siteFolders } from '../../view/site/urls.ts';
import { decoded } from './decoded.ts';
import { namesOf, rankOf } from './rank.ts';

/**
 * A part of the address that is the name of a service says where to look; otherwise the parts are tried, last one
 * first, until one is similar to the name of a service.
 */
export function startNearest(): void {
  const list = document.querySelector<HTMLElement>('[data-nearest]');
  const input = document.querySelector<HTMLInputElement>('[data-missing]');
  if (list === null || input === null) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-name]')].map((row) => ({
    row,
    names: namesOf(row.dataset),
  }));
  // The base path of the site names no page of it.
  const parts = decoded(location.pathname.replace(list.dataset.nearest ?? '', '/'))
    .split('/')
    .filter((part) => part.length > 1 && !siteFolders.has(part));
  const service = rows.find(({ names }) => parts.includes(names.name))?.names.name;
  // A file name is less helpful than its folder.
  const looked = parts.findLast((part) => part !== service && !part.includes('.')) ?? '';
  // What is missing in a service is looked for in that service.
  input.value = service === undefined || looked === '' ? (service ?? looked) : `${service}:${looked}`;
  const like = (word: string): readonly HTMLElement[] =>
    rows
      .map(({ row, names }) => ({ row, rank: rankOf(names, word.toLowerCase()) ?? none }))
      .filter(({ rank }) => rank !== none)
      .sort((a, b) => a.rank - b.rank)
      .map(({ row }) => row);
  const words = parts.reverse().flatMap((part) => [part, part.slice(0, 4), part.slice(0, 3)]);
  const found = (service === undefined ? words : [service]).map(like).find(({ length }) => length > 0) ?? [];
  const links = found.slice(0, most).flatMap((row) => [' ', row.querySelector('a')?.cloneNode(true) ?? '']);
  if (links.length > 0)
    document
      .querySelector('[data-like]')
      ?.append(found.length === 1 ? 'Is it this service?' : 'Is it one of these services?', ...links);
}

/** No rank is as high. */
const none = 99;
/** So many similar names are shown. */
const most = 6;
