/** The schemas of the site's JSON files, version 1. Fields may be added; no field is removed. */
import { z } from 'zod';
import { severities } from '../../model/index.ts';
import { historyShape } from './history-schema.ts';

/** The version of all schemas. A new field needs no new version; a removed field, or one with a new meaning, does. */
export const apiVersion = 1;

const version = z.literal(apiVersion);
const day = z
  .string()
  .describe('ISO day, UTC, or ISO month where only that is known; null where no source tells')
  .nullable();
const markdown = (what: string) => z.string().describe(`${what}; Markdown`);
const severity = z.enum(severities);

const release = z.strictObject({
  id: z.string().describe('the version, or the day where only that is known'),
  version: z.string().nullable(),
  date: day,
});

const since = z
  .strictObject({ release: z.string(), orEarlier: z.boolean().describe('the release is only the earliest one known') })
  .nullable();

const deprecated = z.strictObject({ message: z.string().optional(), since: z.string().optional() });

const note = z.strictObject({ category: z.string().nullable(), text: markdown('what the team wrote') });

const counts = z.strictObject({
  ...Object.fromEntries(severities.map((one) => [one, z.int().min(0)])),
  wire: z.int().min(0).describe('seen only by those who speak the protocol'),
});

/** What a release says of a service that it has. */
const service = z.strictObject({
  id: z.string(),
  title: z.string(),
  status: z.enum(['first', 'added', 'removed', 'renamed', 'changed']),
  counts,
});

const place = z.strictObject({
  operation: z.string().nullable(),
  direction: z.enum(['request', 'response']).nullable(),
  path: z.string().describe('`Listeners[].Port`; empty for the operation, request or response itself'),
  severity: severity.optional().describe('absent where it is that of the change'),
});

const change = z.strictObject({
  kind: z.string().describe('the id of a rule: /rules/<kind>/'),
  value: z.string(),
  shape: z.string().optional(),
  before: z.json().optional(),
  after: z.json().optional(),
  severity: severity.describe('the worst of its places'),
  audience: z.enum(['sdk', 'wire']),
  key: z.string().describe('its anchor on the page of the service in the release'),
  group: z.string().optional().describe('the key of the first change of its card; absent where that is this one'),
  sentence: markdown('what the card says')
    .optional()
    .describe('absent where there is a `group`: its first change has it'),
  places: z.array(place).optional(),
  placesOf: z.string().optional().describe('instead of `places`: the key of a change before it that has the same'),
  unlisted: z.int().optional().describe('how many places more there are'),
});

const limit = z
  .union([z.number(), z.string()])
  .describe('a number; the text of its digits where a number of 64 bits cannot hold it');

const member = z.strictObject({
  name: z.string().optional().describe('absent for items, keys and values'),
  target: z.string().describe('a name in `shapes`'),
  required: z.literal(true).optional().describe('true or absent; `facts` says whether the source can tell'),
  documentation: markdown('').optional(),
  deprecated: deprecated.optional(),
  sensitive: z.boolean().optional(),
  idempotencyToken: z.boolean().optional(),
  default: z.json().optional(),
});

const shape = z.strictObject({
  kind: z.string(),
  documentation: markdown('').optional(),
  deprecated: deprecated.optional(),
  sensitive: z.boolean().optional(),
  constraints: z
    .strictObject({ min: limit.optional(), max: limit.optional(), pattern: z.string().optional() })
    .optional(),
  enum: z.array(z.string()).optional(),
  members: z.array(member).optional(),
  member: member.optional(),
  key: member.optional(),
  value: member.optional(),
  error: z.record(z.string(), z.json()).optional(),
  of: z.string().optional().describe('what repeats, where that is all that is known'),
});

const operation = z.strictObject({
  name: z.string(),
  sdkName: z.string(),
  documentation: markdown('').optional(),
  request: z
    .string()
    .nullable()
    .optional()
    .describe('a name in `shapes`; null where nothing is sent; absent where the source cannot tell'),
  response: z.string().nullable().optional(),
  errors: z
    .array(
      z.strictObject({
        name: z.string(),
        target: z.string().optional().describe('absent where it is the name, or unknown'),
      }),
    )
    .optional(),
  deprecated: deprecated.optional(),
  since,
  asOf: z.string(),
  removedIn: z.string().nullable(),
});

/** The schemas by their file names. */
export const schemas = {
  latest: z.strictObject({ schemaVersion: version, newest: release.nullable(), services: z.int(), releases: z.int() }),
  services: z.strictObject({
    schemaVersion: version,
    services: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        aliases: z.array(z.string()),
        operations: z.int(),
        since,
        changedIn: z.string().nullable(),
        removedIn: z.string().nullable(),
        url: z.string(),
      }),
    ),
  }),
  service: z.strictObject({
    schemaVersion: version,
    id: z.string(),
    title: z.string(),
    uid: z.string().nullable(),
    apiVersion: z.string().nullable(),
    documentation: markdown(''),
    asOf: z.string(),
    complete: z.boolean().describe('whether every operation is known to be here'),
    facts: z.array(z.string()).describe('what the source could tell; what is not in it is unknown, never absent'),
    since,
    removedIn: z.string().nullable(),
    operations: z.array(operation),
    shapes: z.record(z.string(), shape),
    waiters: z.array(z.record(z.string(), z.json())),
    paginators: z.array(z.record(z.string(), z.json())),
    errors: z.array(z.string()),
  }),
  releases: z.strictObject({
    schemaVersion: version,
    releases: z.array(z.strictObject({ ...release.shape, services: z.array(z.string()), url: z.string() })),
  }),
  release: z.strictObject({
    schemaVersion: version,
    ...release.shape,
    numbers: z.array(z.string()).describe('`botocore 1.13.21`, `boto3 1.10.21`'),
    notes: z.array(z.strictObject({ ...note.shape, about: z.string().nullable() })),
    services: z.array(
      z.strictObject({
        ...service.shape,
        notes: z.array(note),
        sources: z.array(z.string()),
        changes: z.array(change),
        descriptions: z.int().describe('how many descriptions changed'),
      }),
    ),
  }),
  history: z.strictObject({ schemaVersion: version, ...historyShape }),
  month: z.strictObject({
    schemaVersion: version,
    month: z.string(),
    releases: z.array(
      z.strictObject({
        ...release.shape,
        url: z.string(),
        services: z.array(
          z.strictObject({
            ...service.shape,
            descriptions: z.int().optional().describe('how many descriptions changed; none where it is absent'),
            note: z.string().describe('the first sentence of the team’s note'),
            url: z.string(),
            lines: z.array(
              z.strictObject({ severity, kind: z.string(), sentence: markdown('a card'), key: z.string() }),
            ),
            more: z.int().describe('how many cards more there are'),
          }),
        ),
      }),
    ),
  }),
} as const;

export type SchemaName = keyof typeof schemas;
export type ApiJson<Name extends SchemaName> = z.infer<(typeof schemas)[Name]>;

/** The JSON Schema of one file, as the site publishes it. */
export function jsonSchemaOf(name: SchemaName): object {
  return z.toJSONSchema(schemas[name], { target: 'draft-2020-12' });
}
