/**
 * Days and months in words, the same everywhere; scripts of pages use it, too. They are as precise as they are known:
 * `2025-11` stays a month, `2025` a year, and what is no day stays as it is written.
 */

/** `2025-11-13` as `13 Nov 2025`. */
export function dayWords(day: string): string {
  const [, year, month, date] = dayParts.exec(day) ?? [];
  const name = nameOf(month)?.slice(0, 3);
  if (year === undefined || name === undefined) return day;
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** `2025-11-13` as `Thu 13 Nov 2025`; days are those of UTC. */
export function weekdayWords(day: string): string {
  const words = dayWords(day);
  const at = dayParts.exec(day)?.[3] === undefined ? Number.NaN : new Date(`${day}T00:00:00Z`).getUTCDay();
  return words === day || weekdays[at] === undefined ? words : `${weekdays[at]} ${words}`;
}

/** `2025-11` as `November 2025`. */
export function monthWords(month: string): string {
  const name = nameOf(dayParts.exec(month)?.[2]);
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`;
}

/** `2025-11-13` as `Nov 2025`, where the day says too much. */
export function shortMonthWords(day: string): string {
  return dayWords(day.slice(0, 7)) === day.slice(0, 7) ? day : dayWords(day.slice(0, 7));
}

/** Whether something happened on a day or later. A month counts if any of its days does. */
export function isSince(date: string, day: string): boolean {
  return date >= day.slice(0, date.length);
}

function nameOf(month: string | undefined): string | undefined {
  return month === undefined ? undefined : months[Number(month) - 1];
}

const dayParts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
