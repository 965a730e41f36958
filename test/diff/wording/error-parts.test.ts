/** What is said of parts of errors that are in lists: the whole way to them, as it is in the error. */
import { expect, test } from 'vitest';
import { cardsOf, cardTitle, compareServices, plainSentence } from '../../../src/diff/index.ts';
import type { Service } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';

function service(...values: readonly string[]): Service {
  const model = {
    version: '2.0',
    metadata: { uid: 'carts-2020-01-01', serviceId: 'Carts', serviceFullName: 'Carts', endpointPrefix: 'carts' },
    operations: { Op: { name: 'Op', errors: [{ shape: 'TooMany' }] } },
    shapes: {
      TooMany: { type: 'structure', exception: true, members: { Log: { shape: 'Lines' }, Tags: { shape: 'Tags' } } },
      Lines: { type: 'list', member: { shape: 'Line' } },
      Line: { type: 'structure', members: { Tag: { shape: 'Tag' }, More: { shape: 'Tags' } } },
      Tags: { type: 'list', member: { shape: 'Tag' } },
      Tag: { type: 'string', enum: values },
    },
  };
  const text = JSON.stringify(model);
  return parseDocuments('service-model', [{ name: 'service-2.json', text }]).api.services[0] as Service;
}

test('a value of entries, of a field of entries, and of entries of it', () => {
  const { changes = [] } = compareServices(service('A'), service('A', 'B')) ?? {};
  expect(
    cardsOf(changes)
      .map((card) => plainSentence(cardTitle(card)))
      .toSorted(),
  ).toEqual([
    'Entries of TooMany.Log[].More can be B',
    'Entries of TooMany.Tags can be B',
    'TooMany.Log[].Tag can be B',
  ]);
});
