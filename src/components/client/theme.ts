/** The choice of the theme: light, dark or the system's. */
import { store, stored } from './stored.ts';

/** Adds the select for the theme and makes it work. */
export function startTheme(): void {
  const menu = document.querySelector('#menu');
  const button = document.querySelector('.bar > .menu');
  if (menu === null || button === null) return;
  // Its place in the bar is kept by the styles.
  const home = document.createElement('span');
  home.className = 'theme';
  button.before(home);
  const select = document.createElement('select');
  select.dataset.themeSelect = '';
  select.append(new Option('◐ Auto', 'auto'), new Option('☀ Light', 'light'), new Option('☾ Dark', 'dark'));
  select.setAttribute('aria-label', 'Theme');
  select.value = stored('theme') ?? 'auto';
  select.addEventListener('change', () => {
    const theme = select.value;
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    store('theme', theme === 'auto' ? null : theme);
  });
  // Where the bar has no room, the select is in the menu.
  const isNarrow = matchMedia('(max-width: 61.99rem)');
  const place = (): void => {
    (isNarrow.matches ? menu : home).append(select);
  };
  isNarrow.addEventListener('change', place);
  place();
}
