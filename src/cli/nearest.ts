/** Names similar to an unknown one, for its error message. */
import leven from 'leven';
import { visibleText } from '../model/index.ts';

/** The greatest number of names that are offered. */
const maxOffered = 3;

/**
 * The names that the user may have meant, most similar first: those that begin alike, or differ in few letters,
 * ignoring case.
 */
export function nearestOf(wanted: string, names: Iterable<string>): readonly string[] {
  const low = wanted.toLowerCase();
  const farthest = Math.max(2, Math.floor(low.length / 3));
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of names) {
    const other = name.toLowerCase();
    const isPart = low.length >= 3 && (other.includes(low) || (other.length >= 3 && low.includes(other)));
    const distance = isPart ? 1 : leven(low, other, { maxDistance: farthest + 1 });
    if (distance <= farthest) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return found.slice(0, maxOffered).map(({ name }) => name);
}

/** `; nearest: a, b`, or an empty text if no name is similar. */
export function offer(wanted: string, names: Iterable<string>): string {
  const near = nearestOf(wanted, names);
  return near.length === 0 ? '' : `; nearest: ${near.map((name) => visibleText(name)).join(', ')}`;
}
