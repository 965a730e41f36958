/** Tests the borders of a body: what still fits, to the byte, and how much is shown of each thing. */
import { expect, test } from 'vitest';
import { bytesOf, listsHtml, maxBody, notesHtml } from '../../src/feed/body.ts';
import { itemHtml } from '../../src/feed/item-html.ts';
import { releaseHtml } from '../../src/feed/release-html.ts';
import type { FeedCard } from '../../src/view/changes/feed-card.ts';
import type { FeedEntry } from '../../src/view/changes/feed-entry.ts';
import type { FeedRelease } from '../../src/view/changes/feed-release.ts';

/** The room that a body keeps for the line with the number of further changes. */
const forMore = 400;

test('a list is filled to its last byte, and its frame counts', () => {
  const list = { title: 'T', items: ['<li>ä</li>', '<li>b</li>'] };
  const whole = '<h3>T</h3><ul><li>ä</li><li>b</li></ul>';
  const room = bytesOf(whole);
  expect(listsHtml([list], room)).toEqual({ html: whole, more: 0 });
  expect(listsHtml([list], room - 1)).toEqual({ html: '<h3>T</h3><ul><li>ä</li></ul>', more: 1 });
  expect(listsHtml([list], bytesOf('<h3>T</h3><ul></ul>'))).toEqual({ html: '', more: 2 });
  // The second list has what the first one left.
  expect(listsHtml([list, list], 2 * room)).toEqual({ html: whole + whole, more: 0 });
  expect(listsHtml([list, list], 2 * room - 1).more).toBe(1);
});

test('notes are told whole up to 8,000 bytes', () => {
  const frame = bytesOf('<blockquote></blockquote>');
  const longest = 'x'.repeat(8_000 - frame);
  expect(notesHtml([longest], 'Short.')).toBe(`<blockquote>${longest}</blockquote>`);
  expect(notesHtml([`${longest}x`], 'Short.')).toBe('<blockquote><p>Short.</p></blockquote>');
});

/** An item with one change, whose sentence has so many letters. */
function itemWith(letters: number, topic?: FeedEntry['topic']): string {
  const card = { key: 'k', severity: 'safe', sentence: [{ text: 'x'.repeat(letters), code: false }], details: [] };
  const entry = {
    ...{ topic, url: '/', hasAnchors: false, notes: [], summary: '', migration: [], others: 0, wire: 0 },
    ...{ counts: new Map([['safe', 1]]), cards: [{ ...card, ...noPlaces } as unknown as FeedCard] },
  };
  return itemHtml(entry as unknown as FeedEntry);
}

const noPlaces = { values: [], moreValues: 0, places: [], morePlaces: 0, reach: null };

/** The size of the largest body in which what grows with a number is still told. */
function largest(bodyWith: (letters: number) => string): number {
  let [fits, isTooMuch] = [0, 2 * maxBody];
  while (isTooMuch - fits > 1) {
    const letters = Math.floor((fits + isTooMuch) / 2);
    if (bodyWith(letters).includes('x'.repeat(letters))) fits = letters;
    else isTooMuch = letters;
  }
  return bytesOf(bodyWith(fits));
}

test('a change is told as long as there is room for the line with the number of the others', () => {
  expect(largest((letters) => itemWith(letters))).toBe(maxBody - forMore);
  expect(largest((letters) => itemWith(letters, 'documentation'))).toBe(2_500 - forMore);
});

test('of a change five details are shown, and a thousand characters of a value', () => {
  const detail = { before: null, after: 'y', words: null };
  const told = (details: readonly unknown[]): string => {
    const card = { key: 'k', severity: 'safe', sentence: [], details, ...noPlaces };
    const entry = {
      ...{ url: '/', hasAnchors: false, notes: [], summary: '', migration: [], others: 0, wire: 0 },
      ...{ counts: new Map([['safe', 1]]), cards: [card] },
    };
    return itemHtml(entry as unknown as FeedEntry);
  };
  expect(told(Array.from({ length: 7 }, () => detail)).split('after: ').length - 1).toBe(5);
  expect(told([{ ...detail, after: 'y'.repeat(1_000) }])).toContain(`<code>${'y'.repeat(1_000)}</code>`);
  expect(told([{ ...detail, after: 'y'.repeat(1_001) }])).toContain(`<code>${'y'.repeat(1_000)}…</code>`);
});

/** A release with so many services, each with so many lines of some letters. */
function releaseWith(services: number, lines: number, letters = 40): string {
  const line = { url: null, text: [{ text: 'x'.repeat(letters), code: false }] };
  const release = {
    ...{ url: '/', notes: [], summary: '', wire: 0, shared: [] },
    services: Array.from({ length: services }, (_, index) => ({
      ...{ id: `s${index}`, title: 'T', url: null, counts: [], status: null, note: '' },
      lines: Array.from({ length: lines }, () => line),
    })),
  };
  return releaseHtml(release as unknown as FeedRelease);
}

test('the more services a release has, the fewer lines each has: 8, 5, 3, 2, 1, or none', () => {
  const shown = Array.from({ length: 25 }, (_, index) => {
    const services = 20 * (index + 1);
    const html = releaseWith(services, 20);
    expect(html.split('<h3>').length - 1).toBe(services);
    return (html.split('xxx</li>').length - 1) / services;
  });
  expect([...new Set(shown)]).toEqual([8, 5, 3, 2, 1, 0]);
  expect(releaseWith(1, 8)).not.toContain('more');
  expect(releaseWith(1, 9)).toContain('<li>And 1 more</li></ul>');
});

test('a release is told as long as there is room for the line with the number of its other changes', () => {
  expect(largest((letters) => releaseWith(1, 1, letters))).toBe(maxBody - forMore);
});

test('as many names as fit are told where no service has room for a line, each with a comma', () => {
  const html = releaseWith(3_000, 2);
  const names = html.split('<code>').length - 1;
  expect(names).toBeGreaterThan(1_000);
  expect(html).toContain(`And ${(2 * (3_000 - names)).toLocaleString('en')} more changes`);
  const nameOf = (letters: number): string => {
    const service = { id: 'x'.repeat(letters), title: 'T'.repeat(maxBody), url: null, counts: [], status: null };
    const release = { url: '/', notes: [], summary: '', wire: 0, shared: [] };
    return releaseHtml({ ...release, services: [{ ...service, note: '', lines: [] }] } as unknown as FeedRelease);
  };
  expect(largest(nameOf) + bytesOf(', ') - bytesOf('<p></p>')).toBe(maxBody - forMore);
});

test('a sentence that is shared names 400 services', () => {
  const shared = [{ text: [], services: Array.from({ length: 402 }, (_, index) => ({ id: `${index}`, url: null })) }];
  const release = { url: '/', notes: [], summary: '', wire: 0, shared, services: [] };
  const html = releaseHtml(release as unknown as FeedRelease);
  expect(html.split('<code>').length - 1).toBe(400);
  expect(html).toContain('(402 services: <code>0</code>, ');
});
