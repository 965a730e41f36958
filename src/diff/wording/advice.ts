/** The advice for a caller about a change: if its kind has several cases, the advice of the case of this change. */
import type { Card } from '../cards/cards.ts';
import { severityOf } from '../findings/group-findings.ts';
import type { RuleMeta } from '../rule.ts';

/**
 * The advice for changes of one card that break or may break callers of the SDK; undefined if there is nothing to do in
 * code. `rules` has at least the rules of its kind, in their usual order.
 */
export function adviceOf(card: Pick<Card, 'severity' | 'changes'>, rules: readonly RuleMeta[]): string | undefined {
  const change = card.changes.find((one) => one.severity === card.severity) ?? card.changes[0];
  const { kind, severity, audience, places } = change;
  if (audience !== 'sdk' || (severity !== 'breaking' && severity !== 'dangerous')) return undefined;
  const worst = places.filter((place) => place.severity === severity);
  const cases = rules.filter((rule) => rule.id === kind && rule.audience === audience && rule.noEffect === undefined);
  // The cases with this severity at the worst places; none if a project sets a higher severity than every rule.
  const asBad = cases.filter((rule) => worst.some(({ direction }) => severityOf(rule, direction) === severity));
  const candidates = asBad.length > 0 ? asBad : cases;
  const own = candidates.find((rule) => rule.isCase?.(change) !== false) ?? candidates[0];
  if (own?.adviceFor !== undefined) return own.adviceFor(change);
  const directions = new Set(worst.map(({ direction }) => direction));
  const [direction] = directions;
  return (directions.size === 1 && direction ? own?.adviceIn?.[direction] : undefined) ?? own?.advice;
}
