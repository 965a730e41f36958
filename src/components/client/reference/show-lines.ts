/** The button below code that has more lines than are seen: it shows all of them. */

/** Gives one to each block of the panel that has hidden lines, whenever the block comes in sight. */
export function startShowLines(): void {
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) offer(target);
  });
  for (const block of document.querySelectorAll('.code-panel .block pre')) seen.observe(block);
}

function offer(block: HTMLElement): void {
  const isCut = block.scrollHeight > block.clientHeight + 1;
  const known = block.parentElement?.querySelector('.show-lines');
  if (!isCut || known != null) {
    if (!isCut) known?.remove();
    return;
  }
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'quiet show-lines' });
  // What was cut says below it how many of all lines these are.
  const all = block.parentElement?.querySelector('.cut') == null ? 'all ' : '';
  button.textContent = `Show ${all}${(block.textContent ?? '').trimEnd().split('\n').length} lines`;
  button.addEventListener('click', () => {
    block.classList.add('whole');
    button.remove();
    block.focus();
  });
  block.after(button);
}
