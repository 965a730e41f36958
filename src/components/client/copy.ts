/** The buttons that copy a name or a block. */

/** Gives every block a button, which lies on it and moves nothing; makes them, and those that are there, copy the code beside them. */
export function startCopyButtons(): void {
  for (const block of document.querySelectorAll('.block')) {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'copy', textContent: 'Copy' });
    block.prepend(button);
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy:not([data-copy-markdown])'))
    copyOnClick(button, () => button.parentElement?.querySelector('pre, code')?.textContent ?? '');
}

/** Makes a button copy a text, which is asked for when it is pressed; for a moment the button says what came of it. */
export function copyOnClick(button: HTMLButtonElement, text: () => string): void {
  // Pages that are not served over https, or from this machine, have no clipboard.
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
