/**
 * Runs before the first paint. It marks the page as one with scripts and applies the chosen theme, so that nothing
 * flashes or moves.
 */
import { stored } from './stored.ts';

const root = document.documentElement;
root.classList.add('js');
const query = new URLSearchParams(location.search);
// Search results will come, so what stands below them comes with them.
if (query.get('q')) root.classList.add('asked');
// If a script does not load, neither comes.
addEventListener('error', () => root.classList.remove('asked', 'filtering'), { capture: true });
// Rows will be filtered. They stay hidden until then, so that they do not move.
if (query.get('q') || query.has('sev') || query.has('kind') || query.get('s') === 'mine')
  root.classList.add('filtering');
const theme = stored('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

/**
 * A skipped transition is no error: the page is there without it. It may be skipped before the page is revealed. The
 * event has no transition then, so the document is asked first.
 */
const calm = (transition: ViewTransition | null | undefined): void => {
  for (const end of [transition?.ready, transition?.finished]) end?.catch(() => undefined);
};
// TypeScript's types do not have it yet.
calm((document as Document & { readonly activeViewTransition?: ViewTransition | null }).activeViewTransition);
for (const kind of ['pageswap', 'pagereveal'])
  addEventListener(kind, (event) => {
    // Both events have it; the general type of an event does not.
    calm((event as Event & { readonly viewTransition?: ViewTransition | null }).viewTransition);
  });
