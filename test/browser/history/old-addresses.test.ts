/** Holds that addresses of the site as it was before go on working: pages, fields, values, changes and shapes. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject } from 'vitest';
import { testHistory } from './test-history.ts';

const list = readFileSync(path.join(import.meta.dirname, 'old-addresses.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);

testHistory('every old address opens the same thing', () => {
  const folder = inject('historyFolder') ?? '';
  const ids = new Map<string, ReadonlySet<string>>();
  const lost = list.filter((address) => {
    const [page = '', anchor] = address.split(/#(.*)/s);
    const file = path.join(folder, page, 'index.html');
    if (!existsSync(file)) return true;
    const known = ids.get(page) ?? idsIn(readFileSync(file, 'utf8'));
    ids.set(page, known);
    return anchor !== undefined && !known.has(anchor);
  });
  expect(list.length).toBeGreaterThan(2000);
  expect(lost).toEqual([]);
});

function idsIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => decoded(id)));
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
