/** Since when the target of a link exists: a field that is as old as what it is in has no age of its own on the page. */

/** Adds the age of what the field is in; the page says it nowhere near the field. */
export function sayAge(target: HTMLElement): void {
  document.querySelector('.age-of-target')?.remove();
  if (!target.matches('.fields > li') || ageIn(target) !== null) return;
  const said = ageAbove(target);
  if (said === null) return;
  const made = document.createElement('i');
  made.className = 'age-of-target';
  made.textContent = ` ${said}`;
  target.querySelector(':scope > p')?.append(made);
}

function ageAbove(target: HTMLElement): string | null {
  for (let at = above(target); at !== null; at = above(at)) {
    const age = ageIn(at)?.textContent?.replace(/^\+ /, '');
    if (age !== undefined) return `since ${age}, with ${at.querySelector(':scope > p > a')?.textContent}`;
  }
  const facts = [...document.querySelectorAll('main header .meta > *')].map((one) => one.textContent?.trim() ?? '');
  const since = facts.find((text) => text.startsWith('since '));
  return since === undefined ? null : `${since}, with ${document.querySelector('h1')?.textContent}`;
}

function above(field: Element): Element | null {
  return field.parentElement?.closest('.fields > li') ?? null;
}

function ageIn(field: Element): Element | null {
  return field.querySelector(':scope > p > .age');
}
