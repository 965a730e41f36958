/** Long names break between their words; put together again they are the name. */
import { expect, test } from 'vitest';
import { namePieces } from '../../../src/view/site/name-pieces.ts';

test('a long name breaks at capitals and after signs, a short one nowhere', () => {
  expect(namePieces('CreateBucket')).toEqual(['CreateBucket']);
  expect(namePieces('ValidationException.ValidationExceptionType')).toEqual([
    ...['Validation', 'Exception.', 'Validation', 'Exception', 'Type'],
  ]);
  expect(namePieces('VPCEndpointConnectionNotificationARN')).toEqual([
    ...['VPCEndpoint', 'Connection', 'Notification', 'ARN'],
  ]);
});

test('nothing is lost', () => {
  for (const name of [
    'a'.repeat(40),
    'request.Filters[].Values[].{key}.LongLongName',
    '._/:._/:._/:._/:._/:._/:._/:._/:',
  ])
    expect(namePieces(name).join('')).toBe(name);
});
