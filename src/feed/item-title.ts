/** The titles of feed items: sentences as plain text. The worst change, then the number of others. */
import type { FeedEntry } from '../view/changes/feed-entry.ts';
import type { FeedRelease } from '../view/changes/feed-release.ts';

/** `s3: GetObject and 4 more return 5 new checksum values, and 3 more changes (1.43.67)`. */
export function itemTitle(entry: FeedEntry): string {
  const [worst] = entry.cards;
  const others = entry.total - 1;
  const end = ` (${entry.release.id})`;
  if (worst !== undefined)
    return oneLine(
      named(entry.service, worst.kind, others === 0 ? worst.title : `${worst.lead}${moreWords(entry, others)}`) + end,
    );
  const [row] = entry.migration;
  const [example] = row?.examples ?? [];
  if (example !== undefined)
    return oneLine(`${entry.service}: ${example.map(({ text }) => text).join('')}${moreWords(entry, others)}${end}`);
  return oneLine(`${entry.service}: ${phrase(entry.summary) || (entry.status ?? 'no changes of the API')}${end}`);
}

/** `1.43.67: s3: GetObject and 4 more return 5 new checksum values, and 24 more changes in 14 services`. */
export function releaseTitle({ release, worst, services, total, summary }: FeedRelease): string {
  const where = services.length > 1 ? ` in ${services.length.toLocaleString('en')} services` : '';
  if (worst !== null) {
    const said = total === 1 ? worst.title : worst.lead;
    const rest = total > 1 ? `, and ${counted(total - 1, 'more change')}${where}` : '';
    return oneLine(`${release.id}: ${named(worst.service, worst.kind, said + rest)}`);
  }
  const [first] = services;
  if (first === undefined) return oneLine(`${release.id}: ${phrase(summary) || 'no changes of the API'}`);
  const rest = services.length > 1 ? `, and news of ${counted(services.length - 1, 'more service')}` : '';
  return oneLine(
    `${release.id}: ${first.id}: ${phrase(first.note) || (first.status ?? 'no changes of the API')}${rest}`,
  );
}

/** A sentence about a whole service names the service itself. */
function named(service: string, kind: string, sentence: string): string {
  const isNamed = kind.startsWith('service-') ? sentence.includes(service) : sentence.startsWith(`${service} `);
  return isNamed ? sentence : `${service}: ${sentence}`;
}

function moreWords({ topic }: FeedEntry, others: number): string {
  if (others === 0) return '';
  if (topic === 'breaking')
    return `, and ${others.toLocaleString('en')} more that ${others === 1 ? 'breaks' : 'break'} callers`;
  return `, and ${counted(others, topic === 'documentation' ? 'more description' : 'more change')}`;
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}

/** The beginning of a note as part of a title: cut at a word, without the full stop. */
function phrase(text: string): string {
  const characters = [...text];
  if (characters.length <= longestPhrase) return text.replace(/[.\s]+$/, '');
  const cut = characters.slice(0, longestPhrase).join('');
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : undefined)}…`;
}

/** A title is plain text: a few signs are removed, which remain of empty code spans or of broken notes. */
function oneLine(text: string): string {
  return text.replaceAll('``', '""').replaceAll('`', "'").replace(/\s+/g, ' ').trim();
}

const longestPhrase = 140;
