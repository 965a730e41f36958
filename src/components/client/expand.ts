/** The button that opens or closes all nested fields of a section. */

/** Adds the button to the head of every section with nested fields. */
export function startExpandButtons(): void {
  for (const title of document.querySelectorAll('.operation-rest > section > h2:has(+ .fields)')) {
    const section = title.parentElement;
    const all = [...(section?.querySelectorAll<HTMLDetailsElement>('details.inside') ?? [])];
    if (all.length === 0) continue;
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'expand' });
    button.dataset.expand = '';
    const head = document.createElement('div');
    head.className = 'section-head';
    title.replaceWith(head);
    head.append(title, button);
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
