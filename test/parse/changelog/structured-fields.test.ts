/** Described parameters of a changelog page that kept its indentation: where each stands, and marks that stand alone. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';

const page = (type: string, description: string) => `2025/11/13 - Elastic Load Balancing - 1 updated api methods

Changes Words.

Brew (updated) Link ¶
Changes (request)
{'Leaf': 'string'}

Makes tea.

Request Syntax

client.brew(
    Leaf='string',
)

type Leaf:

${type}

param Leaf:

${description}

rtype:

dict

returns:

None
`;
const read = (type: string, description: string) =>
  parseDocuments('changelog-text', [{ name: 'a.txt', text: page(type, description) }]);

test('a message about a parameter points at the line of its name', () => {
  const { messages } = read('integer', 'The leaf.');
  const line = page('integer', 'The leaf.').split('\n').indexOf('param Leaf:') + 1;
  expect(messages.map((message) => `${message.line}:${message.column} ${message.ruleId}`)).toEqual([
    `${line}:1 type-mismatch`,
  ]);
});

test.each([
  ['The leaf.', false, 'The leaf.'],
  ['[REQUIRED]\n\nThe leaf.', true, 'The leaf.'],
  ['[REQUIRED] The leaf.', true, 'The leaf.'],
  ['[REQUIRED]', true, undefined],
])('%j', (description, required, words) => {
  const { api, messages } = read('string', description);
  expect(messages.map(String)).toEqual([]);
  const [service] = api.services;
  const shape = service?.shapes[service.operations[0]?.request ?? ''];
  const [member] = shape !== undefined && 'members' in shape ? shape.members : [];
  expect(member?.required === true).toBe(required);
  expect(member?.documentation).toEqual(
    words === undefined ? undefined : [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
  );
});

test('a new operation is one statement, of the operation and of no field', () => {
  const text = page('string', 'The leaf.')
    .replace('updated api', 'new api')
    .replace("Brew (updated) Link ¶\nChanges (request)\n{'Leaf': 'string'}", 'Brew (new) Link ¶');
  const { changes, messages } = parseDocuments('changelog-text', [{ name: 'a.txt', text }]);
  expect(messages.map(String)).toEqual([]);
  expect(changes.flatMap((one) => one.changes)).toEqual([
    {
      ...{ kind: 'operation-added', operation: 'Brew', direction: null, path: '', value: '' },
      at: { file: 'a.txt', line: 5, column: 1 },
    },
  ]);
});
