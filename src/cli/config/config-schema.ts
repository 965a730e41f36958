/**
 * The content of a configuration: the severity of each kind for this project, and the changes that it accepts, with
 * reasons.
 */
import { z } from 'zod';
import { ruleOf } from '../../diff/index.ts';
import { severities } from '../../model/index.ts';
import { UsageError } from '../io.ts';
import { versionNamed } from './version-named.ts';

const kind = z.string().refine((id) => ruleOf(id) !== undefined, {
  error: ({ input }) => `Unexpected kind \`${String(input)}\`, expected one that \`apidelta rules\` prints`,
});

const ignore = z.strictObject({
  rule: kind,
  path: z
    .string()
    .min(1, 'Unexpected empty path, expected the name of an operation or a field, or none for every place')
    .describe('`elbv2.CreateListener.request.Port`; `*` stands for any text')
    .optional(),
  until: z
    .string()
    .transform((text, context) => {
      const named = versionNamed(text);
      if (named !== undefined && 'version' in named) return named.version;
      context.addIssue(`Unexpected \`${text}\`, expected a version such as 1.41.0, or as boto3:1.41.0`);
      return z.NEVER;
    })
    .describe('the first version in which the change is reported again')
    .optional(),
  reason: z.string().trim().min(1, 'Unexpected empty reason, expected why this change is no problem here'),
});

const schema = z.strictObject({
  $schema: z.string().optional(),
  severity: z
    .partialRecord(kind, z.enum(severities))
    .describe('how bad a kind is here, whatever its direction')
    .optional(),
  ignore: z.array(ignore).optional(),
});

export type Config = z.infer<typeof schema>;
export type Ignore = z.infer<typeof ignore>;

/** Checks a value as a configuration. Throws a `UsageError` that names the mistake in `file`. */
export function checkConfig(value: unknown, file: string): Config {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const at = issue.path.map(String).join('.');
    return `${at === '' ? '' : `${at}: `}${messageOf(issue)}`;
  });
  throw new UsageError(`\`${file}\` cannot be used: ${problems.join('; ')}.`);
}

/** If a key of a record is invalid, only the issue of the key has the reason. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => message).join('; ');
  if (issue.code === 'unrecognized_keys')
    return `Unexpected ${issue.keys.map((key) => `\`${key}\``).join(', ')}, expected only keys that are known`;
  return issue.message;
}
