/** Runs before the first paint: says that scripts run, and applies the theme that the reader chose, so that nothing flashes or moves. */
import { stored } from './stored.ts';

const root = document.documentElement;
root.classList.add('js');
const query = new URLSearchParams(location.search);
// Results will come: search keeps their place.
if (query.has('q')) root.classList.add('asked');
// Rows will be filtered: until then none is seen, so that none moves.
if (query.has('sev') || query.has('kind') || query.get('s') === 'mine') root.classList.add('filtering');
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

/**
 * A transition that is given up is no error: the page is there without it. It may be given up before the page is revealed, and then the
 * event has none; so the document is asked first.
 */
const calm = (transition: ViewTransition | null | undefined): void => {
  for (const end of [transition?.ready, transition?.finished]) end?.catch(() => undefined);
};
// The types do not have it yet.
calm((document as Document & { readonly activeViewTransition?: ViewTransition | null }).activeViewTransition);
for (const kind of ['pageswap', 'pagereveal'])
  addEventListener(kind, (event) => {
    // Both events have one.
    calm((event as Event & { readonly viewTransition?: ViewTransition | null }).viewTransition);
  });
