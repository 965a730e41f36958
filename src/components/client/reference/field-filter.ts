/** The input that filters the fields of a page: like Ctrl-F, but it also opens folded fields. */
import { partsElsewhere, sayElsewhere } from './fields-elsewhere.ts';

/** Adds the filter where the page has a place for it. */
export function startFieldFilter(): void {
  const box = document.querySelector('.field-filter');
  if (box === null) return;
  const input = document.createElement('input');
  Object.assign(input, { type: 'search', placeholder: 'Filter fields', autocomplete: 'off', spellcheck: false });
  input.setAttribute('aria-label', 'Filter fields');
  const status = document.createElement('span');
  status.role = 'status';
  const elsewhere = document.createElement('p');
  elsewhere.role = 'status';
  box.append(input, status);
  box.after(elsewhere);
  const parts = partsElsewhere();
  const fields = [...document.querySelectorAll<HTMLElement>('.fields > li')].map((element) => ({
    element,
    name: nameOf(element),
  }));
  /** The folds that the filter opened. */
  const opened = new Set<HTMLDetailsElement>();
  const update = (): void => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const details of opened) details.open = false;
    opened.clear();
    for (const { element } of fields) element.toggleAttribute('data-hidden', words.length > 0);
    status.textContent = '';
    elsewhere.replaceChildren();
    if (words.length === 0) return;
    const found = fields.filter(({ name }) => words.every((word) => name.includes(word)));
    for (const { element } of found) reveal(element, opened);
    status.textContent = found.length === 1 ? '1 field' : `${found.length} fields`;
    elsewhere.append(
      found.length === 0 ? 'No field of this page is called so. ' : '',
      sayElsewhere(parts, words) ?? '',
    );
  };
  input.addEventListener('input', update);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    input.value = '';
    update();
  });
  // After going back, a browser restores inputs, but not their effect.
  addEventListener('pageshow', () => {
    if (input.value !== '') update();
  });
}

/** Shows a field, with its parents and its children. */
function reveal(field: HTMLElement, opened: Set<HTMLDetailsElement>): void {
  field.removeAttribute('data-hidden');
  for (const inner of field.querySelectorAll('.fields > li')) inner.removeAttribute('data-hidden');
  for (let at = field.parentElement; at !== null; at = at.parentElement) {
    at.removeAttribute('data-hidden');
    if (!(at instanceof HTMLDetailsElement) || at.open) continue;
    at.open = true;
    opened.add(at);
  }
}

function nameOf(field: Element): string {
  return field.querySelector(':scope > p > a')?.textContent?.toLowerCase() ?? '';
}
