/**
 * Stores are made anew by the version of rules and parsers alone: whoever changes what they find has to raise it. The files
 * beside hold, line by line, each version with a hash of what it finds; words are not in it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareServices, rules } from '../../../src/diff/index.ts';
import { canonicalJson, type Json, traits } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';
import { openSource } from '../../../src/sources/index.ts';
import { parserVersion, rulesVersion } from '../../../src/store/database/engine-versions.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';

const hashOf = (value: unknown) =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(value)) as Json))
    .digest('hex')
    .slice(0, 16);

/** The traits by name, place and kind: models are read and compared by this table, and the examples have few of them. */
const table = traits.map(({ means: _, unread, ...row }) => ({ ...row, isRead: unread === undefined }));

/** The last line of a file of versions, which is the one that holds now. */
function lastLine(name: string): string | undefined {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .at(-1);
}

test('rules that find something else have another version', () => {
  const found = rules.map(({ id, needs, audience, severity, depth, direction, noEffect, example }) => {
    const { changes = [], noEffect: empty = [] } =
      compareServices(serviceOf(example.before), serviceOf(example.after), { documentation: true }) ?? {};
    return {
      ...{ id, needs, audience, severity, depth, direction, noEffect: noEffect !== undefined },
      found: changes.map(({ key, places, value, before, after, details }) => ({
        key,
        places,
        value,
        before,
        after,
        details,
      })),
      empty: empty.map(({ kind, path }) => [kind, path]),
    };
  });
  expect(
    `${rulesVersion} ${hashOf([found, table])}`,
    'raise rulesVersion, and add this line to rules-versions.txt',
  ).toBe(lastLine('rules-versions.txt'));
});

test('parsers that read something else have another version', async () => {
  const read: unknown[] = [];
  const folder = 'test/fixtures/sources';
  for (const name of readdirSync(folder).sort()) {
    const source = await openSource(join(folder, name), {});
    for (const { dialect, service, files } of source.units) {
      const documents = [];
      for (const file of files) documents.push({ name: file.name, text: await file.read() });
      const { api, changes, notes } = parseDocuments(dialect, documents, { service });
      read.push([dialect, api, changes, notes]);
    }
    await source.close();
  }
  expect(read.length).toBeGreaterThan(0);
  expect(
    `${parserVersion} ${hashOf([read, table])}`,
    'raise parserVersion, and add this line to parser-versions.txt',
  ).toBe(lastLine('parser-versions.txt'));
});

test.each(['rules-versions.txt', 'parser-versions.txt'])('%s only grows', (name) => {
  const versions = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => Number(line.split(' ')[0]));
  expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
});
