/** The buttons that copy a name or a block. */

/** Shows every button and makes it work. */
export function startCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    copyOnClick(button, () => document.getElementById(button.dataset.copy ?? '')?.textContent ?? '');
  }
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
