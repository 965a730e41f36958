/**
 * The page that compares two versions: reads the address, fills the form, loads the histories, and shows the changes.
 */
import type { HistoryJson } from '../../../view/api/history-json.ts';
import { allReleases, countBetween, isWayBack } from '../../../view/compare/at-version.ts';
import { compareMarkdown, type Shown } from '../../../view/compare/compare-markdown.ts';
import { compareView } from '../../../view/compare/compare-view.ts';
import { betweenWords } from '../../../view/compare/compare-words.ts';
import { addressFrom } from '../../../view/compare/pattern-address.ts';
import { versionAtOrBefore } from '../../../view/compare/release-runs.ts';
import { verdictOverAll, worstServicesFirst } from '../../../view/compare/several.ts';
import { withSimilar } from '../../../view/compare/similar-names.ts';
import { typedVersion } from '../../../view/compare/typed-version.ts';
import { otherNames } from '../../../view/site/service-names.ts';
import { copyOnClick } from '../copy.ts';
import { mine } from '../mine/mine.ts';
import { namedServices } from '../named-services.ts';
import { comparedElements, type Links, overAll, serviceAnchor } from './compared.ts';
import { element, link } from './dom.ts';
import { loadHistory, NoSuchHistory } from './load-history.ts';

const form = document.querySelector<HTMLFormElement>('[data-compare-form]');
const place = document.querySelector<HTMLElement>('[data-compare]');
const said = document.querySelector<HTMLElement>('[data-compare-said]');

/** The services and versions that the address or the form asks for. */
interface Asked {
  readonly services: string;
  readonly from: string;
  readonly to: string;
}

class Compare {
  readonly #form: HTMLFormElement;
  readonly #place: HTMLElement;
  readonly #said: HTMLElement;
  /** Counts the questions, so that a late answer to an older one is dropped. */
  #turn = 0;
  /** The question that the page answers now. */
  #shown: string | null = null;
  /** The answer that the page shows. */
  #answer: Omit<Shown, 'url'> | null = null;

