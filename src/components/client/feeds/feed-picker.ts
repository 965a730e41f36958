/** The picker on the page of feeds: finds services, selects some, and makes a file of their feeds for feed readers. */
import { decoded } from '../decoded.ts';
import { mine } from '../mine/mine.ts';
import { namedServices, strangeWords } from '../named-services.ts';
import { type Names, rankOf } from '../rank.ts';

/** Makes the picker work. */
export function startFeedPicker(): void {
  const form = document.querySelector<HTMLFormElement>('[data-feed-picker]');
  const list = form?.querySelector('ul.feed-list');
  const filter = form?.querySelector<HTMLInputElement>('[type=search]');
  const addresses = form?.querySelector('textarea');
  if (!form || !list || !filter || !addresses) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-id]')].map((row) => ({
    row,
    id: row.dataset.id ?? '',
    title: row.querySelector('label > span')?.textContent ?? '',
    names: namesOfService(row),
    // Every row of the page has both.
    box: row.querySelector('input') as HTMLInputElement,
    feed: row.querySelector('a') as HTMLAnchorElement,
  }));
  // The page has all parts that this script asks for.
  const part = <T extends Element>(name: string) => form.querySelector<T>(`[data-${name}]`) as T;
  const about = () => form.querySelector<HTMLInputElement>('[name=about]:checked')?.value ?? '';
  const chosen = () => rows.filter(({ box }) => box.checked);
  const addressOf = ({ feed }: { readonly feed: HTMLAnchorElement }) => feed.href.replace(/(?=feed\.xml$)/, about());

  const names = rows.map((row) => row.names);
  const say = (words: string): void => {
    part<HTMLOutputElement>('strange').value = words;
  };
  const byRank = (typed: string) =>
    rows
      .flatMap((one) => {
        const rank = rankOf(one.names, typed.trim().toLowerCase());
        return rank === null ? [] : [{ one, rank }];
      })
      // The sort is stable, so equal rows keep their order.
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one);
  /** The services that a text names, and what names none; then those that its last name, still being typed, may become. */
  const asked = (typed: string) => {
    const parts = namedServices(typed, names);
    const named = parts.flatMap(({ id }) => rows.find((one) => one.id === id) ?? []);
    const strange = parts.flatMap((one) => (one.id === null ? [one.typed] : []));
    const isList = parts.length > 1 || /[,;\n]/.test(typed);
    const last = parts.at(-1);
    const maybe = isList ? (last?.id === null ? byRank(last.typed) : []) : byRank(typed);
    return { named, maybe, strange, isList };
  };
  const narrow = (isTyping = true): void => {
    const { named, maybe } = asked(filter.value);
    const fitting = [...new Set([...named, ...maybe])];
    // What was not found stays in the input: whoever looks for it by hand needs the list.
    const found = filter.value.trim() === '' || (!isTyping && fitting.length === 0) ? rows : fitting;
    for (const one of rows) one.row.hidden = !found.includes(one);
    list.append(...found.map(({ row }) => row));
    say(found.length === 0 ? 'No service here fits.' : '');
  };
  const tell = (isTyped = true): void => {
    const all = chosen();
    part<HTMLOutputElement>('chosen').value =
      all.length === 0 ? 'No service chosen' : `${all.length} chosen: ${all.map(({ id }) => id).join(', ')}`;
    for (const name of ['download', 'clear']) part<HTMLButtonElement>(name).disabled = all.length === 0;
    part('download').textContent = `Download ${all.length === 1 ? '1 feed' : `${all.length} feeds`} (OPML)`;
    part<HTMLElement>('named').hidden = all.length === 0;
    addresses.value = all.map(addressOf).join('\n');
    const hash = all.map(({ id }) => encodeURIComponent(id)).join(',');
    part<HTMLAnchorElement>('on-page').hash = hash;
    const end = about() === '' || hash === '' ? '' : ';breaking';
    if (isTyped) history.replaceState(null, '', hash === '' ? location.pathname : `#${hash}${end}`);
  };
  /** Chooses what a list names, or the first that is shown for a single name; returns the names that are none. */
  const choose = (typed: string): readonly string[] => {
    const { named, maybe, strange, isList } = asked(typed);
    const all = isList ? named : [...named, ...maybe].slice(0, 1);
    for (const { box } of all) box.checked = true;
    return isList || all.length === 0 ? strange : [];
  };
  const readAddress = (): void => {
    const [names = '', end] = location.hash.slice(1).split(';');
    const wanted = new Set(names.split(',').map(decoded));
    if (rows.some(({ id }) => wanted.has(id))) {
      for (const { id, box } of rows) box.checked = wanted.has(id);
      const radios = form.querySelectorAll<HTMLInputElement>('[name=about]');
      for (const radio of radios) radio.checked = (radio.value !== '') === (end === 'breaking');
    }
    tell(false);
  };

  filter.addEventListener('input', () => narrow());
  filter.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    const strange = event.key === 'Enter' ? choose(filter.value) : [];
    filter.value = strange.join(', ');
    narrow(false);
    tell();
    if (strange.length > 0) say(`Not found: ${strangeWords(strange, names)}.`);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => tell());
  part('mine').addEventListener('click', () => {
    const own = new Set(mine());
    // Services that are selected already stay selected.
    for (const { id, box } of rows) if (own.has(id)) box.checked = true;
    tell();
  });
  const tellMine = (): void => {
    const isEmpty = mine().length === 0;
    part<HTMLButtonElement>('mine').disabled = isEmpty;
    part<HTMLButtonElement>('mine').title = isEmpty ? 'You follow no service yet' : '';
  };
  for (const event of ['apidelta-mine', 'storage', 'pageshow']) addEventListener(event, tellMine);
  tellMine();
  part('clear').addEventListener('click', () => {
    for (const { box } of rows) box.checked = false;
    tell();
  });
  part('download').addEventListener('click', () => {
    const file = new Blob([opml(chosen().map((one) => [`${one.id}: ${one.title}`, addressOf(one)]))], {
      type: 'text/x-opml',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = fileName(chosen().length);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  addEventListener('hashchange', readAddress);
  // After going back, a browser restores inputs, but not their effect.
  addEventListener('pageshow', () => {
    narrow();
    readAddress();
  });
}

function namesOfService(row: HTMLElement): Names {
  return {
    name: row.dataset.id ?? '',
    title: row.querySelector('label > span')?.textContent?.toLowerCase() ?? '',
    aliases: (row.dataset.alias ?? '').split(';').filter(Boolean),
  };
}

/** Its name must differ from that of the file with all services. */
function fileName(count: number): string {
  return `apidelta-${count === 1 ? '1-service' : `${count}-services`}.opml`;
}

/** The content of the file: names and addresses of feeds. */
export function opml(feeds: readonly (readonly [string, string])[]): string {
  const text = (raw: string) => raw.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const lines = feeds.map(
    ([name, url]) => `<outline type="rss" text="${text(name)}" title="${text(name)}" xmlUrl="${text(url)}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n<head><title>API changes</title></head>\n<body>\n${lines.join('\n')}\n</body>\n</opml>\n`;
}
