/** Finds fields that are on other pages, by the names that the links to these pages carry. */
import { fragment } from '../../../view/site/urls.ts';

/** A part that has its own page, with the names there; null where the link does not carry them. */
interface Part {
  readonly label: string;
  readonly page: string;
  readonly names: readonly string[] | null;
}

const maxShown = 12;

/** The parts of a page that are on other pages, each once. */
export function partsElsewhere(): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    '.fields > li > .more:last-child > a:not([href^="#"])',
  )) {
    if (parts.has(link.href)) continue;
    const head = link.closest('li')?.querySelector('p');
    const label = head?.querySelector('i > a')?.textContent ?? head?.querySelector('a')?.textContent ?? '';
    parts.set(link.href, { label, page: link.href, names: link.dataset.names?.split(' ') ?? null });
  }
  return [...parts.values()];
}

/** The filter's note about other pages, with links; null where there is nothing to report. */
export function sayElsewhere(parts: readonly Part[], words: readonly string[]): Node | null {
  const found = parts.flatMap((part) =>
    (part.names ?? [])
      .filter((name) => words.every((word) => name.toLowerCase().includes(word)))
      .map((name) => link(`${part.page}${fragment(`fields.${name}`)}`, `${part.label} › ${name}`)),
  );
  const unknown = parts.filter(({ names }) => names === null).map(({ label, page }) => link(page, label));
  if (found.length + unknown.length === 0) return null;
  const said = document.createDocumentFragment();
  if (found.length > 0) {
    said.append('On other pages: ', ...listed(found.slice(0, maxShown)));
    said.append(found.length > maxShown ? ` and ${found.length - maxShown} more. ` : '. ');
  }
  if (unknown.length > 0) said.append('Not searched: ', ...listed(unknown), '.');
  return said;
}

function listed(links: readonly Node[]): readonly (Node | string)[] {
  return links.flatMap((one, at) => (at === 0 ? [one] : [', ', one]));
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}
