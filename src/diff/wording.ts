/** Words that the sentences of all rules share. */
import type { Change } from '../model/index.ts';

/** A name as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** The last name of a path: `Listeners[].Protocol` gives `Protocol`. */
export function lastName(path: string): string {
  const parts = path.split('.');
  const last = parts.at(-1) ?? path;
  return last.replace(/(?:\[\]|\{\}|\{key\})+$/, '') || path;
}

/** What a change is about, by the best name there is for it: its field, or its operation, or the service. */
export function subjectOf(change: Change): string {
  const place = change.places[0];
  if (place === undefined) return code(change.service);
  if (place.path !== '') return code(lastName(place.path));
  return code(place.operation ?? change.service);
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
