/** The input that filters a list while the reader types. */

/** Shows every such input and makes it work. */
export function startFilters(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-filter]')) {
    const input = box.querySelector('input');
    const status = box.querySelector('[role=status]');
    const list = document.getElementById(box.dataset.filter ?? '');
    if (input === null || list === null) continue;
    const rows = [...list.querySelectorAll<HTMLElement>('[data-name]')];
    const update = (): void => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const name = row.dataset.name ?? '';
        row.hidden = !words.every((word) => name.includes(word));
        if (!row.hidden) shown += 1;
      }
      if (status !== null) status.textContent = words.length === 0 ? '' : `${shown} of ${rows.length}`;
    };
    box.hidden = false;
    input.addEventListener('input', update);
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      input.value = '';
      update();
    });
    // After going back, a browser restores inputs, but not their effect.
    addEventListener('pageshow', update);
    update();
  }
}
