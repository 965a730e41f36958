/** The button that opens, or closes, all nested fields of a section. */

/** Makes every button work. */
export function startExpandButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-expand]')) {
    const section = button.closest('section');
    const all = [...(section?.querySelectorAll<HTMLDetailsElement>('details.inside') ?? [])];
    const closedOnes = (): boolean => all.some(({ open }) => !open);
    const show = (): void => {
      button.textContent = closedOnes() ? 'Expand all' : 'Collapse all';
    };
    button.addEventListener('click', () => {
      const open = closedOnes();
      for (const details of all) details.open = open;
      show();
    });
    section?.addEventListener('toggle', show, { capture: true });
    show();
  }
}
