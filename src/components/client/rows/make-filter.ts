/** Makes the filter of a list of changes in the place that the page keeps for it: as HTML it would be on thousands of pages. */
import { filterTones } from '../../releases/filter-tones.ts';
import { toneOf } from './row-leads.ts';

/** Makes the filter, with the tones that the rows have. */
export function makeFilters(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-filter-of]')) {
    markLines();
    const has = new Set<string>();
    for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-row]'))
      for (const tone of dataset.t?.split(' ') ?? []) has.add(tone);
    const form = document.createElement('form');
    form.className = place.className;
    form.dataset.rowFilter = place.dataset.filterOf;
    const choices = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.className = 'vh';
    legend.textContent = 'Show only';
    choices.append(legend, ...filterTones.filter(({ tone }) => has.has(tone)).map(choiceOf));
    const status = document.createElement('span');
    status.className = 'filter-status';
    status.role = 'status';
    form.append(choices, status);
    place.replaceWith(form);
  }
}

/** The lines of a history have no attributes: their signs tell what they are. */
function markLines(): void {
  for (const release of document.querySelectorAll<HTMLElement>('.history > li')) {
    release.dataset.group = '';
    for (const line of release.querySelectorAll<HTMLElement>(':scope > ul > li')) {
      line.dataset.row = '';
      line.dataset.t = toneOf(line);
    }
  }
}

function choiceOf({ value, label, sign, tone }: (typeof filterTones)[number]): HTMLElement {
  const choice = document.createElement('label');
  choice.className = 'toggle';
  const box = document.createElement('input');
  Object.assign(box, { type: 'checkbox', name: 'sev', value });
  box.dataset.tone = tone;
  const words = document.createElement('span');
  const mark = document.createElement('span');
  mark.className = `glyph ${tone}`;
  mark.ariaHidden = 'true';
  mark.textContent = sign;
  words.append(mark, ` ${label}`);
  choice.append(box, words);
  return choice;
}
