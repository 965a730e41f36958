/**
 * The schema of the JSON with a service's history. From it, a program can compute the changes between any two releases.
 */
import { z } from 'zod';
import { severities } from '../../model/index.ts';

const life = z.int().min(0).describe('a number of `lives`; absent for as long as that was there which it is a part of');
const timed = <T extends z.ZodType>(what: T) =>
  z.array(z.tuple([what, life.optional()]).meta({ minItems: 1, maxItems: 2 }));
const deprecated = z.strictObject({ message: z.string().optional(), since: z.string().optional() });
const shapeAt = z.int().min(-1).describe('a number of `shapes`; -1 for one in which nothing ever changed');
const severity = z.enum(severities);
const audience = z.enum(['sdk', 'wire']);
const sentence = z.string().describe('Markdown');

const operation = z.strictObject({
  name: z.string(),
  life: life.optional(),
  summary: z.string().optional().describe('the first sentence of its description, of operations that came later'),
  sdkName: z.string().optional(),
  origin: z.enum(['stated', 'known', 'inferred']).optional().describe('how its name is known; absent where stated'),
  request: timed(shapeAt.nullable()).optional().describe('null for nothing'),
  response: timed(shapeAt.nullable()).optional(),
  errors: timed(z.int().describe('a number of `errors`')).optional(),
  unknownErrors: life.optional().describe('when the source did not state its errors'),
  partial: timed(z.array(z.enum(['request', 'response']))).optional(),
  deprecated: timed(deprecated).optional(),
});

const member = z
  .tuple([z.string(), shapeAt, z.string().optional(), life.nullable().optional(), deprecated.optional()])
  .meta({ minItems: 2, maxItems: 5 })
  .describe('name; shape; signs: r required, o optional, t filled in by the SDK; life; deprecation');

const shape = z.strictObject({
  name: z.string(),
  life: life.optional(),
  kind: timed(z.string()),
  of: z.enum(['structure', 'list', 'map']).optional(),
  members: z
    .array(member)
    .optional()
    .describe('those that changed, or that lead to something that did; of a list `[]`, of a map `{key}`, `{}`'),
  values: timed(z.string()).optional().describe('of an enum that ever changed'),
});

const errorChange = z.strictObject({
  ...{ kind: z.string(), value: z.string(), path: z.string(), severity, audience, sentence },
  before: z.json().optional(),
  after: z.json().optional(),
  details: z.record(z.string(), z.json()).optional(),
});

const place = z
  .tuple([z.string().nullable(), z.enum(['request', 'response']).nullable(), z.string()])
  .describe('operation; direction; path');

const step = z.strictObject({
  ...{ kind: z.string(), severity, audience, sentence },
  key: z.string().optional().describe('its anchor on the page of the release, of what breaks or may break callers'),
  advice: sentence.optional().describe('what to do about it in code'),
  places: z.array(place).optional(),
  morePlaces: z.int().optional().describe('how many places more there are'),
});

const release = z.strictObject({
  id: z.string(),
  date: z.string().nullable(),
  url: z.string().describe('the page of the release, of the service in it where it has one'),
  service: z.string().optional().describe('what the service was called then; absent where it has the same name still'),
  beside: z.literal(true).optional().describe('beside the main line: no other release goes on from it'),
  steps: z.array(step).optional().describe('what it changed of kinds that have no net: limits, words, the wire'),
  moreSteps: z.int().optional().describe('how many cards more there are'),
  descriptions: z.int().optional().describe('how many descriptions it changed'),
});

/** The fields of the form. The schema version is added in front of them. */
export const historyShape = {
  id: z.string(),
  title: z.string(),
  url: z.string().describe('the page of the service; that of an operation is below it'),
  slugs: z.record(z.string(), z.string()).describe('operations whose page is not called as they are'),
  since: z
    .strictObject({ release: z.string(), orEarlier: z.boolean() })
    .nullable()
    .describe('since when it is known; before that nobody knows where `orEarlier`'),
  renamed: z
    .strictObject({ service: z.string(), release: z.string() })
    .optional()
    .describe('what the service is called now, and which release renamed it'),
  releases: z.array(release).describe('that changed it, oldest first; a life counts them from 0'),
  lives: z.array(z.array(z.int())).describe('from, until, from, until, …: without the last end up to the newest'),
  life: z.int().describe('of the service'),
  facts: timed(z.array(z.string())).describe('what its sources could tell'),
  operations: z.array(operation).describe('those that changed; all others were always there'),
  shapes: z.array(shape),
  errors: z.array(z.string()).describe('forms of errors: a name stands here once for each form that it had'),
  errorChanges: z
    .array(z.tuple([z.int(), z.int(), z.array(errorChange)]))
    .describe('what differs between two forms of one error, by their numbers'),
  waiters: timed(z.record(z.string(), z.json())),
  paginators: timed(z.record(z.string(), z.json())),
} as const;
