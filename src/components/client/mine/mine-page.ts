/** Fills the page of followed services: the list, and their changes from the JSON of the last months. */
import { knownId } from '../../../view/compare/known-id.ts';
import { otherNames } from '../../../view/site/service-names.ts';
import { namedServices, strangeWords } from '../named-services.ts';
import type { Names } from '../rank.ts';
import { fragmentOf, idsIn, mine, setMine } from './mine.ts';
import { type MonthNews, rowsOf } from './mine-rows.ts';

/** Does nothing on other pages. */
export function startMinePage(): void {
  const place = document.querySelector<HTMLElement>('[data-mine-days]');
  const form = document.querySelector<HTMLFormElement>('[data-mine-form]');
  const input = form?.querySelector('input');
  if (place === null || form === null || input === undefined || input === null) return;
  const page = new MinePage(place, input);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void page.follow();
  });
  addEventListener('hashchange', () => page.show());
  addEventListener('apidelta-mine', () => page.show());
  document.querySelector('[data-row-filter]')?.addEventListener('change', () => page.linkFeeds());
  // After going back, a browser restores the filter.
  addEventListener('pageshow', () => page.linkFeeds());
  page.show();
}

class MinePage {
  readonly #place: HTMLElement;
  readonly #input: HTMLInputElement;
  #months: Promise<readonly MonthNews[]> | undefined;
  #known: Promise<readonly Names[]> | undefined;
  /** What an address named that is no service of this site. */
  #strange: ReadonlySet<string> = new Set();

  constructor(place: HTMLElement, input: HTMLInputElement) {
    this.#place = place;
    this.#input = input;
  }

  /** The services in the address; if it names none, those that the reader follows. */
  #ids(): readonly string[] {
    const named = idsIn(location.hash);
    return named.length > 0 ? named.filter((id) => !this.#strange.has(id)) : mine();
  }

