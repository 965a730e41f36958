/** The Markdown twin of a release's page: every sentence about every service. */
import { cardSentence, cardsOf, severityWords, wireWords, worstFirst } from '../../diff/catalogue.ts';
import { releasePage } from '../pages/release-page.ts';
import { proseMarkdown } from '../prose/prose-markdown.ts';
import type { Site } from '../site/site.ts';
import { dayWords } from '../site/words.ts';
import { address, document, entry, plain } from './markdown.ts';

/** Makes the twin of a release's page. */
export function releaseTwin(site: Site, id: string): string {
  const page = releasePage(site, id);
  const { date } = page.release;
  const notes = site.store
    .generalNotes(id)
    .map(({ about, text }) => entry(0, `${about === null ? '' : `${plain(about)}: `}${flat(proseMarkdown(text))}`));
  return document([
    `# ${plain(id)}`,
    [date === null ? null : dayWords(date), page.numbers.replaceAll(', ', ' = '), page.entriesTitle]
      .filter(Boolean)
      .join(' · '),
    ...(notes.length === 0 ? [] : ['## For all services', notes.join('\n')]),
    ...page.entries.flatMap((row) => [
      `## [${plain(row.service)}](${address(site, row.url)}): ${plain(row.title)}`,
      row.status,
      ...noteLines(site, row.service, id),
      changeLines(site, row.service, id),
    ]),
    page.entries.length === 0 ? 'No change of a service that is shown here.' : null,
  ]);
}

function noteLines(site: Site, service: string, id: string): readonly string[] {
  const [entryOf] = site.store.serviceReleases({ service, release: id });
  return (entryOf?.notes ?? []).map(({ text }) => `> ${proseMarkdown(text).replaceAll('\n', '\n> ')}`);
}

function changeLines(site: Site, service: string, id: string): string {
  const cards = worstFirst(cardsOf(site.store.changes(service, id)));
  const own = cards.filter(({ audience }) => audience === 'sdk');
  const wire = cards.filter(({ audience }) => audience === 'wire');
  return [
    ...own.map((card) => entry(0, `${severityWords[card.severity]}: ${cardSentence(card)}`)),
    ...wire.map((card) => entry(0, `${wireWords}: ${cardSentence(card)}`)),
  ].join('\n');
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
