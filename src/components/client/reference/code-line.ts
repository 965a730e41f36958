/** Marks the line of a field in the code panel: the field under the pointer, or the one with the focus. */
import { type CodeLanguage, codeLineOf } from '../../../view/code/code-lines.ts';
import { anchorParts } from '../../../view/site/anchor-path.ts';

/** Does nothing on pages without code or fields. */
export function startCodeLine(): void {
  if (document.querySelector('.code-panel pre') === null) return;
  let shown: HTMLElement | null = null;
  let pointer = '';
  const follow = ({ target }: Event): void => {
    const field = target instanceof Element ? target.closest<HTMLElement>('.fields > li[id]') : null;
    if (field === shown) return;
    shown = field;
    unmark();
    if (field !== null) markLine(field.id);
  };
  const at = ({ clientX, clientY }: PointerEvent): string => `${clientX} ${clientY}`;
  document.addEventListener('pointermove', (event) => {
    pointer = at(event);
  });
  document.addEventListener('pointerover', (event) => {
    // With the keyboard, the page scrolls below a pointer that does not move. Such pointer events are ignored.
    if (at(event) === pointer) return;
    pointer = at(event);
    follow(event);
  });
  document.addEventListener('focusin', follow);
}

function markLine(id: string): void {
  const { root, path } = anchorParts(id);
  const seen = root === 'request' ? seenBlock() : document.querySelector<HTMLElement>('.code-inner > .block pre');
  if (seen === null) return;
  const text = seen.textContent ?? '';
  const line = codeLineOf(text, languageOf(seen), path);
  if (line < 0) return;
  const lines = text.split('\n');
  const mark = document.createElement('mark');
  mark.textContent = lines[line] ?? '';
  const before = lines.slice(0, line).map((one) => `${one}\n`);
  const after = lines.slice(line + 1).map((one) => `\n${one}`);
  seen.replaceChildren(before.join(''), mark, after.join(''));
  // Scrolls only the code, not the page.
  const [block, marked] = [seen.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (marked.top < block.top || marked.bottom > block.bottom)
    seen.scrollTop += marked.top - block.top - block.height / 2;
}

/** The block of the visible language. */
function seenBlock(): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>('.code-tab pre')];
  return all.find((pre) => pre.offsetParent !== null) ?? null;
}

function languageOf(pre: HTMLElement): CodeLanguage {
  const classes = pre.closest('.code-tab')?.classList;
  return (['python', 'cli'] as const).find((language) => classes?.contains(language)) ?? 'json';
}

function unmark(): void {
  for (const mark of document.querySelectorAll('.code-panel pre > mark')) {
    const pre = mark.parentElement;
    if (pre !== null) pre.textContent = pre.textContent ?? '';
  }
}
