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
