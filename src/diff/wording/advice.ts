/** What a caller does about a change: the advice of the case that it is of, where its kind has several. */
import type { Card } from '../cards/cards.ts';
import { severityOf } from '../findings/group-findings.ts';
import type { RuleMeta } from '../rule.ts';

/**
 * The advice for changes of one card that break or may break callers of the SDK; undefined where there is nothing to do in code.
 * `rules`: at least those of its kind, in the order in which they are asked.
 */
export function adviceOf(card: Pick<Card, 'severity' | 'changes'>, rules: readonly RuleMeta[]): string | undefined {
  const change = card.changes.find((one) => one.severity === card.severity) ?? card.changes[0];
  const { kind, severity, audience, places } = change;
  if (audience !== 'sdk' || (severity !== 'breaking' && severity !== 'dangerous')) return undefined;
  const worst = places.filter((place) => place.severity === severity);
  const cases = rules.filter((rule) => rule.id === kind && rule.audience === audience && rule.noEffect === undefined);
  // What is as bad as this, where it is as bad as this; a project may call it worse than any rule does.
  const asBad = cases.filter((rule) => worst.some(({ direction }) => severityOf(rule, direction) === severity));
  const candidates = asBad.length > 0 ? asBad : cases;
  return (candidates.find((rule) => rule.isCase?.(change) !== false) ?? candidates[0])?.advice;
}
