/** Opens what hides the target of a link: browsers open the ancestors of a fragment, but not all of them, and not the target itself. */

/** Follows the fragment of the address, now and whenever it changes. */
export function startTarget(): void {
  addEventListener('hashchange', reveal);
  reveal();
}

function reveal(): void {
  const target = fragmentTarget();
  if (target === null) return;
  const closed = [...detailsAround(target), ...target.querySelectorAll<HTMLDetailsElement>(':scope > details.inside')];
  let moved = false;
  for (const details of closed) {
    if (details.open) continue;
    details.open = true;
    moved = true;
  }
  if (moved) target.scrollIntoView();
}

function fragmentTarget(): HTMLElement | null {
  const fragment = location.hash.slice(1);
  if (fragment === '') return null;
  try {
    return document.getElementById(fragment) ?? document.getElementById(decodeURIComponent(fragment));
  } catch {
    // A fragment that is no valid encoding names nothing.
    return null;
  }
}

function* detailsAround(element: Element): Generator<HTMLDetailsElement> {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) yield at;
  }
}
