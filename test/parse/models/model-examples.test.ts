/** Examples of a service model: printed as the documentation prints them, and compared. */
import { describe, expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { linesOf, model, serviceOf } from './tiny-model.ts';

describe('examples', () => {
  const shapes = {
    In: {
      type: 'structure',
      members: { Leaves: { shape: 'Leaves' }, Hot: { shape: 'Bool' }, At: { shape: 'Time' }, Tags: { shape: 'Tags' } },
    },
    Leaves: { type: 'list', member: { shape: 'Text' } },
    Tags: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Time' } },
    Text: { type: 'string' },
    Bool: { type: 'boolean' },
    Time: { type: 'timestamp' },
  };
  const brewing = { operations: { Brew: { name: 'Brew', input: { shape: 'In' }, output: { shape: 'In' } } }, shapes };
  const example = {
    title: 'Tea',
    description: 'Makes ``tea``.',
    input: { Leaves: ['a', "b'\n"], Hot: true, At: '2021-09-17T21:43:54Z', Grams: 2.5 },
    output: { Tags: { x: '1472660939.152', y: '2016-02-29' }, Odd: null },
    comments: { input: { 'Leaves[1]': 'The second.', Hot: 'Very.' }, output: { 'Tags.x': 'A moment.' } },
  };
  const withExample = (one: object, key = 'Brew') => serviceOf(brewing, { version: '1.0', examples: { [key]: [one] } });

  test('are printed as the documentation prints them', () => {
    const service = withExample(example);
    expect(service.facts).toContain('examples');
    expect(service.operations[0]?.examples).toEqual([
      {
        title: 'Tea',
        description: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', value: 'Makes ' },
              { type: 'inlineCode', value: 'tea' },
              { type: 'text', value: '.' },
            ],
          },
        ],
        request: `response = client.brew(
    Leaves=[
        'a',
        # The second.
        'b'\\n',
    ],
    # Very.
    Hot=True,
    At=datetime(2021, 9, 17, 21, 43, 54, 4, 260, 0),
    Grams=2.5,
)

print(response)`,
        response: `{
    'Tags': {
        # A moment.
        'x': datetime(2016, 8, 31, 16, 28, 59, 2, 244, 0),
        'y': datetime(2016, 2, 29, 0, 0, 0, 0, 60, -1),
    },
    'Odd': 'None',
    'ResponseMetadata': {
        '...': '...',
    },
}`,
      },
    ]);
  });

  test('keep what JSON says of numbers', () => {
    const documents = [
      JSON.stringify({ ...model, ...brewing }),
      '{"version":"1.0","examples":{"Brew":[{"id":"a","input":{"A":1.0,"B":1,"C":-2.50,"D":[0.0]}}]}}',
    ].map((text, index) => ({ name: `${index}.json`, text }));
    const { api } = parseDocuments('service-model', documents, { service: 'tea' });
    expect(api.services[0]?.operations[0]?.examples?.[0]?.request).toContain(
      'A=1.0,\n    B=1,\n    C=-2.5,\n    D=[\n        0.0,\n    ],',
    );
  });

  test('that differ are one change of documentation', () => {
    expect(linesOf(withExample(example), withExample({ ...example, input: {} }))).toEqual([
      'tea examples-changed Brew docs',
    ]);
    expect(linesOf(withExample(example), withExample({ ...example, description: 'Makes tea!' }))).toEqual([
      'tea examples-changed Brew docs',
    ]);
    expect(linesOf(withExample(example), withExample({ ...example, description: 'Makes  ``tea``.', id: 'b' }))).toEqual(
      [],
    );
    expect(linesOf(withExample(example), withExample(example, 'Nobody'))).toEqual(['tea examples-changed Brew docs']);
    // Without the file nobody knows.
    expect(linesOf(withExample(example), serviceOf(brewing))).toEqual([]);
  });

  test('that nest without end are told', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const documents = [
      JSON.stringify({ ...model, ...brewing }),
      `{"version":"1.0","examples":{"Brew":[{"input":{"A":${deep}}}]}}`,
    ].map((text, index) => ({ name: `${index}.json`, text }));
    const { messages } = parseDocuments('service-model', documents, { service: 'tea' });
    expect(messages.map(({ message }) => message)).toEqual([
      'Unexpected example of `Brew`, expected at most 100 levels',
    ]);
  });
});
