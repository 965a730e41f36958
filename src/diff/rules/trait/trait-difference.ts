/** What rules about traits share: which of a list of traits are different on two sides, and from what to what. */
import { type Audience, canonicalJson, type Json, type Severity, type Wire } from '../../../model/index.ts';
import type { Found } from '../../findings/pairs.ts';

/** A kind of change, for all traits that mean the same to a caller. */
export interface TraitFamily {
  readonly id: string;
  readonly traits: readonly string[];
  readonly severity: Severity;
  readonly audience: Audience;
  readonly description: string;
  /** `has another place on the wire`. */
  readonly words: string;
  /** The traits before and after, in the notation of examples, and the value that comes out. */
  readonly example: readonly [before: string, after: string, value: string];
}

const none: readonly Found[] = [];

/** One answer for each trait that differs: `location header>uri`. */
export function traitDifferences(
  traits: readonly string[],
  before: Wire | undefined,
  after: Wire | undefined,
): readonly Found[] {
  if (before === after || (before === undefined && after === undefined)) return none;
  let found: Found[] | undefined;
  for (const trait of traits) {
    const [old, now] = [before?.[trait], after?.[trait]];
    if (old === now || showTrait(old) === showTrait(now)) continue;
    found ??= [];
    found.push(traitFound(trait, old, now));
  }
  return found ?? none;
}

/** The answer about one trait. */
export function traitFound(trait: string, old: Json | undefined, now: Json | undefined): Found {
  return { value: `${trait} ${showTrait(old)}>${showTrait(now)}`, before: old ?? null, after: now ?? null };
}

/** A trait as a word of a value. */
export function showTrait(value: Json | undefined): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : canonicalJson(value);
}
