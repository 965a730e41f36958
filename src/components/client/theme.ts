/** The choice between light, dark and what the system says. */
import { store, stored } from './stored.ts';

/** Makes every select of themes work. */
export function startTheme(): void {
  const selects = [...document.querySelectorAll<HTMLSelectElement>('[data-theme-select]')];
  const show = (theme: string): void => {
    for (const select of selects) select.value = theme;
  };
  show(stored('theme') ?? 'auto');
  for (const select of selects) {
    select.addEventListener('change', () => {
      const theme = select.value;
      if (theme === 'auto') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      store('theme', theme === 'auto' ? null : theme);
      show(theme);
    });
  }
}
