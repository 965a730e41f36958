/** A shared shape, rather than one field, was marked as deprecated, or the mark was taken back. */
import { noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';
import { difference } from '../documentation/deprecation-changed.ts';
import { deprecationJson } from '../field/field-deprecated.ts';

const shared = { subject: 'shape', audience: 'sdk', needs: ['fields', 'shape-names', 'member-deprecation'] } as const;
const plain = 'CreateListener request SslPolicy string optional';
const marked = `${plain} shapeDeprecated="Use Policy."`;

export const shapeDeprecated: ShapeRule = {
  ...shared,
  id: 'shape-deprecated',
  mirror: 'shape-undeprecated',
  severity: 'dangerous',
  description: 'A type still works wherever it is used, and its team says that it should not be used any more.',
  sentence: (change) => `The type of ${subjectOf(change)} is deprecated`,
  example: { before: plain, after: marked, line: 'shape-deprecated CreateListener request SslPolicy  dangerous' },
  find: ({ before, after }) =>
    before.deprecated === undefined && after.deprecated !== undefined
      ? [{ after: deprecationJson(after.deprecated) }]
      : noMatch,
};

export const shapeUndeprecated: ShapeRule = {
  ...shared,
  id: 'shape-undeprecated',
  mirror: 'shape-deprecated',
  severity: 'safe',
  description: 'A type that was deprecated is not any more.',
  sentence: (change) => `The type of ${subjectOf(change)} is not deprecated any more`,
  example: { before: marked, after: plain, line: 'shape-undeprecated CreateListener request SslPolicy  safe' },
  find: ({ before, after }) =>
    before.deprecated !== undefined && after.deprecated === undefined
      ? [{ before: deprecationJson(before.deprecated) }]
      : noMatch,
};

export const shapeDeprecationChanged: ShapeRule = {
  ...shared,
  id: 'shape-deprecation-changed',
  mirror: 'shape-deprecation-changed',
  severity: 'docs',
  description: 'What is said of the deprecation of a type changed: since when it holds, or what is to be used instead.',
  sentence: (change) => `The deprecation of the type of ${subjectOf(change)} says something else`,
  example: {
    before: marked,
    after: `${plain} shapeDeprecated="Use Policies."`,
    line: 'shape-deprecation-changed CreateListener request SslPolicy  docs',
  },
  find: ({ before, after }) => difference(before.deprecated, after.deprecated),
};
