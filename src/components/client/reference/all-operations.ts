/**
 * The button that lists all operations of the service at the side. A page has only those about its own resource there:
 * with all of them, every page would change with each new operation.
 */

/** Adds the button where the list is not whole. */
export function startAllOperations(): void {
  const list = document.querySelector('#side-list');
  const all = list?.querySelector<HTMLAnchorElement>('.all[href$="#operations"]');
  if (list == null || all == null) return;
  const shown = list.querySelectorAll('li').length;
  // Without a resource the list is whole, or has only this page.
  if (list.querySelector('.side-noun') === null && shown > 2) return;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'quiet', textContent: 'Show them here' });
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const answer = await fetch(all.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const groups = [...page.querySelectorAll('#operation-list > *')].map((group) => groupOf(group, all.href));
      if (!answer.ok || groups.length === 0) throw new Error('no operations');
      list.replaceChildren(...groups.flat());
      showCurrent(list);
    } catch {
      location.href = all.href;
    }
  });
  all.closest('ul')?.after(button);
}

/** Brings this page's own name into sight and focus. Only the list scrolls, not the page. */
function showCurrent(list: Element): void {
  const current = list.querySelector<HTMLElement>('[aria-current]');
  if (current === null) return;
  // The column scrolls on a wide screen, the list itself where it opens over the page.
  for (const box of [list.parentElement ?? list, list])
    box.scrollTop += current.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 2;
  current.focus({ preventScroll: true });
}

/** A resource with its operations. The links are made anew, because they are relative to the page of the service. */
function groupOf(group: Element, page: string): readonly Element[] {
  const noun = document.createElement('p');
  noun.className = 'side-noun';
  noun.textContent = group.querySelector('summary')?.firstChild?.textContent ?? '';
  // The operations of a small service are not grouped.
  const heads = noun.textContent === '' ? [] : [noun];
  const links = document.createElement('ul');
  for (const found of group.querySelectorAll('a')) {
    const link = document.createElement('a');
    link.href = new URL(found.getAttribute('href') ?? '', page).href;
    link.className = found.className;
    link.textContent = found.textContent;
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
    const row = document.createElement('li');
    row.append(link);
    links.append(row);
  }
  return [...heads, links];
}
