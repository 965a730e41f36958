/** Rows that stand for many services: what a reader who sees only followed services learns from them. */
import { markOrder } from '../../../view/changes/glyph.ts';

/** The followed services of a row; null where nobody asks. */
type Followed = ReadonlySet<string> | null;

/** The marks of a row. Where it tells them for each service, only followed ones count. */
export function tonesFor(row: HTMLElement, followed: Followed): readonly string[] {
  if (followed === null || row.dataset.m === undefined) return row.dataset.t?.split(' ') ?? [];
  return fitting(row, followed).flatMap(({ tones }) => tones);
}

/** Followed services stand out: others stand back, and those that have no room in the row are named at its end. */
export function tellFollowed(row: HTMLElement, followed: Followed, tones: readonly string[]): void {
  if (row.dataset.m === undefined) return;
  row.querySelector('.yours')?.remove();
  for (const line of row.querySelectorAll<HTMLElement>('.lines > [data-s]'))
    line.hidden = followed?.has(line.dataset.s ?? '') === false;
  if (followed === null) return;
  const named = new Set<string>();
  for (const name of row.querySelectorAll('p.entry-lead > :is(a, .marked)')) {
    const id = (name.querySelector('a') ?? name).textContent;
    named.add(id);
    if (!followed.has(id)) name.classList.add('dim');
  }
  const missing = fitting(row, followed).filter(
    (one) => !named.has(one.id) && (tones.length === 0 || tones.some((tone) => one.tones.includes(tone))),
  );
  if (missing.length === 0) return;
  const yours = document.createElement('span');
  yours.className = 'yours';
  yours.textContent = ` ★ ${missing.map(({ id }) => id).join(', ')}`;
  row.querySelector('.entry-lead')?.append(yours);
}

function fitting(row: HTMLElement, followed: ReadonlySet<string>) {
  const marks = row.dataset.m?.split(' ') ?? [];
  return (row.dataset.s ?? '').split(' ').flatMap((id, at) => {
    const tones = [...(marks[at] ?? '')].flatMap((place) => markOrder[Number(place)] ?? []);
    return followed.has(id) ? [{ id, tones }] : [];
  });
}
