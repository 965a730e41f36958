/** The rules of a kind in cases: those with one description stand together, under its first sentence. */
import type { Span } from '../../site/words.ts';
import type { RuleView } from './rules-page.ts';

export interface RuleCase {
  /** The first sentence of the description, without its full stop. */
  readonly title: readonly Span[];
  /** The sentences after it. */
  readonly rest: readonly Span[];
  /** Rules that differ in more than their examples. */
  readonly rules: readonly RuleView[];
}

/** The cases, in the order of the rules. */
export function ruleCases(rules: readonly RuleView[]): readonly RuleCase[] {
  const byDescription = Map.groupBy(rules, ({ description }) => JSON.stringify(description));
  return [...byDescription.values()].map((same) => ({
    ...sentencesOf(same[0]?.description ?? []),
    rules: [...Map.groupBy(same, verdictOf).values()].flatMap(joined).sort(byAudience),
  }));
}

function verdictOf({ request, response, audience, advice, noEffect }: RuleView): string {
  return JSON.stringify([request, response, audience, advice, noEffect]);
}

/** What everybody sees comes first. */
function byAudience(a: RuleView, b: RuleView): number {
  return Number(a.audience !== 'everybody') - Number(b.audience !== 'everybody');
}

function joined(same: readonly RuleView[]): readonly RuleView[] {
  const [first] = same;
  if (first === undefined) return [];
  const needs = [...new Set(same.flatMap((rule) => rule.needs))];
  // Several rules can have one example.
  const cards = new Map(same.flatMap((rule) => rule.cards).map((card) => [JSON.stringify(card), card]));
  return [{ ...first, needs, cards: [...cards.values()] }];
}

function sentencesOf(description: readonly Span[]): Pick<RuleCase, 'title' | 'rest'> {
  const at = description.findIndex(({ text, code }) => !code && text.includes('. '));
  const last = description[at];
  if (last === undefined) return { title: description.map(withoutStop), rest: [] };
  const end = last.text.indexOf('. ');
  return {
    title: [...description.slice(0, at), { ...last, text: last.text.slice(0, end) }],
    rest: [{ ...last, text: last.text.slice(end + 2) }, ...description.slice(at + 1)],
  };
}

function withoutStop(span: Span, at: number, all: readonly Span[]): Span {
  return at < all.length - 1 || span.code ? span : { ...span, text: span.text.replace(/\.$/, '') };
}
