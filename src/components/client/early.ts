/**
 * Runs before the first paint. It marks the page as one with scripts and applies the chosen theme, so that nothing
 * flashes or moves.
 */
import { stored } from './stored.ts';

const root = document.documentElement;
root.classList.add('js');
const query = new URLSearchParams(location.search);
// Search results will come, so the page keeps room for them.
if (query.has('q')) root.classList.add('asked');
// Rows will be filtered. They stay hidden until then, so that they do not move.
if (query.has('sev') || query.has('kind') || query.get('s') === 'mine') root.classList.add('filtering');
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

// A transition that is given up is no error: the page is there without it.
for (const kind of ['pageswap', 'pagereveal'])
  addEventListener(kind, (event) => {
    const { viewTransition } = event as Event & { readonly viewTransition?: ViewTransition | null };
    for (const end of [viewTransition?.ready, viewTransition?.finished]) end?.catch(() => undefined);
  });
