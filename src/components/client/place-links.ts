/**
 * Adds links that can be computed from the page: to fields, shapes and cards, to further places of a change, to members
 * of shapes and their types, to errors, and to the releases of a history.
 */
import { placeAnchor } from '../../view/site/anchor-path.ts';
import { memberUrl, plainTypeName } from '../../view/site/shape-links.ts';
import { fragment, nameAnchor } from '../../view/site/urls.ts';
import { nameText } from './name-text.ts';

/** Adds the links. Thousands of pages have hundreds of them, so the HTML has only one link for each list. */
export function startPlaceLinks(): void {
  for (const name of document.querySelectorAll<HTMLAnchorElement>('.fields > li > p:first-child > a:not([href])'))
    name.href = fragment(name.closest('li')?.id);
  for (const name of document.querySelectorAll<HTMLAnchorElement>('.shapes > section > h2 > a:not([href])'))
    name.href = fragment(name.closest('section')?.id);
  for (const error of document.querySelectorAll<HTMLAnchorElement>('.errors > li > a:first-child:not([href])'))
    error.href = `../${fragment(nameAnchor('error', error.textContent ?? ''))}`;
  for (const head of document.querySelectorAll('.history > li > p')) linkRelease(head);
  for (const place of document.querySelectorAll('.card > div:last-child li > i')) linkPlace(place);
  for (const members of document.querySelectorAll('.shapes dl')) linkMembers(members);
  for (const type of document.querySelectorAll('.shapes dl i')) linkType(type);
  for (const card of document.querySelectorAll('.card')) linkCard(card);
}

/** The lines below it lead to the page of the release: the version leads to its beginning. */
function linkRelease(head: Element): void {
  const line = head.nextElementSibling?.querySelector('a');
  const { firstChild: version } = head;
  const [name, ...rest] = version?.textContent?.split(separator) ?? [];
  if (line == null || name === undefined) return;
  version?.replaceWith(link(line.pathname, name), separator + rest.join(separator));
}

function linkPlace(place: Element): void {
  const first = place.parentElement?.querySelector('a');
  const text = place.textContent ?? '';
  if (first != null) place.replaceWith(link(first.pathname + fragment(placeAnchor(text)), text));
}

/** Members of an error have no other page, so they get no link. */
function linkMembers(members: Element): void {
  const own = members.parentElement?.querySelector<HTMLAnchorElement>('.more a')?.href;
  const used = members.parentElement?.querySelector<HTMLAnchorElement>('.used a:not([href$="#errors"])')?.href;
  for (const { firstChild: name } of members.querySelectorAll('dt')) {
    const text = name?.textContent?.trim() ?? '';
    const url = text === '' ? null : memberUrl(own, used, text);
    if (url !== null) name?.replaceWith(link(url, text), ' ');
  }
}

/** The type of a member is the last word of its label, and stands in the list of its letter. */
function linkType(label: Element): void {
  const text = label.textContent ?? '';
  const name = label.firstElementChild === null ? plainTypeName(text) : null;
  if (name === null) return;
  label.replaceChildren(text.slice(0, -name.length), link(`../${name.charAt(0)}/${fragment(name)}`, name));
}

function linkCard(card: Element): void {
  const key = card.id || card.querySelector(':scope > .anchors > [id], :scope .chips > [id]')?.id;
  const title = card.querySelector(':scope > p:first-child');
  if (key === undefined || key === '' || title === null) return;
  const self = link(`#${key}`, '#');
  self.className = 'self';
  self.setAttribute('aria-label', 'Link to this change');
  title.append(self);
}

/** What stands between a version and its date. */
const separator = ' · ';

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.append(...nameText(text));
  return made;
}
