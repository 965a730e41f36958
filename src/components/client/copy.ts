/** The buttons that copy a name or a block. */
import { pastedCode } from '../../view/code/pasted-code.ts';

/**
 * Adds a button to every block, without moving anything, and makes all copy buttons work. Each one copies the code
 * beside it.
 */
export function startCopyButtons(): void {
  for (const block of document.querySelectorAll('.block')) {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'copy', textContent: 'Copy' });
    block.prepend(button);
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy:not([data-copy-markdown])'))
    copyOnClick(button, () => textOf(button));
}

function textOf({ parentElement: block }: HTMLElement): string {
  const text = block?.querySelector('pre, code')?.textContent ?? '';
  return block?.closest('.code-panel') == null ? text : pastedCode(text);
}

/** Makes a button copy a text, which is made when the button is pressed. The button shows the result for a moment. */
export function copyOnClick(button: HTMLButtonElement, text: () => string): void {
  // Browsers give a clipboard only to pages from https or from this machine.
  if (navigator.clipboard === undefined) {
    button.hidden = true;
    return;
  }
  const label = button.textContent ?? '';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed';
    }
    setTimeout(() => {
      button.textContent = label;
    }, 1600);
  });
}
