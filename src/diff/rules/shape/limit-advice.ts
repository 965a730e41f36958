/** What a caller should do about a tighter limit: a text can be too long, a number too large. */
import type { Json, Shape } from '../../../model/index.ts';

export type LimitName = 'min' | 'max' | 'pattern';

/** Whether the limits of a kind of shape are about its length, and not about its value. */
export function isLength(kind: Json | undefined): boolean {
  return typeof kind === 'string' && lengths.has(kind);
}

/** The advice about a tighter limit of a kind of shape. */
export function enoughFor(limit: LimitName, kind: Json | undefined): string {
  const isOfLength = isLength(kind);
  const enough = limit === 'min' ? (isOfLength ? 'long' : 'large') : isOfLength ? 'short' : 'small';
  return `Send ${isOfLength ? 'values' : 'numbers'} that are ${enough} enough.`;
}

const kindsWithLength: readonly Shape['kind'][] = ['string', 'list', 'map', 'blob', 'stream'];
const lengths: ReadonlySet<string> = new Set(kindsWithLength);
