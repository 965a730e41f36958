/** The body of a feed item: the team's note and every change, as HTML that needs nothing else. */
import type { BeforeAfter } from '../view/changes/before-after.ts';
import type { ChangeCard } from '../view/changes/change-card.ts';
import type { FeedEntry } from '../view/changes/feed-entry.ts';
import { severityLabel } from '../view/changes/severity-view.ts';
import { escapeHtml } from '../view/prose/prose-html.ts';
import type { Site } from '../view/site/site.ts';
import type { Span } from '../view/site/words.ts';

/** Makes the HTML of an item. Its addresses are absolute, because a reader shows it far from the site. */
export function itemHtml(site: Site, { notes, url, sections }: FeedEntry): string {
  const cards = sections.reduce((sum, section) => sum + section.cards.length, 0);
  const said = notes.map((note) => `<blockquote>${note}</blockquote>`).join('');
  let left = shownCards;
  const parts = sections.map((section) => {
    const shown = section.cards.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return '';
    const title = section.url === null ? escapeHtml(section.title) : link(site, section.url, codeHtml(section.title));
    return `<h3>${title}</h3><ul>${shown.map((card) => cardHtml(site, url, card)).join('')}</ul>`;
  });
  const more =
    cards > shownCards ? `<p><a href="${escapeHtml(url)}">And ${cards - shownCards} more changes</a></p>` : '';
  return said + parts.join('') + more || '<p>No changes were found.</p>';
}

function cardHtml(site: Site, url: string, card: ChangeCard): string {
  const key = card.changes[0]?.key ?? '';
  const severity = `<a href="${escapeHtml(`${url}#${key}`)}"><strong>${severityLabel(card.severity)}</strong></a>`;
  const details = card.changes.map(({ beforeAfter }) => (beforeAfter === null ? '' : beforeAfterHtml(beforeAfter)));
  return `<li>${severity}: ${spansHtml(card.title)}${details.join('')}${placesHtml(site, card)}</li>`;
}

function placesHtml(site: Site, card: ChangeCard): string {
  const all = card.operations.flatMap(({ operation, places }) =>
    places.map(({ direction, path, url }) => {
      const label = codeHtml([operation, direction, path].filter(Boolean).join(' '));
      return `<li>${url === null ? label : link(site, url, label)}</li>`;
    }),
  );
  if (all.length === 0) return '';
  const more = all.length > shownPlaces ? `<li>and ${all.length - shownPlaces} more</li>` : '';
  const reach = card.reach === null ? '' : ` (${escapeHtml(card.reach)})`;
  return `${reach}<ul>${all.slice(0, shownPlaces).join('')}${more}</ul>`;
}

function beforeAfterHtml({ before, after, words }: BeforeAfter): string {
  if (words !== null) {
    const pieces = words.map(({ text, change }) => {
      const inner = escapeHtml(text);
      return change === 'same' ? inner : change === 'removed' ? `<del>${inner}</del>` : `<ins>${inner}</ins>`;
    });
    return `<p>${pieces.join('')}</p>`;
  }
  const was = before === null ? '' : `<br>before: <del>${codeHtml(before)}</del>`;
  const is = after === null ? '' : `<br>after: <ins>${codeHtml(after)}</ins>`;
  return was + is;
}

function spansHtml(spans: readonly Span[]): string {
  return spans.map(({ text, code }) => (code ? codeHtml(text) : escapeHtml(text))).join('');
}

function codeHtml(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

function link(site: Site, url: string, inner: string): string {
  return `<a href="${escapeHtml(site.urls.absolute(url))}">${inner}</a>`;
}

/** A launch can bring thousands of changes; fifty such items would choke a reader. */
const shownCards = 120;
const shownPlaces = 40;
