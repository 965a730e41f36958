/**
 * The services that the reader follows. They are kept only in this browser, can be starred on any page, and are counted
 * in the bar.
 */
import { decoded } from '../decoded.ts';
import { store, stored } from '../stored.ts';

/** The ids, in the order in which the reader starred them. */
export function mine(): readonly string[] {
  return (stored('mine') ?? '').split(',').filter(Boolean).map(decoded);
}

/** Stores new ids and updates the page. */
export function setMine(ids: readonly string[]): void {
  const all = [...new Set(ids)];
  store('mine', all.length === 0 ? null : all.map(encodeURIComponent).join(','));
  show();
  dispatchEvent(new Event('apidelta-mine'));
}

/** The ids in an address after `#`, each once: `s3,ec2`. */
export function idsIn(fragment: string): readonly string[] {
  return [...new Set(fragment.replace(/^#/, '').split(',').filter(Boolean).map(decoded))];
}

/** The ids in the form of an address. */
export function fragmentOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `#${ids.map(encodeURIComponent).join(',')}`;
}

/** Adds a star wherever the page has a place for one. */
export function startMine(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-star-of]'))
    place.append(starOf(place.dataset.starOf ?? ''));
  for (const row of document.querySelectorAll<HTMLElement>('#services.service-rows > [data-name]'))
    row.prepend(starOf(row.dataset.name ?? ''));
  const count = document.createElement('span');
  count.dataset.mineCount = '';
  document.querySelector('.bar-mine')?.append(' ', count);
  // Another open page of the site may change the list.
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
