/** The button that switches between dark and light, and remembers it. */

/** Shows the button and makes it work. */
export function startThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  if (button === null) return;
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const current = (): string => root.dataset.theme ?? (system.matches ? 'dark' : 'light');
  const show = (): void => {
    button.setAttribute('aria-pressed', String(current() === 'dark'));
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = current() === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem('apidelta-theme', root.dataset.theme);
    } catch {
      // Storage can be forbidden; the choice then lasts for this page.
    }
    show();
  });
  system.addEventListener('change', show);
  show();
}
