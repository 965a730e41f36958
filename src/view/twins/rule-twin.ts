/** The Markdown twin of a rule's page. */

import { severityLabel } from '../changes/severity-view.ts';
import { type RuleView, rulePage } from '../pages/about/rules-page.ts';
import type { Site } from '../site/site.ts';
import { listed } from '../site/words.ts';
import { document, entry, plain, sentence } from './markdown.ts';

/** Makes the twin of a rule's page. */
export function ruleTwin(site: Site, kind: string): string {
  const page = rulePage(site, kind);
  return document([
    `# ${plain(kind)}`,
    ...page.cases.flatMap(({ title, rest, rules }) => [
      ...(page.cases.length === 1
        ? [sentence(rules[0]?.description ?? [])]
        : [`## ${sentence(title)}`, ...(rest.length === 0 ? [] : [sentence(rest)])]),
      ...rules.flatMap(ruleBlocks),
    ]),
    page.mirror === null ? null : `The other way around it is ${plain(page.mirror.kind)}.`,
  ]);
}

function ruleBlocks(rule: RuleView): readonly (string | null)[] {
  return [
    rule.noEffect !== null
      ? `No change: ${plain(rule.noEffect)}`
      : rule.request === rule.response
        ? severityLabel(rule.request)
        : `In a request ${severityLabel(rule.request)}; in a response ${severityLabel(rule.response)}.`,
    `Concerns ${rule.audience}.`,
    rule.cards
      .map((card) =>
        entry(0, `${card.glyph.words}: ${sentence(card.title)}${card.where === '' ? '' : ` (${card.where})`}`),
      )
      .join('\n'),
    rule.advice === null ? null : `In your code: ${sentence(rule.advice)}`,
    rule.needs.length === 0 ? null : `Reported only where both versions state ${listed(rule.needs)}.`,
  ];
}
