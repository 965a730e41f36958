/**
 * Makes rules about traits: one factory for everything that has traits. A family is a row of data. A bearer says where
 * its traits stand, which facts both sides need, and how its examples are written. The table of traits says which
 * traits a family has.
 */
import {
  type Audience,
  canonicalJson,
  type Fact,
  type Json,
  type Severity,
  type TraitPlace,
  traits,
  type Wire,
} from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { RuleExample, RuleMeta, SeverityByDirection } from '../../rule.ts';
import type { Telling } from '../../wording/telling.ts';
import { isSame, orNothing } from './stated-twice.ts';

/** A trait that differs: its name and its value before and after; undefined if the trait is absent. */
export interface TraitChange {
  readonly trait: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** One kind of change, for all traits with the same meaning to a caller. */
export interface TraitFamily {
  readonly id: string;
  readonly severity: Severity | SeverityByDirection;
  readonly audience: Audience;
  readonly description: string;
  readonly advice?: string;
  /** The changes of its traits that this case is about; all if it is absent. */
  readonly is?: (change: TraitChange) => boolean;
  /** The reason why it means nothing to a caller; absent if it has a meaning. */
  readonly noEffect?: string;
  /** Traits that also belong to this kind, although the table names another kind for them. */
  readonly also?: readonly string[];
  sentence(telling: Telling): string;
  /** The traits before and after, in the notation of examples, and the resulting value. */
  readonly example: readonly [before: string, after: string, value: string];
  readonly says: RuleExample['says'];
}

/** Everything that has traits: a field, a type, an operation, a service, an error, a waiter, a paginator. */
export interface TraitBearer {
  readonly places: readonly TraitPlace[];
  readonly needs: readonly Fact[];
  /** A line of an example with a trait, or without one. */
  line(trait: string, family: Pick<TraitFamily, 'id'>): string;
  readonly columns: string;
}

/** The traits of a family, at the places of its bearer. */
export function traitsOf(
  { id, also = [] }: Pick<TraitFamily, 'id' | 'also'>,
  places: readonly TraitPlace[],
): readonly string[] {
  const own = traits.filter(
    ({ rule, at, asWire }) => rule === id && asWire && at.some((place) => places.includes(place)),
  );
  return [...new Set([...own.map(({ name }) => name), ...also])];
}

/** The parts that all rules about a family share: all but the subject and `find`. */
export function traitMeta(family: Omit<TraitFamily, 'is'>, bearer: TraitBearer): Omit<RuleMeta, 'subject'> {
  const { id, severity, audience, description, advice, noEffect, sentence, says } = family;
  const [before, after, value] = family.example;
  const shown = typeof severity === 'string' ? severity : severity.request;
  return {
    id,
    mirror: id,
    severity,
    audience,
    needs: bearer.needs,
    description,
    ...(advice === undefined ? {} : { advice }),
    ...(noEffect === undefined ? {} : { noEffect }),
    sentence,
    example: {
      before: bearer.line(before, family),
      after: bearer.line(after, family),
      line: `${id} ${bearer.columns} ${value} ${noEffect ?? shown}`,
      says,
    },
  };
}

/** Why a trait with the value `false` is not a change. */
const notSaid = 'false is what holds where nothing is stated';

/** One match for each trait of a family that differs: `location header>uri`. */
export function traitMatches(
  family: TraitFamily,
  places: readonly TraitPlace[],
): (before: Wire | undefined, after: Wire | undefined) => readonly Match[] {
  const own = traitsOf(family, places);
  const { is = () => true } = family;
  return (before, after) => {
    if (before === after || (before === undefined && after === undefined)) return noMatch;
    let found: Match[] | undefined;
    for (const trait of own) {
      const [old, now] = [before?.[trait], after?.[trait]];
      if (old === now || showTrait(old) === showTrait(now) || !is({ trait, before: old, after: now })) continue;
      found ??= [];
      const one = traitMatch(trait, old, now);
      found.push(isSame(old, now) ? { ...one, noEffect: notSaid } : one);
    }
    return found ?? noMatch;
  };
}

/**
 * The match about one trait. `owner` is the waiter, the paginator or the error: it stands before the value and also in
 * the details.
 */
export function traitMatch(trait: string, old: Json | undefined, now: Json | undefined, owner = ''): Match {
  return {
    value: `${owner === '' ? '' : `${owner} `}${trait} ${showTrait(old)}>${showTrait(now)}`,
    before: orNothing(old),
    after: orNothing(now),
    details: owner === '' ? { trait } : { trait, owner },
  };
}

/** A trait as a word of a value. */
export function showTrait(value: Json | undefined): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : canonicalJson(value);
}
