/** Marks on a reference page the parts that a version did not have yet, and lists parts that it still had. */
import type { HistoryJson } from '../../../view/api/history-json.ts';
import type { ApiJson } from '../../../view/api/schemas.ts';
import { AsOfView, operationsStillThere, type StillThere } from '../../../view/compare/as-of-view.ts';
import { typedVersion } from '../../../view/compare/typed-version.ts';
import { markFields, markOperations, markShapes } from './as-of-marks.ts';
import { code, element, link } from './dom.ts';
import { loadHistory, NoSuchHistory } from './load-history.ts';

const place = document.querySelector<HTMLElement>('main');
const typed = (new URLSearchParams(location.search).get('as-of') ?? '').trim();

/** The banner covers the lower edge of the screen, so that nothing on the page moves. */
const told = element('div', '');
told.setAttribute('role', 'status');
const banner = element('aside', 'as-of', told);
banner.setAttribute('aria-label', 'Shown version');

async function start(page: HTMLElement): Promise<void> {
  document.body.append(banner);
  say(`Loading what ${typed} had…`);
  try {
    const [history, newestRelease] = await Promise.all([loadHistory(historyAddress()), loadNewest()]);
    const known = { newest: newestRelease, ids: history.releases.map(({ id }) => id) };
    const read = typedVersion(typed, known);
    if (read.version === null) {
      // The newest is what the page shows.
      say(read.why);
      return;
    }
    const { version } = read;
    const { thing, view } = viewOf(page, history, version);
    if (view.absent !== null) {
      say(absences(version, thing)[view.absent], ' ', newest());
      return;
    }
    const marked = mark(page, history, version, view);
    const more = page.querySelector('.operation') === null ? [] : view.stillThere();
    say(
      element('b', '', `As of ${version}`),
      `: ${marked.words}. `,
      ...(marked.stops.length === 0 ? [] : [jump(marked.stops), ' ']),
      newest(),
      ...(more.length === 0 ? [] : [stillThere(more, thing === 'shape')]),
    );
    page.querySelector('.code-panel')?.prepend(element('p', 'muted', 'This code is of the newest version.'));
  } catch (error) {
    const again = element('button', 'button', 'Try again');
    again.type = 'button';
    again.addEventListener('click', () => void start(page));
    const why = error instanceof NoSuchHistory ? 'There is no history of this service.' : 'The history did not come.';
    const changes = document.getElementById('history') ?? document.getElementById('changes');
    const instead = changes === null ? [] : [' or read ', link(`#${changes.id}`, 'what changed'), '.'];
    say(`${why} `, again, ...instead);
  }
}

/** The address of the history of the page's service, from the address of the page. */
function historyAddress(): string {
  const base = siteBase();
  const [, service = ''] = location.pathname.slice(base.length).split('/');
  return `${base}api/v1/history/${service}.json`;
}

/** The newest release of the site; null if it does not load. A page does not change with each release, so it has none. */
async function loadNewest(): Promise<string | null> {
  try {
    const response = await fetch(`${siteBase()}api/v1/latest.json`);
    // The site wrote the file.
    const { newest } = (await response.json()) as ApiJson<'latest'>;
    return newest?.id ?? null;
  } catch {
    return null;
  }
}

function siteBase(): string {
  return document.querySelector<HTMLAnchorElement>('.brand')?.pathname ?? '/';
}

/**
 * The content of the page as the version had it. The page of a service has no operation name: then only the whole
 * service can be absent.
 */
function viewOf(page: HTMLElement, history: HistoryJson, version: string) {
  const name = page.querySelector('.operation h1')?.textContent ?? '';
  const isShape = /\/shapes\/[^/]+\/$/.test(location.pathname);
  const view = new AsOfView(history, isShape ? { shape: name } : { operation: name }, version);
  return { thing: isShape ? ('shape' as const) : ('operation' as const), view };
}

/** What was marked: a sentence with its number, and where it is. */
interface Marked {
  readonly words: string;
  readonly stops: readonly HTMLElement[];
}

/** Marks the parts of the page. */
function mark(page: HTMLElement, history: HistoryJson, version: string, view: AsOfView): Marked {
  if (page.querySelector('.operation') !== null) return markedWords(markFields(page, view));
  const list = document.getElementById('operation-list');
  if (list === null) {
    const isSplit = page.querySelector('.shapes > section') === null;
    return isSplit
      ? { words: 'shapes are marked in the parts of this list', stops: [] }
      : markedWords(markShapes(page, history, version));
  }
  const gone = new Set(operationsStillThere(history, version));
  const { missing, all } = markOperations(list, history, version, gone);
  const count = missing.length;
  const words =
    count === 0
      ? 'all operations of today were there'
      : count === 1
        ? 'one operation was not there yet'
        : `${count} operations were not there yet`;
  const more = gone.size === 0 ? '' : `, and ${gone.size} more that ${gone.size === 1 ? 'is' : 'are'} gone since`;
  return { words: words + more, stops: all };
}

function markedWords(stops: readonly HTMLElement[]): Marked {
  // Each says beside it why: `not yet`.
  return { words: stops.length === 0 ? 'all that is here was there' : `${stops.length} struck out`, stops };
}

/** Goes to the first of the marked parts, and from there to the next one. After the last it begins again. */
function jump(stops: readonly HTMLElement[]): HTMLButtonElement {
  const button = element('button', 'button', 'Go to the first');
  button.type = 'button';
  let at = -1;
  button.addEventListener('click', () => {
    at = (at + 1) % stops.length;
    const stop = stops[at];
    if (stop === undefined) return;
    for (let fold = foldAround(stop); fold !== null; fold = foldAround(fold)) fold.open = true;
    stop.tabIndex = -1;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView();
    button.textContent = at + 1 < stops.length ? `Next (${at + 1} of ${stops.length})` : 'Go to the first';
  });
  return button;
}

function foldAround(element: Element): HTMLDetailsElement | null {
  return element.parentElement?.closest('details') ?? null;
}

const absences = (version: string, thing: string) => ({
  'service-unknown': `How this was in ${version} is not known.`,
  'service-absent': `The service was not there in ${version}.`,
  'operation-absent': `This ${thing} was not there in ${version}.`,
  'shape-absent': `This ${thing} was not there in ${version}.`,
});

function say(...words: (Node | string)[]): void {
  told.replaceChildren(...words);
}

function newest(): HTMLAnchorElement {
  const address = new URL(location.href);
  address.searchParams.delete('as-of');
  return link(address.pathname + address.search + address.hash, 'Back to the newest');
}

function stillThere(more: readonly StillThere[], isShape: boolean): HTMLElement {
  const items = more.map(({ direction, path, value }) => {
    const where = [isShape ? null : direction, path].filter(Boolean).join('.');
    if (direction === null) return element('li', '', 'error ', code(value ?? ''));
    return value === null ? element('li', '', code(where)) : element('li', '', code(value), ' of ', code(where));
  });
  const title = more.length === 1 ? 'One more was there' : `${more.length} more were there`;
  return element('details', '', element('summary', '', title), element('ul', '', ...items));
}

if (place !== null && typed !== '') void start(place);