  /** Whether the address names services that the reader does not follow: then the list is somebody else's. */
  #isShared(): boolean {
    const own = new Set(mine());
    return idsIn(location.hash).some((id) => !own.has(id));
  }

  show(): void {
    const ids = this.#ids();
    this.#showTitle(ids.length);
    if (document.activeElement !== this.#input) this.#input.value = ids.join(', ');
    this.#showChips(ids);
    this.linkFeeds();
    // Without services, there is nothing to filter.
    const filter = document.querySelector<HTMLElement>('[data-row-filter]');
    if (filter !== null) filter.hidden = ids.length === 0;
    if (ids.length === 0) {
      const isOwn = idsIn(location.hash).length === 0;
      this.#say(
        `${isOwn ? 'You follow no service yet' : 'The address names no service of this site'}. ${howToFollow} `,
      );
      this.#place.firstElementChild?.append(linkTo(this.#place.dataset.list, 'the list of services'), '.');
      return;
    }
    void this.#load(ids);
    // The reader's own list was checked when it was made.
    if (this.#isShared()) this.#nameShared(idsIn(location.hash)).catch(() => {});
  }

  /** Whoever looks only at what breaks callers wants these feeds. */
  linkFeeds(): void {
    const ids = this.#ids();
    const tones = [...document.querySelectorAll<HTMLInputElement>('[name=sev]:checked')].map(({ value }) => value);
    const end = ids.length > 0 && tones.join() === 'breaking' ? ';breaking' : '';
    const feeds = document.querySelector<HTMLAnchorElement>('[data-mine-feeds]');
    if (feeds !== null) feeds.hash = fragmentOf(ids) + end;
  }

  /** The ids of an address that somebody wrote by hand become those of the site; unknown ones are reported. */
  async #nameShared(ids: readonly string[]): Promise<void> {
    const known = await this.#loadKnown();
    const all = known.map(({ name }) => name);
    const named = [...new Set(ids.map((id) => knownId(all, id)))];
    if (named.join() !== ids.join()) {
      history.replaceState(null, '', location.pathname + location.search + fragmentOf(named));
      this.show();
      return;
    }
    const strange = ids.filter((id) => !all.includes(id));
    tellStrange(strange, known);
    if (strange.every((id) => this.#strange.has(id))) return;
    this.#strange = new Set(strange);
    this.show();
  }

  #showTitle(count: number): void {
    const isShared = this.#isShared();
    const title = document.querySelector('h1');
    if (title !== null)
      title.textContent = isShared
        ? `A shared list of ${count === 1 ? 'one service' : `${count === 0 ? 'no' : count} services`}`
        : 'My services';
    const whose = document.querySelector('[data-mine-whose]');
    const own = mine().length;
    if (whose !== null)
      whose.textContent = isShared
        ? `This list came with the address; your own ${own === 0 ? 'is empty' : own === 1 ? 'has one service' : `has ${own} services`}.`
        : 'The list stays in this browser; its address can be shared.';
    const button = document.querySelector('[data-mine-form] [type=submit]');
    if (button !== null)
      button.textContent = isShared ? 'Follow these, too' : own === 0 ? 'Follow these' : 'Save this list';
  }

  /**
   * Makes the typed services the reader's list and the page's address. A shared list is added to the reader's. Unknown
   * names are reported and left out; if all are unknown, the list and the text stay.
   */
  async follow(): Promise<void> {
    const said = document.querySelector('[data-mine-said]');
    try {
      const known = await this.#loadKnown();
      const wanted = namedServices(this.#input.value, known);
      tellStrange(
        wanted.flatMap(({ typed, id }) => (id === null ? [typed] : [])),
        known,
      );
      const taken = [...new Set(wanted.flatMap(({ id }) => id ?? []))];
      if (taken.length === 0 && wanted.length > 0) return;
      const all = this.#isShared() ? [...mine(), ...taken] : taken;
      history.replaceState(null, '', location.pathname + location.search + fragmentOf(taken));
      setMine(all);
    } catch {
      if (said !== null) said.textContent = 'The list of services did not come. Try again.';
    }
  }

  /** The names of all services. A failed request is tried again at the next call. */
  #loadKnown(): Promise<readonly Names[]> {
    this.#known ??= this.#loadServices();
    this.#known.catch(() => {
      this.#known = undefined;
    });
    return this.#known;
  }

  async #loadServices(): Promise<readonly Names[]> {
    // The site wrote the file.
    const { services } = (await loadJson(this.#place.dataset.services ?? '')) as {
      services: readonly { id: string; title: string; aliases: readonly string[] }[];
    };
    return services.map((one) => ({ name: one.id, title: one.title, aliases: otherNames(one) }));
  }

  async #load(ids: readonly string[]): Promise<void> {
    const urls = (this.#place.dataset.months ?? '').split(' ').filter(Boolean);
    try {
      // The site wrote these files.
      this.#months ??= Promise.all(urls.map((url) => loadJson(url) as Promise<MonthNews>));
      const months = await this.#months;
      const days = rowsOf(months, new Set(ids), this.#place.dataset.from ?? '');
      this.#place.replaceChildren(...days);
      if (days.length === 0) this.#say('Nothing changed in these services in the 90 days up to the newest release.');
      dispatchEvent(new Event('apidelta-rows'));
    } catch {
      this.#months = undefined;
      this.#sayFailed(ids);
    }
  }

  #say(words: string): void {
    const line = document.createElement('p');
    line.className = 'muted';
    line.textContent = words;
    this.#place.replaceChildren(line);
  }

  #sayFailed(ids: readonly string[]): void {
    this.#say('The changes did not come. ');
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button';
    again.textContent = 'Try again';
    again.addEventListener('click', () => void this.#load(ids));
    const home = linkTo(this.#place.dataset.home, 'the changes of all services');
    this.#place.firstElementChild?.append(again, ' or read ', home, '.');
  }

  #showChips(ids: readonly string[]): void {
    const list = document.querySelector('[data-mine-chips]');
    const own = new Set(mine());
    // Keeps the focus in its place for readers who use the keyboard.
    const focused = [...(list?.children ?? [])].findIndex((item) => item.contains(document.activeElement));
    list?.replaceChildren(
      ...ids.map((id) => {
        const item = document.createElement('li');
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'quiet';
        const isMine = own.has(id);
        button.textContent = isMine ? `${id} ✕` : `☆ ${id}`;
        button.setAttribute('aria-label', isMine ? `Follow ${id} no longer` : `Follow ${id}`);
        button.addEventListener('click', () => {
          const all = mine();
          const left = isMine ? all.filter((one) => one !== id) : [...all, id];
          if (location.hash !== '' && isMine)
            history.replaceState(null, '', location.pathname + fragmentOf(this.#ids().filter((one) => one !== id)));
          setMine(left);
        });
        item.append(button);
        return item;
      }),
    );
    if (focused < 0) return;
    const left = [...(list?.querySelectorAll('button') ?? [])];
    (left[Math.min(focused, left.length - 1)] ?? document.getElementById('mine-ids'))?.focus();
  }
}

const howToFollow = 'Write ids or names above, or press ☆ in';

/** Says which names are no services of this site. */
function tellStrange(strange: readonly string[], known: readonly Names[]): void {
  const said = document.querySelector('[data-mine-said]');
  if (said !== null)
    said.textContent = strange.length === 0 ? '' : `Not among the services here: ${strangeWords(strange, known)}.`;
}

async function loadJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function linkTo(url: string | undefined, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url ?? '';
  link.textContent = words;
  return link;
}
