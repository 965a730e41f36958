/** The services that the reader follows: kept in this browser only, starred anywhere, counted in the bar. */
import { store, stored } from '../stored.ts';

/** The ids, in the order in which they were starred. */
export function mine(): readonly string[] {
  return (stored('mine') ?? '').split(',').filter(Boolean).map(decoded);
}

/** Keeps other ids, and shows them everywhere on the page. */
export function setMine(ids: readonly string[]): void {
  const all = [...new Set(ids)];
  store('mine', all.length === 0 ? null : all.map(encodeURIComponent).join(','));
  show();
  dispatchEvent(new Event('apidelta-mine'));
}

/** Ids as an address has them behind its `#`: `s3,ec2`. */
export function idsIn(fragment: string): readonly string[] {
  return fragment.replace(/^#/, '').split(',').filter(Boolean).map(decoded);
}

/** Ids as an address has them. */
export function fragmentOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `#${ids.map(encodeURIComponent).join(',')}`;
}

/** Puts a star where the page keeps a place for one, and makes it work. */
export function startMine(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-star-of]'))
    place.append(starOf(place.dataset.starOf ?? ''));
  for (const row of document.querySelectorAll<HTMLElement>('#services.service-rows > [data-name]'))
    row.prepend(starOf(row.dataset.name ?? ''));
  // Another page of the site may change it meanwhile.
  addEventListener('storage', show);
  show();
}

function starOf(id: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'star';
  button.dataset.star = id;
  button.setAttribute('aria-label', `Follow ${id}`);
  button.addEventListener('click', () => {
    const all = mine();
    setMine(all.includes(id) ? all.filter((one) => one !== id) : [...all, id]);
  });
  return button;
}

function show(): void {
  const all = new Set(mine());
  for (const button of document.querySelectorAll<HTMLElement>('[data-star]')) {
    const isMine = all.has(button.dataset.star ?? '');
    button.setAttribute('aria-pressed', String(isMine));
    button.textContent = isMine ? '★' : '☆';
  }
  for (const count of document.querySelectorAll('[data-mine-count]'))
    count.textContent = all.size === 0 ? '' : String(all.size);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
