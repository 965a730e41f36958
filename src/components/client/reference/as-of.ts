/** Loads what marks an operation as it was in a version, where the address asks for one: `?as-of=1.34.0`. */

/** Does nothing on other pages. */
export function startAsOf(): void {
  const place = document.querySelector<HTMLElement>('[data-as-of-script]');
  const asked = new URLSearchParams(location.search).get('as-of');
  if (place !== null) fillForm(asked ?? '');
  if (place === null || asked === null) return;
  const script = document.createElement('script');
  script.src = place.dataset.asOfScript ?? '';
  document.head.append(script);
}

/** The field for a version, in the place that the head of the page keeps for it. */
function fillForm(version: string): void {
  const form = document.querySelector('.as-of-form');
  const input = document.createElement('input');
  Object.assign(input, { name: 'as-of', required: true, placeholder: '1.34.0', autocomplete: 'off', value: version });
  const label = document.createElement('label');
  label.append('As it was in version ', input);
  const button = document.createElement('button');
  Object.assign(button, { className: 'button', textContent: 'Mark' });
  form?.append(label, ' ', button);
}
