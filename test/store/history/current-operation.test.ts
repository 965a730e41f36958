/** Tests what the newest state of an operation keeps of an older source that could tell more. */
import { expect, test } from 'vitest';
import type { Operation } from '../../../src/model/index.ts';
import { type CurrentOperation, carriedOver } from '../../../src/store/history/current-operation.ts';

const plain: Operation = { name: 'Brew', sdkName: 'brew', nameOrigin: 'stated' };
const errors = [{ name: 'TooHot' }];
const examples = [{ title: 'Tea' }];
const before = (operation: Operation, more: Partial<CurrentOperation> = {}): CurrentOperation => ({
  ...{ operation, snapshot: 's', asOf: '1.0', source: 'x', removedIn: null, ...more },
});

test('errors, examples and links that a page does not show are kept', () => {
  expect(carriedOver(before({ ...plain, errors, examples, seeAlso: 'link' }), plain)).toEqual({
    errors,
    examples,
    seeAlso: 'link',
  });
  expect(carriedOver(before({ ...plain, errors, examples }), { ...plain, errors: [] })).toEqual({ examples });
  expect(carriedOver(before({ ...plain, seeAlso: 'link' }), { ...plain, seeAlso: 'other' })).toBeUndefined();
});

test('what was kept before is kept on', () => {
  expect(carriedOver(before(plain, { carried: { errors } }), plain)).toEqual({ errors });
});

test('of an operation that was not there, or is gone, nothing is kept', () => {
  expect(carriedOver(undefined, plain)).toBeUndefined();
  expect(carriedOver(before({ ...plain, errors }, { removedIn: '1.1' }), plain)).toBeUndefined();
});
