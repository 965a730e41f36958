/** What was typed, taken apart: `op:`, `field:`, `enum:`, `shape:`, a service in front, words, and quotes for a whole name. */
import { searchKey } from '../../../view/search/name-words.ts';

export type HitKind = 'service' | 'operation' | 'field' | 'value' | 'shape';

export interface Query {
  /** Null for all. */
  readonly kind: HitKind | null;
  /** What stands before the colon or dot, where that may be a service. */
  readonly service: string | null;
  /** What is left of it, in small letters. */
  readonly text: string;
  /** Its words, as names are compared. */
  readonly words: readonly string[];
  /** The name in quotes. */
  readonly exact: string | null;
}

/** Reads what was typed. `isService`: whether something is the name of a service. */
export function parseQuery(typed: string, isService: (name: string) => boolean): Query {
  let text = typed.trim();
  let kind: HitKind | null = null;
  let service: string | null = null;
  for (;;) {
    const [, before = '', rest = ''] = /^([\w-]+):\s*(.*)$/s.exec(text) ?? [];
    const named = kinds[before.toLowerCase()];
    if (named !== undefined && kind === null) kind = named;
    else if (before !== '' && service === null && isService(before)) service = before;
    else break;
    text = rest;
  }
  const [, quoted] = /^"(.*?)"?$/s.exec(text) ?? [];
  if (quoted !== undefined && quoted !== '')
    return { kind, service, text: '', words: [searchKey(quoted)], exact: quoted };
  // As code has it: `client.put_object(`, `s3.PutObject`.
  text = text.replace(/^client\./, '');
  const [, owner = '', member = ''] = /^([\w-]+)\.(\w.*)$/s.exec(text) ?? [];
  if (owner !== '' && service === null && isService(owner)) {
    service = owner;
    text = member;
  }
  const words = text.split(/[\s>›/,]+/).flatMap((word) => (word === '' ? [] : [searchKey(word)]));
  return { kind, service, text: text.toLowerCase(), words: words.filter((word) => word !== ''), exact: null };
}

/** Whether there is enough to look for: two letters, or one behind a prefix. */
export function isEnough({ kind, service, words }: Query): boolean {
  const letters = words.join('').length;
  return letters >= 2 || (letters === 1 && kind !== null) || service !== null;
}

const kinds: Readonly<Record<string, HitKind>> = {
  ...{ op: 'operation', operation: 'operation', field: 'field', enum: 'value', value: 'value' },
  ...{ shape: 'shape', error: 'shape', service: 'service' },
};
