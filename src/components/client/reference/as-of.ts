/** Loads what marks an operation as it was in a version, where the address asks for one: `?as-of=1.34.0`. */

/** Does nothing on other pages. */
export function startAsOf(): void {
  const place = document.querySelector<HTMLElement>('[data-as-of-script]');
  if (place === null || !new URLSearchParams(location.search).has('as-of')) return;
  const script = document.createElement('script');
  script.src = place.dataset.asOfScript ?? '';
  document.head.append(script);
}
