/** Elements made of text alone: nothing that a source says becomes markup. */

import type { GlyphView } from '../../../view/changes/glyph.ts';
import { sentenceParts } from '../../../view/compare/sentence-parts.ts';

/** An element with a class and what is in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...inside);
  return made;
}

export function link(url: string, ...inside: (Node | string)[]): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = url;
  made.append(...inside);
  return made;
}

export function code(text: string): HTMLElement {
  return element('code', '', text);
}

/** A sentence; names between backticks are code. */
export function sentence(text: string): readonly (Node | string)[] {
  return sentenceParts(text).map((part) => (part.code ? code(part.text) : part.text));
}

/** A sign of the gutter, with its meaning for those who hear the page. */
export function sign({ tone, sign: text, words }: GlyphView, silent = false): HTMLElement {
  const shown = element('span', '', text);
  shown.setAttribute('aria-hidden', 'true');
  const made = element('span', `glyph ${tone}`, shown);
  if (!silent) made.append(element('span', 'vh', ` ${words}: `));
  made.title = words;
  return made;
}

export function fold(title: readonly (Node | string)[], ...inside: Node[]): HTMLElement {
  return element('details', 'fold', element('summary', '', ...title), ...inside);
}
