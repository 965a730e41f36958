/** How the scripts of pages get from a place to its anchor. */
import { expect, test } from 'vitest';
import { placeAnchor } from '../../../src/view/site/anchor-path.ts';

test('the anchor of a place is that of its field on the page', () => {
  expect(placeAnchor('request.Listeners[].Port')).toBe('request.Listeners[].Port');
  expect(placeAnchor('response')).toBe('response');
});
