/** Days and months in words, the same everywhere; scripts of pages use it, too. */

/** `2025-11-13` as `13 Nov 2025`; anything that is no day stays as it is. */
export function dayWords(day: string): string {
  const [, year, month, date] = dayParts.exec(day) ?? [];
  const name = months[Number(month) - 1]?.slice(0, 3);
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** `2025-11-13` as `Thu 13 Nov 2025`; days are those of UTC. */
export function weekdayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`).getUTCDay();
  return dayParts.test(day) && weekdays[at] !== undefined ? `${weekdays[at]} ${dayWords(day)}` : day;
}

/** `2025-11` as `November 2025`. */
export function monthWords(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}

/** `2025-11-13` as `Nov 2025`, where the day says too much. */
export function shortMonthWords(day: string): string {
  return `${months[Number(day.slice(5, 7)) - 1]?.slice(0, 3) ?? day} ${day.slice(0, 4)}`;
}

const dayParts = /^(\d{4})-(\d\d)-(\d\d)$/;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
