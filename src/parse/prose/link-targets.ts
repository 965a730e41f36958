/** RST may give a name to an address, anywhere in a text, and link to the name: documentation until 2023 did. */

/**
 *     > .. _Template Anatomy: https://docs.example.com/template.html
 *     > .. _Widgets\: how they work: https://docs.example.com/widgets.html
 */
export const linkTarget = /^\.\. _(`[^`\n]+`(?=:)|(?:\\.|[^\\\n:]|:(?!\s))+): +(\S+)[ \t]*\r?$/;
const mark = '.. _';

/** The named addresses of a text. They are looked for when the first name is asked for: few texts have any. */
export class LinkTargets {
  readonly #text: string;
  #found: ReadonlyMap<string, string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The address of a name, as RST compares names: without regard to letter case and white space. */
  of(name: string): string | undefined {
    this.#found ??= targetsIn(this.#text);
    return this.#found.get(keyOf(name));
  }
}

function targetsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    let from = at;
    while (text[from - 1] === ' ') from--;
    if (from > 0 && text[from - 1] !== '\n') continue;
    const end = text.indexOf('\n', at);
    const [, name, address] = linkTarget.exec(text.slice(at, end === -1 ? text.length : end)) ?? [];
    if (name !== undefined && address !== undefined) found.set(keyOf(name.replace(/^`(.*)`$/, '$1')), address);
  }
  return found;
}

function keyOf(name: string): string {
  return name.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ').trim().toLowerCase();
}
