/** The common properties of changelog pages in every layout, and the facts that they can state. */
import type { StatableFacts } from '../dialects/dialect.ts';

export const changelogFacts = {
  always: ['fields', 'types', 'enums', 'required', 'streaming', 'documentation'],
  sometimes: [],
} as const satisfies StatableFacts;

/** The name of the source for people: they know one kind of page, whatever its layout. */
export const changelogLookedFor =
  'a changelog page, as text or HTML: a line `2025/11/13 - <Service> - 9 updated api methods`';
