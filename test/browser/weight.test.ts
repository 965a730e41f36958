/** Weighs the built site as it goes over the wire. */
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

async function weigh(path: string): Promise<{ readonly bytes: number; readonly text: string }> {
  const response = await fetch(new URL(path, inject('site')));
  expect(response.status, path).toBe(200);
  const text = await response.text();
  return { bytes: gzipSync(text).length, text };
}

test('all scripts together are at most 15 KB, and none stands inside of a page', async () => {
  const { text } = await weigh('');
  const scripts = [...text.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
  expect(scripts.length).toBeGreaterThan(0);
  let bytes = 0;
  for (const [, attributes = '', inside] of scripts.filter(([, attributes = '']) => !attributes.includes('ld+json'))) {
    expect(inside).toBe('');
    bytes += (await weigh(/src="?([^"\s]*)/.exec(attributes)?.[1] ?? '')).bytes;
  }
  expect(bytes).toBeLessThan(15 * 1024);
});

test('half of all operations weigh at most 10 KB', async () => {
  const operations = inject('pages').filter((path) => /^services\/[^/]+\/[A-Z][^/]*\/$/.test(path));
  const weights = (await Promise.all(operations.map(weigh))).map(({ bytes }) => bytes).toSorted((a, b) => a - b);
  expect(weights.length).toBeGreaterThan(0);
  expect(weights[Math.floor(weights.length / 2)]).toBeLessThan(10 * 1024);
});

test('nothing is asked of another host', async () => {
  for (const path of ['', 'services/', 'releases/']) {
    const { text } = await weigh(path);
    const asked = [
      ...text.matchAll(/<(?:script|img|iframe|link rel="?(?:stylesheet|icon)"?)[^>]*?(?:src|href)="?([^\s">]*)/g),
    ];
    expect(asked.length).toBeGreaterThan(2);
    for (const [, url] of asked) expect(url).not.toMatch(/^[a-z]+:|^\/\//i);
  }
});
