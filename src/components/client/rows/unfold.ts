/** Folds of long lists: opened while a filter shows what fits, and from the start where the page is wide. */

/** Opens all folds of a filtered list: what fits is in sight. Without a filter they are as they were. */
export function unfolder(folds: () => Iterable<HTMLDetailsElement>): (filtered: boolean) => void {
  const before = new Map<HTMLDetailsElement, boolean>();
  return (filtered) => {
    for (const fold of folds()) {
      if (!filtered) fold.open = before.get(fold) ?? fold.open;
      else if (!before.has(fold)) {
        before.set(fold, fold.open);
        fold.open = true;
      }
    }
    if (!filtered) before.clear();
  };
}

/** Groups whose names the styles show although they are closed: now they are open, and can be closed. */
export function openShownGroups(): void {
  const list = document.querySelector<HTMLElement>('.operation-groups');
  const folds = [...(list?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
  if (list === null || folds[0]?.querySelector('ul')?.checkVisibility() !== true) return;
  for (const fold of folds) fold.open = true;
  list.dataset.opened = '';
}
