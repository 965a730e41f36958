/** Words that the sentences of all rules share. */
import { type Change, codeFence, type Json, lastName } from '../model/index.ts';

/** A name as code. Where it holds backticks itself, the fence around it is longer than each run of them. */
export function code(text: string): string {
  const fence = codeFence(text);
  return fence.length === 1 ? fence + text + fence : `${fence} ${text} ${fence}`;
}

/** What a change is about, by the best name there is for it: its field, or its operation, or the service. */
export function subjectOf(change: Change): string {
  const place = change.places[0];
  if (place === undefined) return code(change.service);
  if (place.path !== '') return code(mostFrequentName(change));
  return code(place.operation ?? change.service);
}

/** The name that most of the places end in; of equally frequent ones the shortest. */
function mostFrequentName(change: Change): string {
  const counts = new Map<string, number>();
  for (const { path } of change.places) {
    if (path === '') continue;
    const name = lastName(path) ?? path;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || a.length - b.length || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

/** `, which was deprecated since 2024-05-01,` of something that is gone, where its source said so. */
export function deprecatedBefore(change: Change): string {
  const before = change.before;
  if (typeof before !== 'object' || before === null || !('deprecated' in before)) return '';
  const { since } = before.deprecated as { readonly since?: Json };
  return `, which was deprecated${typeof since === 'string' ? ` since ${since}` : ''},`;
}

/** `of the request`, `of the response` or, where it is seen in both, of both. */
export function whereOf(change: Change): string {
  const directions = new Set(change.places.map(({ direction }) => direction));
  if (directions.has('request') && directions.has('response')) return 'in request and response';
  if (directions.has('request')) return 'in the request';
  return directions.has('response') ? 'in the response' : '';
}

/** The old and the new type of a value `string>integer`. */
export function fromTo(value: string): readonly [string, string] {
  const at = value.indexOf('>');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}
