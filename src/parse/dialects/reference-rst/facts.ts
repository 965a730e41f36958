/** The facts that reference RST can state. */
import type { StatableFacts } from '../dialect.ts';

export const referenceRstFacts = {
  always: ['fields', 'types', 'enums', 'required', 'documentation', 'examples'],
  sometimes: [
    'all-operations',
    'errors',
    'operation-deprecation',
    'paginators',
    'waiters',
    'client-context',
    'streaming',
  ],
} as const satisfies StatableFacts;
