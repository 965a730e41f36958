/** A service is new. */
import { noMatch } from '../../findings/finding.ts';
import type { ServiceRule } from '../../findings/pairs.ts';
import { code, counted } from '../../wording/code.ts';
import { detail, firstSentence } from '../../wording/telling.ts';

export const serviceAdded: ServiceRule = {
  id: 'service-added',
  subject: 'service',
  mirror: 'service-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: [],
  description: 'A service is new. It is one change, however many operations it has.',
  sentence(telling) {
    const summary = detail(telling, 'summary');
    const operations = telling.change.details?.operations;
    const size = typeof operations === 'number' ? `: ${counted(operations, 'operation')}` : '';
    return `New service ${code(telling.change.service)}${size}${summary === '' ? '' : ` — ${summary}`}`;
  },
  example: {
    before: '',
    after: 'CreateListener\nservice doc="Balances load. It has listeners."',
    line: 'service-added     safe',
    says: 'safe: New service `example`: 1 operation — Balances load',
  },
  find: ({ before, after, prose }) =>
    before === undefined && after !== undefined
      ? [
          {
            details: {
              operations: after.operations.length,
              summary: firstSentence(prose.words(after.documentation ?? [])),
            },
          },
        ]
      : noMatch,
};
