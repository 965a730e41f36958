/** The facts that reference text can state. */
import type { StatableFacts } from '../dialect.ts';

export const referenceTextFacts = {
  always: ['fields', 'types', 'enums', 'required', 'documentation'],
  sometimes: ['paginators'],
} as const satisfies StatableFacts;
