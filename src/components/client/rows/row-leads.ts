/** What a filtered row leads with: the first sentence of a chosen mark, or how many changes of that mark its page has. */

/** The rows that a filter changed, as they were before. */
export class RowLeads {
  readonly #before = new Map<Element, readonly Node[]>();

  /** Makes a row lead with one of the tones; without tones it leads as it did at first. */
  show(row: HTMLElement, tones: readonly string[]): void {
    dimOthers(row, tones);
    const lead = row.querySelector('.entry-lead summary, div.entry-lead > p');
    if (lead === null) return;
    const list = row.querySelector('.entry-lead .lines');
    const places = list === null ? [lead] : [lead, list];
    for (const place of places) this.#restore(place);
    if (tones.length === 0 || tones.includes(toneOf(lead))) return;
    for (const place of places) this.#before.set(place, [...place.childNodes]);
    const usual = lineOf(...lead.childNodes);
    const lines = [...(list?.children ?? [])];
    const first = lines.find((line) => tones.includes(toneOf(line)));
    const links = countLinks(row, tones);
    // What opens a row may hold no links.
    if (first !== undefined) lead.append(...withoutLinks(first));
    else lead.append(...(list === null ? links : links.map((link) => `${link.textContent ?? ''} `)));
    list?.replaceChildren(
      ...(first === undefined ? links.map((link) => lineOf(link)) : []),
      usual,
      ...lines.filter((line) => line !== first),
    );
  }

  /** Touches only what was changed: new nodes, even the same ones, are laid out again. */
  #restore(place: Element): void {
    const before = this.#before.get(place);
    if (before !== undefined) place.replaceChildren(...before);
    this.#before.delete(place);
  }
}

/** A row that names services: those without a chosen mark stand back, where names have marks of that sort at all. */
function dimOthers(row: HTMLElement, tones: readonly string[]): void {
  const isTold = tones.length > 0 && !tones.some((tone) => tone !== 'breaks' && tone !== 'risk');
  for (const name of row.querySelectorAll('p.entry-lead > :is(a, .marked)'))
    name.classList.toggle('dim', isTold && !tones.includes(toneOf(name)));
}

/** The tone of a line, by the sign before its words; empty where it has none. */
export function toneOf(line: Element): string {
  return toneBySign[line.firstElementChild?.textContent?.trim()[0] ?? ''] ?? '';
}

const toneBySign: Readonly<Record<string, string>> = {
  ...{ '!': 'breaks', '?': 'risk', '+': 'new', '-': 'new', '~': 'new', '≈': 'words', '·': 'wire' },
};

/** `8 changes of words only`, with the way to them, for each tone that the row counts. */
function countLinks(row: HTMLElement, tones: readonly string[]): readonly HTMLAnchorElement[] {
  const url = row.querySelector<HTMLAnchorElement>('.entry-name')?.href ?? '';
  return tones.flatMap((tone) => {
    const count = /[\d,]+/.exec(row.querySelector(`.counts .${tone}`)?.textContent ?? '')?.[0];
    if (count === undefined) return [];
    const link = document.createElement('a');
    link.href = tone === 'words' || tone === 'wire' ? `${url}#${tone}` : url;
    link.textContent = `${count} ${count === '1' ? 'change' : 'changes'} ${toneWords[tone] ?? ''}`;
    return [link];
  });
}

const toneWords: Readonly<Record<string, string>> = {
  ...{ breaks: 'breaking callers', risk: 'that may break', new: 'new or looser' },
  ...{ words: 'of words only', wire: 'on the wire only' },
};

function lineOf(...nodes: readonly Node[]): HTMLElement {
  const line = document.createElement('li');
  line.append(...nodes);
  return line;
}

function withoutLinks(line: Element): readonly Node[] {
  const copy = document.createElement('li');
  copy.append(...[...line.childNodes].map((node) => node.cloneNode(true)));
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return [...copy.childNodes];
}
