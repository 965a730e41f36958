/** No name of a source does anything on a terminal, or begins a line that a program reads. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { apidelta } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-visible-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nasty = [
  '\u001b[31mred',
  'a\n::error::boo',
  'tab\there',
  'bell\u0007',
  '\u202eturned',
  'x\r\ny',
  '\u2028line',
  '\u0000nul',
];

/** A model of which every name, value and text holds what a terminal would act on. */
function model(fields: readonly string[], more: object = {}): string {
  const shapes: Record<string, unknown> = {
    Request: { type: 'structure', members: Object.fromEntries(fields.map((name) => [name, { shape: `S${name}` }])) },
    ...more,
  };
  for (const name of fields) shapes[`S${name}`] = { type: 'string', enum: [name], documentation: `<p>${name}</p>` };
  const operations = Object.fromEntries(
    ['Op', ...fields].map((name) => [name, { name, http: {}, input: { shape: 'Request' }, documentation: name }]),
  );
  const metadata = {
    apiVersion: '2020-01-01',
    serviceFullName: nasty.join(' '),
    uid: 'tea-2020-01-01',
    endpointPrefix: 'tea',
  };
  return JSON.stringify({ metadata, operations, shapes });
}

function written(side: string, fields: readonly string[]): string {
  const inner = join(folder, side, 'tea', '2020-01-01');
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, 'service-2.json'), model(fields));
  return join(folder, side);
}

const before = written('before', nasty.slice(0, 3));
const after = written('after', nasty);
const store = join(folder, 'store.db');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const active = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

test.each([
  ['diff', before, after, '--docs'],
  ['diff', before, after, '--syntax'],
  ['diff', before, after, '--format', 'tsv'],
  ['diff', before, after, '--format', 'github'],
  ['diff', after, before, '--format', 'text'],
  ['check', after, before, '--format', 'github'],
  ['parse', after, '--format', 'paths'],
  ['ingest', before, '--as', '1.0.0'],
  ['ingest', after, '--as', '1.1.0'],
  ['log', 'tea'],
  ['log', 'tea.Op', '--docs', '--syntax'],
  ['find', 'a\n::error::boo'],
  ['find', 'nothing\u001b[31m'],
  ['log', 'tea.\u001b[31mred'],
  ['log', 'tea.\u001b[31mgreen'],
  ['between', 'tea', '1.0.0', '1.1.0'],
  ['diff', 'no\u001b[31msuch', after],
])('%s %s %s %s', async (...args) => {
  const isStored = ['ingest', 'log', 'find', 'between'].includes(args[0] as string);
  const { out, err } = await apidelta([
    ...args.filter((arg) => arg !== undefined),
    ...(isStored ? ['--store', store] : []),
  ] as string[]);
  const isTsv = args.includes('tsv') || args.includes('paths');
  for (const text of [out, err]) {
    expect(text.replaceAll('\n', '').replaceAll(isTsv ? '\t' : '', '')).not.toMatch(active);
    for (const line of text.split('\n')) if (!args.includes('github')) expect(line).not.toMatch(/^::/);
  }
  if (args.includes('github'))
    for (const line of out.trim().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) /);
});
