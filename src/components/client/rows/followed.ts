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

/** What a row, or a page, counts of the followed services. */
export interface OwnCounts {
  readonly services: ReadonlySet<string>;
  /** By tone. */
  readonly changes: ReadonlyMap<string, number>;
}

/** The followed services of rows and their changes; null where nobody asks, or no row tells them for each service. */
export function ownCounts(rows: readonly HTMLElement[], followed: Followed): OwnCounts | null {
  if (followed === null || !rows.some(({ dataset }) => dataset.m !== undefined)) return null;
  const changes = new Map<string, number>();
  const services = new Set<string>();
  for (const own of rows.flatMap((row) => fitting(row, followed))) {
    services.add(own.id);
    for (const [tone, count] of own.counts) changes.set(tone, (changes.get(tone) ?? 0) + count);
  }
  return { services, changes };
}

/** Writes the counts of followed services in the place of those of all, and these again. */
export class CountWriter {
  /** What the page says. What was never written is never touched, because it would be laid out again. */
  readonly #whole = new Map<Element, string>();

  write(place: Element, own: OwnCounts | null): void {
    if (own === null && this.#whole.size === 0) return;
    for (const tone of markOrder) {
      const glyph = place.querySelector<HTMLElement>(`.counts > .${tone}`);
      if (glyph !== null) this.#writeGlyph(glyph, own === null ? null : (own.changes.get(tone) ?? 0));
    }
    for (const words of place.querySelectorAll<HTMLElement>('[data-own]')) {
      const whole = this.#wholeOf(words, words.textContent);
      words.textContent = own === null ? whole : `${countFor(words, own).toLocaleString('en')} of ${whole}`;
    }
  }

  #writeGlyph(glyph: HTMLElement, count: number | null): void {
    const whole = this.#wholeOf(glyph, glyph.title);
    const verb = count === 1 ? ' breaks callers' : ' break callers';
    glyph.title =
      count === null ? whole : whole.replace(/^[\d,]+/, count.toLocaleString('en')).replace(/ breaks? callers$/, verb);
    glyph.textContent = `${firstWord(glyph.textContent)} ${firstWord(glyph.title)}`;
    glyph.hidden = count === 0;
  }

  #wholeOf(element: Element, words: string): string {
    const whole = this.#whole.get(element) ?? words;
    this.#whole.set(element, whole);
    return whole;
  }
}

function countFor({ dataset }: HTMLElement, { services, changes }: OwnCounts): number {
  return dataset.own === 'changes' ? [...changes.values()].reduce((sum, one) => sum + one, 0) : services.size;
}

function firstWord(text: string): string {
  return text.split(' ')[0] ?? '';
}

function fitting(row: HTMLElement, followed: ReadonlySet<string>) {
  const marks = row.dataset.m?.split(' ') ?? [];
  return (row.dataset.s ?? '').split(' ').flatMap((id, at) => {
    const counts = (marks[at] ?? '')
      .split('.')
      .map((count, place) => [markOrder[place] ?? '', Number(count) || 0] as const)
      .filter(([, count]) => count > 0);
    return followed.has(id) ? [{ id, counts, tones: counts.map(([tone]) => tone) }] : [];
  });
}
