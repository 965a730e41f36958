/** Makes elements from text only: text of a source never becomes markup. */

import type { GlyphView } from '../../../view/changes/glyph.ts';
import { sentenceParts } from '../../../view/compare/sentence-parts.ts';
import { nameText } from '../name-text.ts';

/** An element with a class and its children. */
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
  return element('code', '', ...nameText(text));
}

/** A sentence, with names between backticks as code. */
export function sentence(text: string): readonly (Node | string)[] {
  return sentenceParts(text).map((part) => (part.code ? code(part.text) : part.text));
}

/** The sign in front of a line, with its meaning for screen readers. */
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
