/** Limits of 64 bits keep their digits on the way from JSON to a model, to a change and to its sentence; nothing else is read otherwise. */
import { describe, expect, test } from 'vitest';
import { compareServices, sentenceOf } from '../../../src/diff/index.ts';
import { ModelMemory, parseDocuments } from '../../../src/parse/index.ts';
import { parseExactly } from '../../../src/parse/models/exact-json.ts';
import { readParted, readWhole } from '../../../src/parse/models/json-parts.ts';

/** A model in the layout that botocore writes, with a limit as it stands in the text. */
function modelWith(max: string): string {
  return `{
  "metadata":{"uid":"tea-2020-01-01"},
  "operations":{
    "Brew":{"name":"Brew","input":{"shape":"In"}}
  },
  "shapes":{
    "In":{"type":"structure","members":{"Leaves":{"shape":"Leaves"}}},
    "Leaves":{"type":"long","max":${max},"documentation":"<p>As in: 9223372036854775807</p>"}
  }
}`;
}

function serviceOf(max: string) {
  const { api } = parseDocuments('service-model', [{ name: 'm.json', text: modelWith(max) }], { service: 'tea' });
  return api.services[0];
}

describe('a limit of 64 bits', () => {
  test.each([
    ['9223372036854775807', '9223372036854775807'],
    ['-9223372036854775808', '-9223372036854775808'],
    ['9007199254740991', 9007199254740991],
    ['9223372036854775807.0', 2 ** 63],
    ['1e19', 1e19],
  ])('%s', (written, max) => {
    expect(serviceOf(written)?.shapes.Leaves?.constraints).toEqual({ max });
  });

  test('is compared and told to the last digit', () => {
    const changes = compareServices(serviceOf('9223372036854775807'), serviceOf('9223372036854775806'))?.changes ?? [];
    expect(changes.map((change) => `${change.severity} ${change.value}: ${sentenceOf(change)}`)).toEqual([
      'dangerous max 9223372036854775807>9223372036854775806: `Leaves` may be at most 9,223,372,036,854,775,806 (was 9,223,372,036,854,775,807)',
    ]);
    expect(compareServices(serviceOf('9223372036854775807'), serviceOf('9223372036854775807'))).toBeUndefined();
  });

  test('is found wherever it stands, between other digits too', () => {
    for (let before = 0; before < 40; before++)
      for (const other of ['x', '12', '123456789012345 ']) {
        const text = `{"a":"${other.repeat(before)}","max":9007199254740993,"b":1}`;
        expect([text, (parseExactly(text) as { readonly max: unknown }).max]).toEqual([text, '9007199254740993']);
      }
  });

  test('is kept where the model is read part by part, and an unchanged part is the same object', () => {
    const before = readWhole(modelWith('9223372036854775807'));
    const after = readParted(modelWith('9223372036854775806'), before);
    expect(after?.sections).toBeDefined();
    expect(after?.value).toEqual(parseExactly(modelWith('9223372036854775806')));
    const shapesOf = (value: unknown) => (value as { readonly shapes: Readonly<Record<string, unknown>> }).shapes;
    expect(shapesOf(after?.value)).toMatchObject({ Leaves: { max: '9223372036854775806' } });
    expect(shapesOf(after?.value).In).toBe(shapesOf(before.value).In);
  });

  test('stays in the states that are read after it, whatever of them is read again', () => {
    const memory = new ModelMemory();
    const texts = [
      modelWith('9223372036854775807'),
      modelWith('9223372036854775807').replace('"Brew":{', '"Brew":{"documentation":"<p>More.</p>",'),
      // The shape is read again, because its text is another; so is all of the model, because its head is.
      modelWith('9223372036854775807').replace('As in', 'At most'),
      modelWith('9223372036854775807').replace('tea-2020', 'tee-2020'),
      JSON.stringify(JSON.parse(modelWith('1'))).replace('"max":1', '"max":9223372036854775807'),
    ];
    const limits = texts.map((text) => {
      const { api } = parseDocuments('service-model', [{ name: 'm.json', text }], { service: 'tea', memory });
      return api.services[0]?.shapes.Leaves?.constraints;
    });
    expect(limits).toEqual(texts.map(() => ({ max: '9223372036854775807' })));
  });

  test('is never taken from the state before', () => {
    const memory = new ModelMemory();
    // In one line it has another layout, and its number is no whole number in digits.
    const other = JSON.stringify(JSON.parse(modelWith('1'))).replace('"max":1', '"max":1e19');
    const limits = [modelWith('5'), other].map((text) => {
      const { api } = parseDocuments('service-model', [{ name: 'm.json', text }], { service: 'tea', memory });
      return api.services[0]?.shapes.Leaves?.constraints;
    });
    expect(limits).toEqual([{ max: 5 }, { max: 1e19 }]);
  });

  test('of models before 0.64 too', () => {
    const text = `{ "api_version": "2010-01-01", "type": "query", "service_full_name": "Tea", "operations": { "Brew": {
      "name": "Brew", "input": { "shape_name": "In", "type": "structure", "members": { "Leaves": {
        "shape_name": "Leaves", "type": "long", "max_length": 9223372036854775807 } } } } } }`;
    const { api } = parseDocuments('service-model', [{ name: 'm.json', text }], { service: 'tea' });
    expect(Object.values(api.services[0]?.shapes ?? {}).flatMap(({ constraints }) => constraints ?? [])).toEqual([
      { max: '9223372036854775807' },
    ]);
  });
});

test.each([
  '{"max":1,"a":[1.50,-0,1e3,null,true,"x"]}',
  '{"documentation":"at most: 9223372036854775807","max":5}',
  '{"n":9223372036854775807,"list":[9223372036854775807]}',
  '{"__proto__":{"max":9.5},"toString":1,"a":1,"a":2,"n": 1234567890123456}',
])('all else is what JSON.parse makes of it: %s', (text) => {
  const read = parseExactly(text);
  expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
  expect(Object.keys(read as object)).toEqual(Object.keys(JSON.parse(text)));
});

test('JSON that nests without end, and a limit of too many digits, are read as they always were', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  expect(() => parseExactly(`{"max":9223372036854775807,"deep":${deep}}`)).not.toThrow();
  expect(parseExactly(`{"max":1${'0'.repeat(300_000)}}`)).toEqual({ max: Number.POSITIVE_INFINITY });
  expect(() => parseExactly('{"max":')).toThrow(SyntaxError);
});
