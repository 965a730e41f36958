/** Loads what marks an operation as it was in a version, where the address asks for one: `?as-of=1.34.0`. */

/** Does nothing on other pages. */
export function startAsOf(): void {
  const place = document.querySelector<HTMLElement>('[data-as-of-script]');
  if (place !== null) fillForm();
  if (place === null || !new URLSearchParams(location.search).has('as-of')) return;
  const script = document.createElement('script');
  script.src = place.dataset.asOfScript ?? '';
  document.head.append(script);
}

/** The field for a version, in the place that the history of an operation keeps for it. */
function fillForm(): void {
  const form = document.querySelector('.as-of-form');
  const input = document.createElement('input');
  Object.assign(input, { name: 'as-of', required: true, placeholder: '1.34.0', autocomplete: 'off' });
  const label = document.createElement('label');
  label.append('As it was in version ', input);
  const button = document.createElement('button');
  Object.assign(button, { className: 'button', textContent: 'Mark' });
  form?.append(label, ' ', button);
}
