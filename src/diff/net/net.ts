/**
 * The net changes between two states of a history: the same differ, with the rules that are small enough for a page.
 */
import type { Change, ErrorChange, FactHistory } from '../../model/index.ts';
import { type Card, cardsOf, worstFirst } from '../cards/cards.ts';
import { compareStates } from '../compare/compare-states.ts';
import type { KeyOf } from '../findings/group-findings.ts';
import type { ErrorRule, Rule } from '../findings/pairs.ts';
import { carriedWords, isCarried } from '../rules/error/carried-words.ts';
import { adviceOf } from '../wording/advice.ts';
import { maxListedNames } from '../wording/code.ts';
import { tellChanges } from '../wording/tell-changes.ts';
import { detail, namesOfChanges } from '../wording/telling.ts';
import { netRules } from './net-rules.ts';
import { pastService } from './past-service.ts';

export { isNetted } from './net-rules.ts';
export { heldIn } from './past-service.ts';

/** A card with its sentence. */
export interface ToldCard extends Card {
  readonly sentence: string;
  /** What sets its changes apart, each once, in Markdown; empty where the sentence has all of them. */
  readonly names: readonly string[];
  /** What a caller does about it in code, if it breaks or may break the caller. */
  readonly advice: string | undefined;
}

/** Two states of a service, by number in its history; `version`: of the newer one, if it is known. */
export interface Asked {
  readonly service: string;
  readonly from: number;
  readonly to: number;
  readonly version?: string | undefined;
}

/**
 * The net changes of the kinds that are netted. A service that only one of both states has is only named as added or
 * removed.
 */
export function netChanges(history: FactHistory, { service, from, to, version }: Asked): readonly Change[] {
  const [before, after] = [pastService(history, service, from), pastService(history, service, to)];
  if (before === undefined || after === undefined) return [];
  const engine = { rules: [...netRules, ...errorRules(history)], keyOf };
  return compareStates(before, after, engine, version === undefined ? {} : { version })?.changes ?? [];
}

/** Changes as cards, the worst first. */
export function toldCards(changes: readonly Change[]): readonly ToldCard[] {
  return worstFirst(cardsOf(changes)).map((card) => {
    const names = [...new Set(namesOfChanges(card.changes))];
    return {
      ...card,
      sentence: tellChanges(card.changes, ruleOf),
      // A sentence names up to three.
      names: names.length > maxListedNames ? names : [],
      advice: adviceOf(card, netRules),
    };
  });
}

/** Not an anchor of any page: anchors are made from hashes. */
const keyOf: KeyOf = (_service, kind, value, first) =>
  [kind, first.operation ?? '', first.direction ?? '', first.path, value].join('\n');

const byId = new Map(netRules.toReversed().map((rule) => [rule.id, rule]));

function ruleOf(kind: string): Pick<Rule, 'sentence'> {
  if (isCarried(kind)) return { sentence: carriedWords[kind] };
  // Changes that are computed in advance bring their sentence.
  return byId.get(kind) ?? { sentence: (telling) => detail(telling, 'sentence') };
}

/** One rule for each case of a changed error: it looks up the result that was computed with the history. */
function errorRules(history: FactHistory): readonly ErrorRule[] {
  const changes = new Map(history.errorChanges.map(([from, to, found]) => [`${from} ${to}`, found]));
  const cases = new Map(history.errorChanges.flatMap(([, , found]) => found.map((one) => [caseOf(one), one] as const)));
  return [...cases].map(([wanted, { kind, severity, audience }]) => ({
    ...{ id: kind, subject: 'error', mirror: null, severity, audience, needs: ['errors'], description: '' },
    ...{ example: { before: '', after: '', line: '', says: '' }, sentence: (telling) => detail(telling, 'sentence') },
    find: ({ before, after }) =>
      (changes.get(`${before?.target} ${after?.target}`) ?? [])
        .filter((one) => caseOf(one) === wanted)
        .map(({ value, path, sentence, details, before: old, after: now }) => ({
          ...{ value, path },
          // A sentence is about one field: several of an error are told together.
          ...(isCarried(kind) ? (details === undefined ? {} : { details }) : { details: { ...details, sentence } }),
          ...(old === undefined ? {} : { before: old }),
          ...(now === undefined ? {} : { after: now }),
        })),
  }));
}

function caseOf({ kind, severity, audience }: ErrorChange): string {
  return `${kind} ${severity} ${audience}`;
}
