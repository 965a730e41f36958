/** What a searched text may mean: a name alone, or with a kind or a service before it, or as it stands in code. */
import type { Occurrence } from '../reader/find-name.ts';

/** One reading of a text. */
export interface Asked {
  /** Null for all kinds. */
  readonly kind: Occurrence['what'] | null;
  /** Null for all services. */
  readonly service: string | null;
  readonly name: string;
}

/**
 * The readings of a text, the most literal first: values of enums have dots and colons themselves. `serviceOf` gives
 * the id for a name of a service.
 */
export function* readingsOf(text: string, serviceOf: (name: string) => string | undefined): Generator<Asked> {
  const [kind, named] = withoutKind(text.trim());
  if (kind === null) yield { kind, service: null, name: text };
  for (const [before, after] of splits(named)) {
    const service = serviceOf(before);
    if (service === undefined) continue;
    const [inner, rest] = withoutKind(after);
    for (const name of spellings(rest)) yield { kind: kind ?? inner, service, name };
  }
  for (const name of spellings(named)) yield { kind, service: null, name };
}

/** A map, because a service may be called `constructor`. The prefixes are those of the site's search. */
const kinds: ReadonlyMap<string, Occurrence['what']> = new Map([
  ['op', 'operation'],
  ['operation', 'operation'],
  ['field', 'field'],
  ['enum', 'value'],
  ['value', 'value'],
  ['shape', 'shape'],
  ['error', 'shape'],
]);

function withoutKind(text: string): readonly [kind: Occurrence['what'] | null, rest: string] {
  const colon = text.indexOf(':');
  const kind = kinds.get(text.slice(0, Math.max(colon, 0)).trim().toLowerCase());
  return kind === undefined ? [null, text] : [kind, text.slice(colon + 1).trim()];
}

/** Longer texts are no names of services: a text of many dots would be read very often. */
const longestId = 100;

/** The places where a service may end, the longest first: ids may have dots. */
function splits(text: string): readonly (readonly [before: string, after: string])[] {
  return [...text.matchAll(/[.:/\s]+/g)]
    .map(({ index, 0: between }) => [text.slice(0, index), text.slice(index + between.length)] as const)
    .filter(([before]) => before !== '' && before.length <= longestId)
    .reverse();
}

/** `PutObject`, `put-object` and `put object` for `put_object`, `"PutObject"`, `client.put_object(Bucket=…`. */
function spellings(text: string): readonly string[] {
  const bare = text
    .replace(/^client\./, '')
    .replace(/\(.*$/s, '')
    .replace(/^"(.*?)"?$/s, '$1')
    .trim();
  return [...new Set([text, bare, bare.replace(/[-\s]+/g, '_')])].filter((name) => name !== '');
}
