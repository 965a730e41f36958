/**
 * Marks the parts of a reference page that a version did not have yet. A part inside a marked one is not counted again.
 */
import { AsOfView } from '../../../view/compare/as-of-view.ts';
import { element } from './dom.ts';

type History = ConstructorParameters<typeof AsOfView>[0];

/** Marks one part, and adds it to those marked, unless it is inside one of them. */
function notYet(one: HTMLElement, marked: HTMLElement[]): void {
  one.classList.add('not-yet');
  (one.querySelector(':scope > p') ?? one).append(element('span', 'vh', ' (not there yet)'));
  if (one.parentElement?.closest('.not-yet') == null) marked.push(one);
}

/** Marks the fields, values and errors of one operation or shape. Returns those that the version did not have yet. */
export function markFields(page: HTMLElement, view: AsOfView): readonly HTMLElement[] {
  const marked: HTMLElement[] = [];
  for (const field of page.querySelectorAll<HTMLElement>('.fields > li[id]')) {
    const at = placeOf(field.id);
    if (at === undefined) continue;
    if (!view.hasField(at.direction, at.path)) notYet(field, marked);
    else markRequired(field, view.wasRequired(at.direction, at.path), field.id);
  }
  for (const value of page.querySelectorAll<HTMLElement>('.values li[id]')) {
    const [field = '', ...rest] = value.id.split('=');
    const at = placeOf(field);
    if (at !== undefined && !view.hasValue(at.direction, at.path, decoded(rest.join('=')))) notYet(value, marked);
  }
  for (const error of page.querySelectorAll<HTMLElement>('.errors > li'))
    if (!view.hasError(error.querySelector('a')?.textContent ?? '')) notYet(error, marked);
  return inOrder(marked);
}

/** As a reader meets them. */
function inOrder(marked: readonly HTMLElement[]): readonly HTMLElement[] {
  const isBefore = (a: Node, b: Node): boolean =>
    (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return marked.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** Marks the operations of a service. Operations that were removed later are labelled "still there". */
export function markOperations(
  list: HTMLElement,
  history: History,
  version: string,
  gone: ReadonlySet<string>,
): { readonly missing: readonly HTMLElement[]; readonly all: readonly HTMLElement[] } {
  const missing: HTMLElement[] = [];
  const all: HTMLElement[] = [];
  for (const line of list.querySelectorAll<HTMLElement>('li[data-name]')) {
    const name = line.dataset.name ?? '';
    if (gone.has(name)) {
      line.append(' ', element('span', 'tag then', 'still there'));
      all.push(line);
    } else if (
      line.querySelector('.gone') === null &&
      new AsOfView(history, { operation: name }, version).absent !== null
    ) {
      notYet(line, missing);
      all.push(line);
    }
  }
  return { missing, all };
}

/** Marks the shapes of a list, and the members and values of the shapes that the version had. */
export function markShapes(page: HTMLElement, history: History, version: string): readonly HTMLElement[] {
  const marked: HTMLElement[] = [];
  for (const section of page.querySelectorAll<HTMLElement>('.shapes > section')) {
    const view = new AsOfView(history, { shape: section.querySelector('h2 > a')?.textContent ?? '' }, version);
    if (view.absent !== null || !wasUsed(section, history, version)) {
      notYet(section, marked);
      continue;
    }
    for (const member of section.querySelectorAll<HTMLElement>(':scope > dl > dt'))
      if (!view.hasMember(member.firstChild?.textContent?.trim() ?? '')) notYet(member, marked);
    for (const value of section.querySelectorAll<HTMLElement>('.plain-values > li'))
      if (!view.hasValue('request', '', value.textContent ?? '')) notYet(value, marked);
  }
  return marked;
}

/**
 * A shape that came with an operation and never changed is not in the history. It was there if one of its places was.
 * If the page lists only some of its places, we cannot be sure that it was missing.
 */
function wasUsed(section: HTMLElement, history: History, version: string): boolean {
  const links = [...section.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')].filter(({ hash }) => hash.length > 1);
  const names = new Map(Object.entries(history.slugs).map(([name, slug]) => [slug, name]));
  if (links.length === 0 || / of /.test(section.querySelector('.used > summary')?.textContent ?? '')) return true;
  return links.some((link) => {
    const slug = decodeURIComponent(link.pathname.split('/').filter(Boolean).at(-1) ?? '');
    const view = new AsOfView(history, { operation: names.get(slug) ?? slug }, version);
    const at = placeOf(decodeURIComponent(link.hash.slice(1)));
    return view.absent === null && (at === undefined || view.hasField(at.direction, at.path));
  });
}

function markRequired(field: HTMLElement, was: boolean | undefined, id: string): void {
  const head = field.querySelector(':scope > p');
  const is = head?.querySelector(':scope > b') != null;
  if (head === null || was === undefined || was === is || id.startsWith('response.')) return;
  head.append(' ', element('span', 'type then', was ? 'required then' : 'optional then'));
}

/** The field for an id of the page. On the page of a shape, ids begin with `fields`. */
function placeOf(id: string): { readonly direction: 'request' | 'response'; readonly path: string } | undefined {
  const dot = id.indexOf('.');
  const direction = id.slice(0, dot);
  if (direction === 'fields') return { direction: 'request', path: decoded(id.slice(dot + 1)) };
  if (direction !== 'request' && direction !== 'response') return undefined;
  return { direction, path: decoded(id.slice(dot + 1)) };
}

/** Ids encode white space, and `=` inside names. */
function decoded(id: string): string {
  return id.replace(/~(?:(20|3d)(?![0-9a-f]*~)|([0-9a-f]{1,6})~)/g, (_, short?: string, long?: string) =>
    String.fromCodePoint(Number.parseInt(short ?? long ?? '20', 16)),
  );
}
