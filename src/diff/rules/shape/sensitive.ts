/** A value was marked as sensitive, to be kept out of logs, or the mark was taken back. */
import { match, noMatch, type ShapeRule } from '../../findings/pairs.ts';
import { subjectOf } from '../../wording.ts';

export const sensitiveAdded: ShapeRule = {
  id: 'sensitive-added',
  subject: 'shape',
  mirror: 'sensitive-removed',
  severity: 'docs',
  audience: 'sdk',
  needs: ['fields', 'sensitive'],
  description: 'The value is to be kept out of logs.',
  sentence: (change) => `${subjectOf(change)} is sensitive now`,
  example: {
    before: 'CreateUser request Password string optional',
    after: 'CreateUser request Password string optional sensitive',
    line: 'sensitive-added CreateUser request Password  docs',
  },
  find: ({ before, after }) => (before.sensitive !== true && after.sensitive === true ? match : noMatch),
};

export const sensitiveRemoved: ShapeRule = {
  id: 'sensitive-removed',
  subject: 'shape',
  mirror: 'sensitive-added',
  severity: 'dangerous',
  audience: 'sdk',
  needs: ['fields', 'sensitive'],
  description: 'The value is not kept out of logs any more.',
  sentence: (change) => `${subjectOf(change)} is not sensitive any more`,
  example: {
    before: 'CreateUser request Password string optional sensitive',
    after: 'CreateUser request Password string optional',
    line: 'sensitive-removed CreateUser request Password  dangerous',
  },
  find: ({ before, after }) => (before.sensitive === true && after.sensitive !== true ? match : noMatch),
};
