/** Tests that the check of feeds finds what it is there for. */
import { expect, test } from 'vitest';
import { findFeedProblems } from '../../scripts/check-feeds.ts';
import { atom } from '../../src/feed/atom.ts';
import { jsonFeed } from '../../src/feed/json-feed.ts';
import { rss } from '../../src/feed/rss.ts';
import { feedOf, itemOf } from './feeds-by-hand.ts';

const item = itemOf({ url: 'https://docs.example.org/1.0/' });
const files = new Set(['index.html', 'feed.xml', '1.0/index.html']);
const formats = [
  ['feed.xml', rss],
  ['atom.xml', atom],
  ['feed.json', jsonFeed],
] as const;
const problemsOf = (more: Parameters<typeof itemOf>[0] = {}) =>
  formats.map(([file, print]) => findFeedProblems(file, print(feedOf([{ ...item, ...more }])), files, '/'));

test('nothing in feeds as they are', () => {
  expect(problemsOf()).toEqual([[], [], []]);
  expect(problemsOf({ html: '<p><a href="https://else.example/x">x</a></p>' })).toEqual([[], [], []]);
});

test.each([
  [{ id: 'https://docs.example.org/1.0/' }, /permanent id/],
  [{ title: 'Takes `Name`' }, /plain words/],
  [{ html: '<a href="/1.0/">x</a>' }, /needs nothing else/],
  [{ html: '<script>x</script>' }, /needs nothing else/],
  [{ html: '' }, /needs nothing else/],
  [{ url: 'https://docs.example.org/2.0/' }, /Unexpected address .*2\.0/],
  [{ html: 'x'.repeat(600_000) }, /at most 524288 bytes/],
] as const)('%j', (more, sentence) => {
  for (const [problem] of problemsOf(more)) expect(problem).toMatch(sentence);
});

test('two items of one id, a broken document', () => {
  for (const [file, print] of formats) {
    expect(findFeedProblems(file, print(feedOf([item, item])), files, '/')).toEqual([
      `${file}: Unexpected feed, expected an id of its own for each item`,
    ]);
    expect(findFeedProblems(file, print(feedOf([item])).slice(0, -20), files, '/').length).toBeGreaterThan(0);
  }
});
