/** The buttons that copy a name or a block. */

/** Shows every button and makes it work. */
export function startCopyButtons(): void {
  // Pages that are not served over https, or from this machine, have no clipboard.
  if (navigator.clipboard === undefined) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.textContent ?? '';
    button.hidden = false;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy ?? '');
      try {
        await navigator.clipboard.writeText(source?.textContent ?? '');
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Not allowed';
      }
      setTimeout(() => {
        button.textContent = label;
      }, 1600);
    });
  }
}
