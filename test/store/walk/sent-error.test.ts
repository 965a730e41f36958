/** Errors that go from one thread to another: what they are called and say is the same on both sides. */
import { expect, test } from 'vitest';
import { SourceError } from '../../../src/sources/index.ts';
import { StoreError } from '../../../src/store/database/store-error.ts';
import { packError, unpackError } from '../../../src/store/walk/live/sent-error.ts';

/** What a thread is given is a copy, as between threads. */
const sent = (error: unknown) => unpackError(structuredClone(packError(error)));

test('what a user can do something about has its class again', () => {
  expect(sent(new SourceError('No such file.'))).toBeInstanceOf(SourceError);
  expect(sent(new StoreError('The disk is full.'))).toBeInstanceOf(StoreError);
  expect(sent(new StoreError('The disk is full.')).message).toBe('The disk is full.');
});

test('any other error has its name, its message and its stack', () => {
  const error = new RangeError('Unexpected length');
  expect(sent(error)).toMatchObject({ name: 'RangeError', message: 'Unexpected length', stack: error.stack });
  expect(sent('only words')).toMatchObject({ name: 'Error', message: 'only words' });
});
