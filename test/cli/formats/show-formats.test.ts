/** An operation with more fields than are listed: it lists the first ones, and says once that there are more. */
import { expect, test } from 'vitest';
import { printShown } from '../../../src/cli/formats/show-formats.ts';
import { maxFields } from '../../../src/model/index.ts';

function shown(fields: number, format: string) {
  const members = Array.from({ length: fields }, (_, at) => ({ name: `F${at}x`, target: 'Text' }));
  const operation = { name: 'Brew', sdkName: 'brew', nameOrigin: 'stated', request: 'In', response: null } as const;
  const shapes = { In: { kind: 'structure', members }, Text: { kind: 'string' } } as const;
  const said: string[] = [];
  const text = [...printShown({ service: 'tea', version: '1', operation, shapes }, format, (one) => said.push(one))];
  return [text.join('').match(/F\d+x/g)?.length, said];
}

test.each(['tree', 'json', 'markdown'])('%s', (format) => {
  const sentence = `The first ${maxFields} fields of the request are listed, and there are more.`;
  expect(shown(maxFields, format)).toEqual([maxFields, []]);
  expect(shown(maxFields + 3, format)).toEqual([maxFields, [sentence]]);
});
