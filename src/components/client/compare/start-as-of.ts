/** Marks on the page of an operation what a version did not have yet, and lists what it still had. */
import { AsOfView, type StillThere } from '../../../view/compare/as-of-view.ts';
import { typedVersion } from '../../../view/compare/typed-version.ts';
import { code, element, link } from './dom.ts';
import { loadHistory, NoSuchHistory } from './load-history.ts';

const place = document.querySelector<HTMLElement>('.operation');
const typed = (new URLSearchParams(location.search).get('as-of') ?? '').trim();

/** The banner lies over the foot of the page, so that nothing moves. */
const told = element('div', '');
told.setAttribute('role', 'status');
const banner = element('aside', 'as-of', told);
banner.setAttribute('aria-label', 'Shown version');

async function start(page: HTMLElement): Promise<void> {
  document.body.append(banner);
  say(`Loading what ${typed} had…`);
  try {
    const history = await loadHistory(historyAddress(), '');
    const known = { newest: null, ids: history.releases.map(({ id }) => id) };
    const read = typedVersion(typed, known);
    if (read.version === null) {
      say(read.why, ' ', newest());
      return;
    }
    const { version } = read;
    const view = new AsOfView(history, page.querySelector('h1')?.textContent ?? '', version);
    if (view.absent !== null) {
      say(absences(version)[view.absent], ' ', newest());
      return;
    }
    const marked = mark(page, view);
    const more = view.stillThere();
    say(
      element('b', '', `As of ${version}`),
      `: ${markedWords(marked)}. `,
      newest(),
      ...(more.length === 0 ? [] : [stillThere(more)]),
    );
  } catch (error) {
    const again = element('button', 'button', 'Try again');
    again.type = 'button';
    again.addEventListener('click', () => void start(page));
    const why = error instanceof NoSuchHistory ? 'There is no history of this service.' : 'The history did not come.';
    say(`${why} `, again, ' or read ', link('#history', 'what changed'), '.');
  }
}

/** The history of a service has the name of its JSON, in the folder beside. */
function historyAddress(): string {
  const json = document.querySelector<HTMLLinkElement>('link[type="application/json"]')?.href ?? '';
  return json.replace(/services\/(?=[^/]*$)/, 'history/');
}

function markedWords(count: number): string {
  if (count === 0) return 'all that is here was there';
  return count === 1
    ? 'one part of this was not there yet, and is struck out'
    : `${count} parts of this were not there yet, and are struck out`;
}

const absences = (version: string) => ({
  'service-unknown': `Nobody knows how this was in ${version}.`,
  'service-absent': `The service was not there in ${version}.`,
  'operation-absent': `This operation was not there in ${version}.`,
});

function say(...words: (Node | string)[]): void {
  told.replaceChildren(...words);
}

function newest(): HTMLAnchorElement {
  const address = new URL(location.href);
  address.searchParams.delete('as-of');
  return link(address.pathname + address.search + address.hash, 'Show the newest');
}

/** Marks fields, values and errors; gives how many were not there yet, not counting what is inside of those. */
function mark(page: HTMLElement, view: AsOfView): number {
  let count = 0;
  const notYet = (one: Element): void => {
    one.classList.add('not-yet');
    if (one.parentElement?.closest('.not-yet') == null) count++;
    const said = element('span', 'vh', ' (not there yet)');
    (one.querySelector(':scope > p') ?? one).append(said);
  };
  for (const field of page.querySelectorAll<HTMLElement>('.fields > li[id]')) {
    const at = placeOf(field.id);
    if (at === undefined) continue;
    if (!view.hasField(at.direction, at.path)) notYet(field);
    else markRequired(field, view.wasRequired(at.direction, at.path), at.direction);
  }
  for (const value of page.querySelectorAll<HTMLElement>('.values li[id]')) {
    const [field = '', ...rest] = value.id.split('=');
    const at = placeOf(field);
    if (at !== undefined && !view.hasValue(at.direction, at.path, decoded(rest.join('=')))) notYet(value);
  }
  for (const error of page.querySelectorAll<HTMLElement>('.errors > li'))
    if (!view.hasError(error.querySelector('a')?.textContent ?? '')) notYet(error);
  return count;
}

function markRequired(field: HTMLElement, was: boolean | undefined, direction: string): void {
  const head = field.querySelector(':scope > p');
  const is = head?.querySelector(':scope > b') != null;
  if (head === null || was === undefined || was === is || direction === 'response') return;
  head.append(' ', element('span', 'type then', was ? 'required then' : 'optional then'));
}

function stillThere(more: readonly StillThere[]): HTMLElement {
  const items = more.map(({ direction, path, value }) => {
    const where = [direction, path].filter(Boolean).join('.');
    if (direction === null) return element('li', '', 'error ', code(value ?? ''));
    return value === null ? element('li', '', code(where)) : element('li', '', code(value), ' of ', code(where));
  });
  const title = more.length === 1 ? 'One more was there' : `${more.length} more were there`;
  return element('details', '', element('summary', '', title), element('ul', '', ...items));
}

/** The field that an id of the page stands for. */
function placeOf(id: string): { readonly direction: 'request' | 'response'; readonly path: string } | undefined {
  const dot = id.indexOf('.');
  const direction = id.slice(0, dot);
  if (direction !== 'request' && direction !== 'response') return undefined;
  return { direction, path: decoded(id.slice(dot + 1)) };
}

/** Ids hold no white space, and no `=` of a name. */
function decoded(id: string): string {
  return id.replace(/~(?:(20|3d)(?![0-9a-f]*~)|([0-9a-f]{1,6})~)/g, (_, short?: string, long?: string) =>
    String.fromCodePoint(Number.parseInt(short ?? long ?? '20', 16)),
  );
}

if (place !== null && typed !== '') void start(place);
