/**
 * Makes rules about traits: one factory for whatever bears them. A family is a row of data; a bearer says where its traits stand,
 * which facts both sides need, and how its examples are written. Which traits a family has is read off the table of traits.
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

/** A trait that differs: its name, what it was and what it is, with nothing for a trait that is not there. */
export interface TraitChange {
  readonly trait: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** A kind of change, for all traits that mean the same to a caller. */
export interface TraitFamily {
  readonly id: string;
  readonly severity: Severity | SeverityByDirection;
  readonly audience: Audience;
  readonly description: string;
  readonly advice?: string;
  /** Which changes of its traits this case is about; all where it is absent. */
  readonly is?: (change: TraitChange) => boolean;
  /** Why it means nothing to a caller, where it does not. */
  readonly noEffect?: string;
  /** Also traits of which the table says another kind. */
  readonly also?: readonly string[];
  sentence(telling: Telling): string;
  /** The traits before and after, in the notation of examples, and the value that comes out. */
  readonly example: readonly [before: string, after: string, value: string];
  readonly says: RuleExample['says'];
}

/** What bears traits: a field, a type, an operation, a service, an error, a waiter, a paginator. */
export interface TraitBearer {
  readonly places: readonly TraitPlace[];
  readonly needs: readonly Fact[];
  /** A line of an example with a trait, or with none. */
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

/** What is the same in all rules about a family: all but the subject and the finding. */
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

/** Why a trait that is said not to hold is no change. */
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

/** The match about one trait. `owner` is put before its value, and kept apart: the waiter, the paginator, the error. */
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
