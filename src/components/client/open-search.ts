/** Opens search where somebody asks for it; its script is loaded only then. */

/** Makes the link to search in the bar open the dialog, and Ctrl-K everywhere. Without its script the link leads to the page. */
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
  // The page of search is asked for by its address.
  if (document.querySelector('[data-search-page]') !== null) void loadScript(link);
}

function openSearch(link: HTMLAnchorElement): void {
  loadScript(link).then(
    () => document.dispatchEvent(new Event('apidelta-search')),
    () => {
      location.href = link.href;
    },
  );
}

let loading: Promise<void> | undefined;

function loadScript({ dataset }: HTMLAnchorElement): Promise<void> {
  loading ??= new Promise<void>((loaded, failed) => {
    const script = document.createElement('script');
    // Vite's own server sends modules.
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
