/** Opens the search when the reader asks for it, and only then loads its script. */

/**
 * Makes the search link in the bar and Ctrl-K open the dialog. If the script fails, the link leads to the page of
 * search.
 */
export function startSearch(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-search]');
  if (link === null) return;
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openSearch(link);
  });
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openSearch(link);
  });
  // The page of search needs the script at once.
  if (document.querySelector('[data-search-page]') !== null) void loadScript(link);
}

function openSearch(link: HTMLAnchorElement): void {
  const held = holdKeys();
  loadScript(link).then(
    () => document.dispatchEvent(new CustomEvent('apidelta-search', { detail: held() })),
    () => {
      held();
      if (navigator.onLine) location.href = link.href;
      // Its page would not load either, and this one would be gone.
      else sayOffline(link);
    },
  );
}

/** Keeps what is typed until the field is there; the returned function gives it, and ends that. */
function holdKeys(): () => string {
  let typed = '';
  const hold = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    // A single letter is a key of the page, too.
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', hold, { capture: true });
  return () => {
    removeEventListener('keydown', hold, { capture: true });
    return typed;
  };
}

function sayOffline(link: HTMLAnchorElement): void {
  const words = link.querySelector('span');
  if (words === null || words.dataset.usual !== undefined) return;
  words.dataset.usual = words.textContent;
  words.textContent = 'No connection';
  words.role = 'status';
  const restore = (): void => {
    words.textContent = words.dataset.usual ?? '';
    delete words.dataset.usual;
    words.role = null;
  };
  addEventListener('online', restore, { once: true });
}

let loading: Promise<void> | undefined;

function loadScript({ dataset }: HTMLAnchorElement): Promise<void> {
  loading ??= new Promise<void>((loaded, failed) => {
    const script = document.createElement('script');
    // The development server sends modules.
    if (dataset.searchModule !== undefined) script.type = 'module';
    script.addEventListener('load', () => loaded());
    script.addEventListener('error', () => failed(new Error('no script')));
    script.src = dataset.search ?? '';
    document.head.append(script);
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