  constructor(form: HTMLFormElement, place: HTMLElement, said: HTMLElement) {
    this.#form = form;
    this.#place = place;
    this.#said = said;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask({ services: this.#input.value.trim(), from: this.#from.value.trim(), to: this.#to.value.trim() });
    });
    form.querySelector('[data-swap]')?.addEventListener('click', () => {
      const [from, to] = [this.#from.value.trim(), this.#to.value.trim()];
      this.#ask({ services: this.#input.value.trim(), from: to, to: from });
    });
    this.#input.addEventListener('input', () => this.#allow(this.#input.value.trim() !== ''));
    this.#input.addEventListener('change', () => void this.#fill());
    // A link to a section of the page is not a new question.
    addEventListener('popstate', () => {
      if (location.search !== this.#shown) void this.show();
    });
    const copy = document.querySelector<HTMLButtonElement>('[data-copy-comparison]');
    if (copy !== null) copyOnClick(copy, () => this.#markdown());
  }

  get #input(): HTMLInputElement {
    // The page has these three, or this script does not run on it.
    return this.#form.querySelector('input') as HTMLInputElement;
  }

  get #from(): HTMLInputElement {
    // Made together with the form.
    return this.#form.querySelector('[name=from]') as HTMLInputElement;
  }

  get #to(): HTMLInputElement {
    // Made together with the form.
    return this.#form.querySelector('[name=to]') as HTMLInputElement;
  }

  /** Answers the question in the address. */
  async show(): Promise<void> {
    this.#shown = location.search;
    const asked = new URLSearchParams(location.search);
    const services = asked.get('s') ?? '';
    if (document.activeElement !== this.#input) this.#input.value = services;
    this.#allow(services !== '');
    if (services === '') {
      this.#place.replaceChildren();
      return;
    }
    const turn = ++this.#turn;
    const ids = this.#idsOf(services);
    if (ids.length === 0) {
      this.#sayNoneFollowed();
      return;
    }
    this.#say('Loading…');
    const histories = await this.#load(ids);
    if (turn !== this.#turn || histories === undefined) return;
    this.#suggest(histories);
    const chosen = chosenVersions(histories, asked.get('from'), asked.get('to'));
    [this.#from.value, this.#to.value] = [chosen.from, chosen.to];
    if (chosen.from === '' || chosen.to === '') {
      this.#say('There are no two versions to compare.');
      return;
    }
    const known = {
      newest: this.#place.dataset.newest || null,
      ids: allReleases(histories).map(({ id }) => id),
    };
    const [from, to] = [typedVersion(chosen.from, known), typedVersion(chosen.to, known)];
    if (from.version === null) this.#say(from.why);
    else if (to.version === null) this.#say(to.why);
    else {
      const [older, newer] = [this.#known(from.version, known.ids), this.#known(to.version, known.ids)];
      this.#keep(ids, chosen);
      const same = asked.get('to') ? null : sameUntil(chosen.to, known.newest);
      this.#print(histories, older.version, newer.version, [from.told, to.told, older.told, newer.told, same]);
    }
  }

  /** A version that was never released is replaced by the one before it, with a note. */
  #known(version: string, ids: readonly string[]): { readonly version: string; readonly told: string | null } {
    const before = versionAtOrBefore(this.#place.dataset.versions ?? '', version);
    if (before === null || before === version || ids.includes(version)) return { version, told: null };
    return { version: before, told: `No release ${version} is known: compared as ${before}.` };
  }

  /** The address names what it left open, so that it has the same answer for others, and after the next release. */
  #keep(ids: readonly string[], { from, to }: Pick<Asked, 'from' | 'to'>): void {
    const asked = new URLSearchParams({ s: ids.join(','), from, to });
    history.replaceState(history.state, '', `?${asked}${location.hash}`);
    this.#shown = location.search;
  }

  #markdown(): string {
    if (this.#answer === null) return '';
    return compareMarkdown({ ...this.#answer, url: location.href.replace(/#.*/, '') });
  }

  /** Versions can be selected once there is a service. */
  #allow(isChosen: boolean): void {
    const words = isChosen ? [`${earlier} releases back`, 'newest'] : [noService, noService];
    for (const [at, input] of [this.#from, this.#to].entries()) {
      input.disabled = !isChosen;
      input.placeholder = words[at] ?? '';
    }
  }

  #ask({ services, from, to }: Asked): void {
    const asked = new URLSearchParams({ s: services, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) });
    history.pushState(null, '', `${location.pathname}?${asked}`);
    void this.show();
  }

  /** Lists the releases of the typed services, without comparing yet. */
  async #fill(): Promise<void> {
    const ids = this.#idsOf(this.#input.value);
    if (ids.length === 0) {
      if (this.#input.value.trim() === '') this.#say('');
      else this.#sayNoneFollowed();
      return;
    }
    const turn = ++this.#turn;
    const histories = await this.#load(ids);
    if (turn !== this.#turn || histories === undefined) return;
    this.#suggest(histories);
    this.#say('');
  }

  /** Suggests the releases that changed one of the services. Other versions can still be typed. */
  #suggest(histories: readonly HistoryJson[]): void {
    const options = allReleases(histories).map(({ id, date }) =>
      optionOf(id, date === null || date === id ? '' : date),
    );
    this.#form.querySelector('#compare-releases')?.replaceChildren(...options);
  }

  /** The ids in a text such as `lambda, s3`; `mine` means the services that the reader follows. */
  #idsOf(text: string): readonly string[] {
    const names = this.#options.map((one) => ({ name: one.value, title: one.text, aliases: otherNamesOf(one) }));
    const named = namedServices(text, [{ name: 'mine', title: '', aliases: [] }, ...names]);
    return [...new Set(named.flatMap(({ typed, id }) => (id === 'mine' ? mine() : [id ?? typed])))];
  }

  get #options(): readonly HTMLOptionElement[] {
    return [...this.#form.querySelectorAll<HTMLOptionElement>('#compare-services option')];
  }

  /** The address of a service, from a pattern of the page. Of two ids that disks confuse, one has an unusual address. */
  #addressOf(pattern: string, id: string): string {
    const slug = this.#options.find(({ value }) => value === id)?.dataset.slug;
    return addressFrom(pattern, { id, ...(slug !== undefined && { slug }) });
  }

  async #load(ids: readonly string[]): Promise<readonly HistoryJson[] | undefined> {
    const pattern = this.#place.dataset.histories ?? '';
    const all = await Promise.allSettled(ids.map((id) => loadHistory(this.#addressOf(pattern, id))));
    const failed = ids.filter((_, at) => all[at]?.status === 'rejected');
    if (failed.length > 0) {
      const strange = ids.filter((_, at) => {
        const one = all[at];
        return one?.status === 'rejected' && one.reason instanceof NoSuchHistory;
      });
      if (strange.length > 0) {
        const known = this.#options.map(({ value }) => value);
        this.#say(`No service here is called ${withSimilar(strange, known)}.`);
      } else this.#sayFailed(failed);
      return undefined;
    }
    return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  #print(histories: readonly HistoryJson[], from: string, to: string, told: readonly (string | null)[]): void {
    const compared = histories.map((one) => ({ ...compareView(one, from, to), history: one }));
    const views = worstServicesFirst(compared);
    const ids = views.map(({ title }) => title);
    const parts = views.map((view) => {
      const title = element('h2', '', link(view.history.url, view.title), `: ${from} to ${to}`);
      title.id = serviceAnchor(view.title);
      return element('section', 'compare-service', title, ...comparedElements(view, this.#linksOf(view.history)));
    });
    this.#place.replaceChildren(...(views.length > 1 ? [overAll(verdictOverAll(views))] : []), ...parts);
    // The address may link to a section that did not exist when the page opened.
    const jumps = [...this.#place.querySelectorAll<HTMLAnchorElement>('.verdict a')];
    if (location.hash !== '') jumps.find(({ hash }) => hash === location.hash)?.click();
    const words = isWayBack(from, to)
      ? `This is the way back, from ${from} to ${to}. Limits, descriptions and the wire are not compared this way.`
      : `Compared: ${betweenWords(countBetween(histories, from, to), ids)}.`;
    const said = [words, ...told.filter((one) => one !== null)].join(' ');
    this.#said.textContent = said;
    this.#answer = { from, to, said, views };
  }

  #linksOf({ url, slugs }: HistoryJson): Links {
    const rules = this.#place.dataset.rules ?? '';
    return {
      operation: (name) => `${url}${encodeURIComponent(Object.hasOwn(slugs, name) ? (slugs[name] ?? '') : name)}/`,
      rule: (kind) => rules.replace('*', encodeURIComponent(kind)),
    };
  }

  #say(words: string): void {
    this.#said.textContent = words;
    if (words !== '') this.#place.replaceChildren();
  }

  #sayNoneFollowed(): void {
    this.#say('You follow no service yet: write some ids instead of mine, or ');
    this.#said.append(link(this.#place.dataset.mine ?? '', 'choose some'), '.');
    this.#place.replaceChildren();
  }

  #sayFailed(ids: readonly string[]): void {
    this.#say('The histories did not come.');
    const again = element('button', 'button', 'Try again');
    again.type = 'button';
    again.addEventListener('click', () => void this.show());
    const pages = ids.flatMap((id) => [' ', link(this.#addressOf(this.#place.dataset.changes ?? '', id), id)]);
    this.#place.replaceChildren(element('p', '', again, ' or read all changes, release by release, of', ...pages, '.'));
  }
}

const noService = 'choose a service first';

/** The two versions asked for; by default the newest one and one a few releases older. */
function chosenVersions(
  histories: readonly HistoryJson[],
  from: string | null,
  to: string | null,
): { readonly from: string; readonly to: string } {
  const releases = allReleases(histories);
  const newest = releases[0]?.id ?? '';
  const before = releases[Math.min(earlier, releases.length - 1)]?.id ?? newest;
  return { from: from || before, to: to || newest };
}

/** A reader who chose no version gets the version of the last change, which may be older than the newest one. */
function sameUntil(changed: string, newest: string | null): string | null {
  return newest === null || newest === changed ? null : `${changed} has the newest change: ${newest} is the same.`;
}

/** The number of releases between the two default versions. */
const earlier = 10;

function otherNamesOf({ text: title, dataset }: HTMLOptionElement): readonly string[] {
  return otherNames({ title, aliases: dataset.alias?.split(';') ?? [] });
}

function optionOf(value: string, text: string): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = value;
  option.label = text;
  return option;
}

if (form !== null && place !== null && said !== null) void new Compare(form, place, said).show();
