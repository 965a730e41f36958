/** Runs before the first paint: says that scripts run, and applies the theme that the reader chose, so that nothing flashes or moves. */
import { stored } from './stored.ts';

const root = document.documentElement;
root.classList.add('js');
// Results will come: search keeps their place.
if (new URLSearchParams(location.search).has('q')) root.classList.add('asked');
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

// A transition that is given up is no error: the page is there without it.
for (const kind of ['pageswap', 'pagereveal'])
  addEventListener(kind, (event) => {
    const { viewTransition } = event as Event & { readonly viewTransition?: ViewTransition | null };
    for (const end of [viewTransition?.ready, viewTransition?.finished]) end?.catch(() => undefined);
  });
