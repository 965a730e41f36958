/** Runs before the first paint: says that scripts run, and applies the theme that the reader chose, so that nothing flashes or moves. */
import { stored } from './stored.ts';

const root = document.documentElement;
root.classList.add('js');
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
