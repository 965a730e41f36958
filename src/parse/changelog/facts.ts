/** What changelog pages of every layout are, and the facts that they can state. */
import type { StatableFacts } from '../dialects/dialect.ts';

export const changelogFacts = {
  always: ['fields', 'types', 'enums', 'required', 'streaming', 'documentation'],
  sometimes: [],
} as const satisfies StatableFacts;

/** What is looked for: people know one kind of page, whatever its layout. */
export const changelogLookedFor =
  'a changelog page, as text or HTML: a line `2025/11/13 - <Service> - 9 updated api methods`';
