/** Pages of a changelog that lack something: what is there is read, and what is missing is said once. */
import { expect, test } from 'vitest';
import { type DialectId, parseDocuments } from '../../../src/parse/index.ts';

const flat = (body: string) =>
  `2025/11/13 - Elastic Load Balancing - 1 updated api methods\nChanges Words.\n{'A': 'string'}\nRequest Syntax\nclient.go( A='string' )\nstring\n${body}`;

function read(dialect: DialectId, text: string) {
  const { api, changes, messages } = parseDocuments(dialect, [{ name: 'page', text }]);
  return {
    said: messages.map(({ line, ruleId }) => `${line} ${ruleId}`),
    stated: changes.flatMap(({ changes: own }) => own.map(({ direction, path }) => `${direction} ${path}`)),
    operations: api.services.flatMap(({ operations }) => operations),
  };
}

test('a page without a title belongs to no service, and its first line says so', () => {
  const body = "{'A': 'string'}\nRequest Syntax\nclient.go( A='string' )\nstring\nNone\n";
  expect(read('changelog-flat', body)).toEqual({ said: ['1 unknown-service'], stated: [], operations: [] });
});

test('a response whose section has nothing in it is none, and no mistake of the page', () => {
  const { said, operations } = read('changelog-flat', flat('dict\nResponse Syntax\n'));
  expect(said).toEqual([]);
  expect(operations).toMatchObject([{ name: 'Go', response: null }]);
});

const structured = (changes: string, rest = 'Request Syntax\n\nclient.brew(\n    A="string",\n    B="string",\n)\n') =>
  `2025/11/13 - Elastic Load Balancing - 1 updated api methods\n\nWords.\n\nBrew (updated) Link ¶\n${changes}\n\n${rest}`;

test('blank lines between what changed end nothing', () => {
  const changes = "Changes (request)\n{'A': 'string'}\n\n\n{'B': 'string'}";
  expect(read('changelog-text', structured(changes)).stated).toEqual(['request A', 'request B']);
});

test('an operation that ends before its syntax says where', () => {
  const text = structured("Changes (request)\n{'A': 'string'}", 'Request Syntax\n');
  expect(read('changelog-text', text).said).toContain(`${text.split('\n').length} unexpected-end`);
});

const details = (name: string) =>
  `<details id="${name}">\n<summary>${name} (updated)</summary>\n<p>Request Syntax</p>\n<pre>client.x(\n  A='string'\n)</pre>\n</details>`;
const html = (count: string, ...names: readonly string[]) =>
  `<body>\n<p>2025/11/13 - Elastic Load Balancing - ${count} api methods</p>\n${names.map(details).join('\n')}\n</body>`;

test('a page with fewer operations than its header states has broken off, in every layout', () => {
  const body = "Changes (request)\n{'A': 'string'}";
  const cut = (dialect: DialectId, text: string) =>
    parseDocuments(dialect, [{ name: 'page', text }]).messages.filter(({ ruleId }) => ruleId === 'unexpected-end');
  for (const [dialect, text] of [
    ['changelog-text', structured(body).replace('1 updated', '1 new2 updated')],
    ['changelog-html', html('1 new2 updated', 'Brew')],
  ] as const) {
    const [message, ...others] = cut(dialect, text);
    expect([message?.line, others]).toEqual([text.split('\n').length, []]);
    expect(message?.reason).toBe('Unexpected 1 operation, expected 3, as the page’s header says');
  }
  expect(cut('changelog-text', structured(body))).toEqual([]);
  expect(cut('changelog-html', html('1 new1 updated', 'Brew', 'Pour'))).toEqual([]);
  expect(cut('changelog-html', details('Brew'))).toEqual([]);
});

test('an operation that a page has twice is told at the second one', () => {
  const page = html('2 updated', 'Brew', 'Pour', 'Brew');
  expect(read('changelog-html', page).said).toEqual(['17 unexpected-text']);
  const text = structured("Changes (request)\n{'A': 'string'}");
  const again = `${text}\n${text.slice(text.indexOf('Brew'))}`;
  const at = again.slice(0, again.lastIndexOf('Brew')).split('\n').length;
  expect(read('changelog-text', again).said).toContain(`${at} unexpected-text`);
});

test('another page in the same file is told where it begins, and mixes with nothing', () => {
  const first = html('1 updated', 'Brew');
  const other = html('1 updated', 'Pour').replace('Elastic Load Balancing', 'Amazon Redshift');
  const inOne = [
    `<html>${first}</html>\n<html>${other}</html>`,
    `<body><article>${first.slice(6, -7)}</article>\n<article>${other.slice(6, -7)}</article></body>`,
    `<!DOCTYPE html><html>${first}</html>\n<!DOCTYPE html><html><head><title>Other</title></head>${other}</html>`,
  ];
  for (const text of inOne) {
    const { said, operations } = read('changelog-html', text);
    const at = text.slice(0, text.indexOf('Amazon Redshift')).split('\n').length;
    expect(said).toContain(`${at} unexpected-text`);
    expect(operations.map(({ name }) => name)).toEqual(['Brew']);
  }
  // The header of the page itself, again.
  const twice = html('1 updated', 'Brew').replace(
    '<details',
    '<p>2025/11/13 - Elastic Load Balancing - 1 updated api methods</p>\n<details',
  );
  expect(read('changelog-html', twice).operations.map(({ name }) => name)).toEqual(['Brew']);
});

test('another page in the same text is told where it begins, and mixes with nothing', () => {
  const body = "Changes (request)\n{'A': 'string'}";
  const pages = [
    ['changelog-text', structured(body), 'Brew'],
    ['changelog-flat', flat('None\n'), 'Go'],
  ] as const;
  for (const [dialect, page, name] of pages) {
    const other = page
      .replace('Elastic Load Balancing', 'Amazon Redshift')
      .replaceAll('Brew', 'Pour')
      .replace('.go(', '.pour(');
    for (const title of ['', 'Amazon Redshift\n\n']) {
      const text = `${page}\n${title}${other}`;
      const { said, operations } = read(dialect, text);
      const at = text.slice(0, text.indexOf('2025', 10)).split('\n').length;
      expect(said).toEqual([...read(dialect, page).said, `${at} unexpected-text`].sort());
      expect(operations.map((operation) => operation.name)).toEqual([name]);
    }
  }
});
