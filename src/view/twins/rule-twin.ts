/** The Markdown twin of a rule's page. */

import { severityLabel } from '../changes/severity-view.ts';
import { rulePage } from '../pages/about/rules-page.ts';
import type { Site } from '../site/site.ts';
import { document, entry, plain, sentence } from './markdown.ts';

/** Makes the twin of a rule's page. */
export function ruleTwin(site: Site, kind: string): string {
  const page = rulePage(site, kind);
  return document([
    `# ${plain(kind)}`,
    ...page.rules.flatMap((rule, at) => [
      page.rules.length > 1 ? `## Case ${at + 1}` : null,
      sentence(rule.description),
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
      rule.needs.length === 0
        ? null
        : `Both sources must tell ${rule.needs.join('; ')}. Where one of them cannot, the rule stays silent.`,
    ]),
    page.mirror === null ? null : `The other way around it is ${plain(page.mirror.kind)}.`,
  ]);
}
