/** A value was marked as sensitive, to be kept out of logs, or the mark was taken back: a statement, which changes no call. */
import { match, noMatch } from '../../findings/finding.ts';
import type { ShapeRule } from '../../findings/pairs.ts';
import { areOrIs, fields } from '../../wording/telling.ts';

const shared = { subject: 'shape', severity: 'docs', audience: 'sdk', needs: ['fields', 'sensitive'] } as const;
const [plain, marked] = [
  'CreateUser request Password string optional',
  'CreateUser request Password string optional sensitive',
];

export const sensitiveAdded: ShapeRule = {
  ...shared,
  id: 'sensitive-added',
  mirror: 'sensitive-removed',
  description: 'The value is to be kept out of logs.',
  sentence: (telling) => `${fields(telling)} ${areOrIs(telling)} marked as sensitive now`,
  example: {
    before: plain,
    after: marked,
    line: 'sensitive-added CreateUser request Password  docs',
    says: {
      request: 'docs: `Password` is marked as sensitive now',
      response: 'docs: `Password` is marked as sensitive now',
    },
  },
  find: ({ before, after }) => (before.sensitive !== true && after.sensitive === true ? match : noMatch),
};

export const sensitiveRemoved: ShapeRule = {
  ...shared,
  id: 'sensitive-removed',
  mirror: 'sensitive-added',
  description: 'The value is not said to be kept out of logs any more.',
  sentence: (telling) => `${fields(telling)} ${areOrIs(telling)} no longer marked as sensitive`,
  example: {
    before: marked,
    after: plain,
    line: 'sensitive-removed CreateUser request Password  docs',
    says: {
      request: 'docs: `Password` is no longer marked as sensitive',
      response: 'docs: `Password` is no longer marked as sensitive',
    },
  },
  find: ({ before, after }) => (before.sensitive === true && after.sensitive !== true ? match : noMatch),
};
