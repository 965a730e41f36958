/** If the address asks for a version, `?as-of=1.34.0`, loads the script that marks the page as of that version. */

/** Does nothing on other pages. */
export function startAsOf(): void {
  const place = document.querySelector<HTMLElement>('[data-as-of]');
  const asked = new URLSearchParams(location.search).get('as-of');
  if (place !== null) fillForm(asked ?? '');
  if (place === null || asked === null) return;
  const script = document.createElement('script');
  script.src = place.dataset.asOf ?? '';
  document.head.append(script);
}

/** Puts the input for a version into its place in the head of the page. */
function fillForm(version: string): void {
  const form = document.querySelector('.as-of-form');
  const input = document.createElement('input');
  Object.assign(input, { name: 'as-of', required: true, placeholder: '1.34.0', autocomplete: 'off', value: version });
  const label = document.createElement('label');
  label.append('As it was in version ', input);
  const button = document.createElement('button');
  Object.assign(button, { className: 'button', textContent: 'Show' });
  form?.append(label, ' ', button);
}
