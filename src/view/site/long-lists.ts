/** What helps in a long list of changes: the years that it has, and whether a filter can tell its rows apart. */

/** The neighbours of one year. */
export interface YearGroup<T> {
  /** Null where the list is not divided. */
  readonly year: string | null;
  /** The anchor of the year; null at a later part of a year, which another one interrupts. */
  readonly anchor: string | null;
  /** Whether it is open at first: only the newest rows are what most readers come for. */
  readonly open: boolean;
  readonly rows: readonly T[];
}

/** Divides a list of more than two years by year. The order stays. A row without a date belongs to the row before it. */
export function byYear<T extends { readonly date: string | null }>(rows: readonly T[]): readonly YearGroup<T>[] {
  const years = new Set(rows.flatMap(({ date }) => date?.slice(0, 4) ?? []));
  if (years.size <= fewYears) return rows.length === 0 ? [] : [{ year: null, anchor: null, open: true, rows }];
  const groups: { year: string; anchor: string | null; open: boolean; rows: T[] }[] = [];
  const first = rows.find(({ date }) => date !== null)?.date?.slice(0, 4) ?? '';
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const last = groups.at(-1);
    const year = row.date?.slice(0, 4) ?? last?.year ?? first;
    if (last?.year === year) last.rows.push(row);
    else groups.push({ year, anchor: seen.has(year) ? null : `y${year}`, open: at < openRows, rows: [row] });
    seen.add(year);
  }
  return groups;
}

/** Whether a filter by severity helps: there are many rows, and some have a tone that others lack. */
export function needsFilter(rows: readonly (readonly string[])[]): boolean {
  if (rows.length <= fewRows) return false;
  const tones = new Set(rows.flat());
  return [...tones].some((tone) => rows.some((row) => !row.includes(tone)));
}

const fewYears = 2;
/** A year with so many rows above it is folded: on a phone, these are four screens. */
const openRows = 30;
/** So many rows are seen at once. */
const fewRows = 5;
