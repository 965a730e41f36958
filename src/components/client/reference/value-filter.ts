/**
 * The input that filters a long list of values. It is added when the reader opens the list, so that nothing moves
 * before.
 */

/** Shorter lists need no filter. */
const enough = 24;
let made = 0;

/** Adds the filter to every long list when it is opened. */
export function startValueFilters(): void {
  document.addEventListener('toggle', ({ target }) => addFilter(target), { capture: true });
}

function addFilter(target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement) || !target.matches('details.values') || !target.open) return;
  const values = [...target.querySelectorAll('li')];
  if (values.length <= enough || target.querySelector('.value-filter') !== null) return;
  made += 1;
  const label = document.createElement('label');
  label.className = 'value-filter';
  const name = document.createElement('span');
  name.className = 'vh';
  name.textContent = 'Filter values';
  const input = document.createElement('input');
  Object.assign(input, {
    type: 'search',
    placeholder: 'Filter values',
    autocomplete: 'off',
    id: `value-filter-${made}`,
  });
  label.append(name, input);
  target.querySelector('summary')?.after(label);
  const narrow = (): void => {
    const word = input.value.toLowerCase();
    for (const value of values)
      value.toggleAttribute('data-hidden', !(value.textContent ?? '').toLowerCase().includes(word));
  };
  input.addEventListener('input', narrow);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    input.value = '';
    narrow();
  });
}
