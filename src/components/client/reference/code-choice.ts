/** Remembers the language of the code panel, and the choice of all fields. */

const languageKey = 'apidelta-code';
const everythingKey = 'apidelta-code-everything';

/** Restores the choice, and stores new ones. */
export function startCodeChoice(): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="code"]')];
  const everything = document.querySelector<HTMLInputElement>('#code-everything');
  const chosen = radios.find(({ value }) => value === read(languageKey));
  if (chosen !== undefined) chosen.checked = true;
  if (everything !== null && read(everythingKey) === 'yes') everything.checked = true;
  for (const radio of radios) radio.addEventListener('change', () => write(languageKey, radio.value));
  everything?.addEventListener('change', () => write(everythingKey, everything.checked ? 'yes' : 'no'));
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage may be forbidden; then each page starts with the default.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice then lasts as long as this page.
  }
}
