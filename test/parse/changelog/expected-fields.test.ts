/** The marks of fields that a flattened page must have, told by its syntax, in their order. */
import { expect, test } from 'vitest';
import { type ExpectedField, expectParameters, expectResponse } from '../../../src/parse/changelog/expected-fields.ts';
import { parseSyntax } from '../../../src/parse/python/parse-syntax.ts';

const marksOf = (marks: readonly ExpectedField[]) =>
  marks.map(
    ({ mark, otherMark, weak }) => `${mark}${otherMark === undefined ? '' : ` or ${otherMark}`}${weak ? ' alone' : ''}`,
  );

test('a parameter is marked by its type alone, and what is in it by its name and type', () => {
  const { node } = parseSyntax(
    "client.brew(Leaf='string', Cups=['string'], Tags={'string': 123}, Cup={'Size': 123}, Body=b'bytes'|file)",
  );
  const { fields, marks } = expectParameters(node);
  expect(fields.map(({ name }) => name)).toEqual(['Leaf', 'Cups', 'Tags', 'Cup', 'Body']);
  expect(marksOf(marks)).toEqual([
    ...['string alone', 'list alone', '(string) --', 'dict alone', '(string) --', '(integer) --'],
    ...['dict alone', 'Size (integer) --', 'bytes or seekable file-like object alone'],
  ]);
  expect(expectParameters(null)).toEqual({ fields: [], marks: [] });
});

test('a response is a dict, and its fields have their names', () => {
  const { node } = parseSyntax(
    "{'Tags': {'string': {'Size': 1.5}}, 'Cups': [{'A': True|False}], 'Body': StreamingBody(), 'E': EventStream({'A': {'B': 123}})}",
  );
  expect(marksOf(expectResponse(node).marks)).toEqual([
    ...['(dict) --', 'Tags (dict) --', '(string) --', '(dict) --', 'Size (float) --'],
    ...['Cups (list) --', '(dict) --', 'A (boolean) --', 'Body (StreamingBody) --'],
    ...['E (EventStream) --', 'A (dict) --', 'B (integer) --'],
  ]);
  expect(expectResponse(null)).toEqual({ fields: [], marks: [] });
});

test('what contains itself may be a dict or a list, and nothing else has two marks', () => {
  const { node } = parseSyntax("{'Cup': {'... recursive ...'}, 'Leaf': 'string'}");
  const { marks } = expectResponse(node);
  expect(marks.map(({ mark, otherMark }) => [mark, otherMark])).toEqual([
    ['(dict) --', undefined],
    ['Cup (dict) --', 'Cup (list) --'],
    ['Leaf (string) --', undefined],
  ]);
});
