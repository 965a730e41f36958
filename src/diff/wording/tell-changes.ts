/** Changes as a sentence, with the words of the given rules: a page does not load the words of all rules. */
import { type Change, sdkNameOf, visibleText } from '../../model/index.ts';
import type { RuleMeta } from '../rule.ts';
import { code, names } from './code.ts';
import { tellingOf } from './telling.ts';

/** The rule of a kind; undefined for an unknown kind. */
export type RuleOf = (kind: string) => Pick<RuleMeta, 'sentence'> | undefined;

/** Changes of one kind in one sentence with its hint. */
export function tellChanges(changes: readonly [Change, ...Change[]], ruleOf: RuleOf): string {
  const telling = tellingOf(changes);
  const rule = ruleOf(telling.change.kind);
  const sentence = rule === undefined ? unknownKind(telling.change) : rule.sentence(telling);
  return visibleText(sentence.charAt(0).toUpperCase() + sentence.slice(1) + hints(changes));
}

/** The kind is unknown if a newer apidelta wrote the store. */
function unknownKind({ kind, value }: Change): string {
  const words = kind.replaceAll('-', ' ');
  return value === '' ? words : `${words}: ${code(value)}`;
}

function hints(changes: readonly Change[]): string {
  const all = [...new Set(changes.flatMap(({ hint }) => hint ?? []))];
  if (all.length === 0) return '';
  const kind = changes[0]?.kind ?? '';
  // Callers write those in the SDK's way, and so does the sentence before.
  const shown = /^(?:paginator|waiter)-/.test(kind) ? all.map(sdkNameOf) : all;
  return ` (perhaps renamed ${kind.endsWith('-removed') ? 'to' : 'from'} ${names(shown)})`;
}
