/** "Copy as Markdown": the content of a page as lines for an issue or a chat. */
import { copyOnClick } from './copy.ts';

/** Makes the button work. */
export function startMarkdown(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-copy-markdown]');
  const main = document.querySelector('main');
  if (button !== null && main !== null) copyOnClick(button, () => markdownOf(main));
}

/** Headings, notes and sentences, in the order of the page. Exported for tests in a browser. */
export function markdownOf(main: Element): string {
  const lines: string[] = [];
  const parts =
    'h1, h2, h3, .team-note .prose, .card-title, .card > p:first-child, .new-operations > li, .entries > li, .common > p';
  for (const part of main.querySelectorAll(parts)) {
    if (part.closest('nav, [hidden]') !== null) continue;
    const text = lineOf(part);
    if (text === '') continue;
    if (part.localName === 'h1') lines.push(`# ${text}`, '', location.href.replace(/[?#].*/, ''), '');
    else if (part.localName === 'h2') lines.push('', `## ${text}`, '');
    else if (part.localName === 'h3') lines.push('', `### ${text}`, '');
    else if (part.localName === 'div') lines.push(`> ${text}`, '');
    else lines.push(`- ${text}`);
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function lineOf(part: Element): string {
  // The copy of an element is an element, too.
  const copy = part.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.self, .where, [aria-hidden], .entry-lead details > :not(summary)'))
    extra.remove();
  for (const sign of copy.querySelectorAll<HTMLElement>('[role=img]'))
    sign.textContent = ` ${sign.title}${/^\d/.test(sign.title) ? '' : ':'} `;
  // Blocks have no space between them in the text, so one is added.
  for (const block of copy.querySelectorAll('div, li, p')) block.prepend(' ');
  for (const word of copy.querySelectorAll('.vh')) word.textContent = ` ${(word.textContent ?? '').trim()} `;
  for (const code of copy.querySelectorAll('code')) code.textContent = `\`${code.textContent}\``;
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
