/**
 * Parses the typed text: `op:`, `field:`, `enum:`, `shape:`, a service in front, words, and quotes for a whole name.
 */
import { searchKey } from '../../../view/search/name-words.ts';

export type HitKind = 'service' | 'operation' | 'field' | 'value' | 'shape' | 'release';

export interface Query {
  /** Null for all kinds. */
  readonly kind: HitKind | null;
  /** The part before the colon or dot, if it may be a service. */
  readonly service: string | null;
  /** The rest of the text, in lower case. */
  readonly text: string;
  /** Its words as search keys. */
  readonly words: readonly string[];
  /** The name in quotes. */
  readonly exact: string | null;
}

/** Parses a text. `isService` tells whether a name is that of a service. */
export function parseQuery(typed: string, isService: (name: string) => boolean): Query {
  let text = typed.trim();
  let kind: HitKind | null = null;
  let service: string | null = null;
  for (;;) {
    const [, before = '', rest = ''] = /^([\w-]+):\s*(.*)$/s.exec(text) ?? [];
    const named = kinds.get(before.toLowerCase());
    if (named !== undefined && kind === null) kind = named;
    else if (before !== '' && service === null && isService(before)) service = before;
    else break;
    text = rest;
  }
  const [, quoted] = /^"(.*?)"?$/s.exec(text) ?? [];
  if (quoted !== undefined && quoted !== '')
    return { kind, service, text: '', words: [searchKey(quoted)], exact: quoted };
  // A text from code: `client.put_object(`, `s3.PutObject`.
  text = text.replace(/^client\./, '');
  const [, owner = '', member = ''] = /^([\w-]+)\.(\w.*)$/s.exec(text) ?? [];
  if (owner !== '' && service === null && isService(owner)) {
    service = owner;
    text = member;
  }
  const words = text.split(/[\s>›/,]+/).flatMap((word) => (word === '' ? [] : [searchKey(word)]));
  return { kind, service, text: text.toLowerCase(), words: words.filter((word) => word !== ''), exact: null };
}

/** Whether the text is long enough: two letters, or one after a prefix. */
export function isEnough({ kind, service, words }: Query): boolean {
  const letters = words.join('').length;
  return letters >= 2 || (letters === 1 && kind !== null) || service !== null;
}

/** The text that finds a name of a kind, in one service, or in all if that is null. */
export function queryFor(kind: HitKind, service: string | null, name: string): string {
  const prefix = {
    service: 'service',
    operation: 'op',
    field: 'field',
    value: 'enum',
    shape: 'shape',
    release: 'release',
  }[kind];
  return `${prefix}:${service === null ? '' : `${service}:`}"${name}"`;
}

/** A map, because a service may be called `constructor`. */
const kinds: ReadonlyMap<string, HitKind> = new Map([
  ['op', 'operation'],
  ['operation', 'operation'],
  ['field', 'field'],
  ['enum', 'value'],
  ['value', 'value'],
  ['shape', 'shape'],
  ['error', 'shape'],
  ['service', 'service'],
  ['release', 'release'],
  ['version', 'release'],
]);
