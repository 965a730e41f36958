/** The links of a list of shapes that a script makes from names. */
import { expect, test } from 'vitest';
import { memberUrl, plainTypeName } from '../../../src/view/site/shape-links.ts';

test.each([
  ['/shapes/Cup/', '/Brew/#request.Cup', 'Size', '/shapes/Cup/#fields.Size'],
  [undefined, '/Brew/#request.Cup', 'Size', '/Brew/#request.Cup.Size'],
  [undefined, '/Brew/#request', 'a.b', '/Brew/#request.a%5C.b'],
  // The place of a use is too deep for any page, so the page as a whole stands for it.
  [undefined, '/shapes/Deep/', 'Size', null],
  ['/shapes/Cup/', undefined, 'Size', '/shapes/Cup/#fields.Size'],
  [undefined, undefined, 'Size', null],
])('a member of a shape at %s, used at %s', (own, used, name, url) => {
  expect(memberUrl(own, used, name)).toBe(url);
});

test.each([
  ['Cup', 'Cup'],
  ['list of Cup_2', 'Cup_2'],
  ['map of string to Cup', 'Cup'],
  // These are not the names of their anchors.
  ['Dot.Shape', null],
  ['lowerShape', null],
  ['ÉA', null],
  ['list of Éa', null],
  ['list of string', null],
])('the shape at the end of %s', (label, name) => {
  expect(plainTypeName(label)).toBe(name);
});
