/** The body of an item about one service in one release: the team's note and every change, as self-contained HTML. */
import type { BeforeAfter } from '../view/changes/before-after.ts';
import type { FeedCard } from '../view/changes/feed-card.ts';
import type { FeedEntry } from '../view/changes/feed-entry.ts';
import { severityLabel } from '../view/changes/severity-view.ts';
import { escapeHtml } from '../view/prose/prose-html.ts';
import { bytesOf, codeHtml, linkHtml, listsHtml, maxBody, moreHtml, notesHtml, spansHtml, wireHtml } from './body.ts';

/** The HTML of an item. Its addresses are absolute, because a feed reader shows it outside the site. */
export function itemHtml(entry: FeedEntry): string {
  const { url, cards } = entry;
  const head = notesHtml(entry.notes, entry.summary) + migrationHtml(entry);
  const tail = othersHtml(entry) + wireHtml(entry.wire);
  const bySeverity = Map.groupBy(cards, ({ severity }) => severity);
  const lists = [...bySeverity].map(([severity, own]) => ({
    title: `${titleOf(entry, severityLabel(severity))} (${(entry.counts.get(severity) ?? 0).toLocaleString('en')})`,
    items: own.map((card) => cardHtml(entry, card)),
  }));
  const { html, more } = listsHtml(
    lists,
    (entry.topic === 'documentation' ? maxWords : maxBody) - bytesOf(head) - bytesOf(tail) - roomForMore,
  );
  const told = [...entry.counts.values()].reduce((sum, count) => sum + count, 0);
  return head + html + moreHtml(more + told - cards.length, url) + tail || '<p>No changes were found.</p>';
}

function titleOf({ topic }: FeedEntry, severity: string): string {
  return topic === 'documentation' ? 'Changed descriptions' : upperFirst(severity);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Many changes of few kinds, as numbers. */
function migrationHtml({ migration }: FeedEntry): string {
  if (migration.length === 0) return '';
  const rows = migration.map(({ severity, count, examples }) => {
    const said = examples.map((example) => `<li>${spansHtml(example)}</li>`).join('');
    return `<li>${count.toLocaleString('en')} ${severityLabel(severity)}, such as<ul>${said}</ul></li>`;
  });
  return `<h3>Many changes of few kinds</h3><ul>${rows.join('')}</ul>`;
}

/** The changes outside the feed's topic, as a number. */
function othersHtml({ others, url }: FeedEntry): string {
  if (others === 0) return '';
  const count = others.toLocaleString('en');
  return `<p><a href="${escapeHtml(url)}">The release also has ${count} other ${others === 1 ? 'change' : 'changes'} of this service</a></p>`;
}

function cardHtml({ url, hasAnchors }: FeedEntry, card: FeedCard): string {
  const sentence = spansHtml(card.sentence);
  const details = card.details.slice(0, shownDetails).map(beforeAfterHtml).join('');
  return `<li>${hasAnchors ? linkHtml(`${url}#${card.key}`, sentence) : sentence}${details}${valuesHtml(card)}${placesHtml(card)}</li>`;
}

function valuesHtml({ values, moreValues }: FeedCard): string {
  if (values.length === 0) return '';
  const more = moreValues === 0 ? '' : ` and ${moreValues.toLocaleString('en')} more`;
  return `<p>${values.map(codeHtml).join(', ')}${more}</p>`;
}

/**
 * Places have no links: with addresses, bodies were twice as long, and the sentence links to a page with the addresses.
 */
function placesHtml({ places, morePlaces, reach }: FeedCard): string {
  const far = reach === null ? '' : ` (${escapeHtml(reach)})`;
  const lines = places.map((label) => `<br>${codeHtml(label)}`).join('');
  return `${far}${lines}${morePlaces === 0 ? '' : `<br>and ${morePlaces.toLocaleString('en')} more`}`;
}

function beforeAfterHtml({ before, after, words }: BeforeAfter): string {
  if (words !== null) {
    const pieces = words.map(({ text, change }) => {
      const inner = escapeHtml(text);
      return change === 'same' ? inner : change === 'removed' ? `<del>${inner}</del>` : `<ins>${inner}</ins>`;
    });
    return `<p>${pieces.join('')}</p>`;
  }
  const was = before === null ? '' : `<br>before: <del>${codeHtml(short(before))}</del>`;
  const is = after === null ? '' : `<br>after: <ins>${codeHtml(short(after))}</ins>`;
  return was + is;
}

/** Cuts a long value, which may be a whole document; counts whole characters, so that none is split. */
function short(value: string): string {
  const cut = [...value.slice(0, longestValue * 2)].slice(0, longestValue).join('');
  return cut.length === value.length ? value : `${cut}…`;
}

/** The room for the line with the number of further changes. */
const roomForMore = 400;
/** The limit for changed descriptions, in bytes: there are more of them than of all other changes. */
const maxWords = 2_500;
const shownDetails = 5;
const longestValue = 1_000;
