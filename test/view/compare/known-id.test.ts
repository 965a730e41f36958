/** The id that a reader means, in whatever letter case it is typed. */
import { expect, test } from 'vitest';
import { knownId } from '../../../src/view/compare/known-id.ts';

test.each([
  ['caps', 'Caps'],
  ['CAPS', 'Caps'],
  ['Caps', 'Caps'],
  ['EC2', 'ec2'],
  ['two', 'two'],
  ['TWO', 'Two'],
  ['none', 'none'],
  ['', ''],
])('%s is %s', (typed, id) => {
  expect(knownId(['ec2', 'Caps', 'Two', 'two'], typed)).toBe(id);
});
