/** Rules about the traits of errors: code, status, whose fault it is, and whether a caller should repeat the call. */
import type { Json, Shape } from '../../../model/index.ts';
import { noMatch } from '../../findings/finding.ts';
import type { ErrorRule } from '../../findings/pairs.ts';
import { code } from '../../wording/code.ts';
import { detail, type Telling } from '../../wording/telling.ts';
import { showTrait, type TraitBearer, type TraitFamily, traitMeta } from '../trait/trait-rules.ts';

type Traits = NonNullable<Extract<Shape, { readonly error?: unknown }>['error']>;

interface ErrorFamily extends Omit<TraitFamily, 'is'> {
  /** The changes that this case is about; `stated`: both sides write the trait down. */
  readonly is?: (change: {
    readonly before: Json | undefined;
    readonly after: Json | undefined;
    readonly stated: boolean;
  }) => boolean;
  /** Whether an error writes the trait down; if this is absent, the value that holds is the value that is written. */
  stated?(error: Traits): boolean;
  /** The value of the trait that holds, also if it is not written down. */
  of(error: Traits, name: string): Json | undefined;
}

const isStated = ({ before, after }: { readonly before: unknown; readonly after: unknown }) =>
  before === undefined || after === undefined;

const families: readonly ErrorFamily[] = [
  {
    id: 'error-code-changed',
    severity: 'breaking',
    audience: 'sdk',
    description: 'An error has another code: code that compares it does not know the error any more.',
    advice: "Compare `e.response['Error']['Code']` with the new code.",
    is: ({ stated }) => stated,
    sentence: codeSentence,
    example: ['code=Too-Many', 'code=Too.Many', 'TooMany Too-Many>Too.Many'],
    says: "breaking: The error code of `TooMany` is now `Too.Many` (was `Too-Many`) — code that compares `e.response['Error']['Code']` must change",
    of: ({ code: own }, name) => own ?? name,
    stated: ({ code: own }) => own !== undefined,
  },
  {
    id: 'error-code-changed',
    severity: 'docs',
    audience: 'sdk',
    description:
      'The code of an error is stated now, or is not any more. The service answers with the code that it answered with before.',
    is: ({ stated }) => !stated,
    sentence: codeSentence,
    example: ['', 'code=Too.Many', 'TooMany TooMany>Too.Many'],
    says: 'docs: The model gives `TooMany` the code `Too.Many` (was `TooMany`)',
    of: ({ code: own }, name) => own ?? name,
    stated: ({ code: own }) => own !== undefined,
  },
  {
    id: 'error-status-changed',
    severity: 'breaking',
    audience: 'sdk',
    description: 'An error comes with another HTTP status.',
    advice: 'Compare the code of an error rather than its status.',
    is: (change) => !isStated(change),
    sentence: (telling) =>
      `${error(telling)} comes with HTTP ${status(telling.change.after)} (was ${status(telling.change.before)})`,
    example: ['httpStatus=400', 'httpStatus=429', 'TooMany 400>429'],
    says: 'breaking: `TooMany` comes with HTTP 429 (was 400)',
    of: ({ httpStatus }) => httpStatus,
  },
  {
    id: 'error-status-changed',
    severity: 'docs',
    audience: 'sdk',
    description: 'The status of an error is stated now, or is not any more.',
    noEffect: 'a status is stated, or is not any more: the service answers as before',
    is: isStated,
    sentence: (telling) => `The model states a status of ${error(telling)}`,
    example: ['', 'httpStatus=429', 'TooMany none>429'],
    says: 'docs: The model states a status of `TooMany`',
    of: ({ httpStatus }) => httpStatus,
  },
  {
    id: 'error-fault-changed',
    severity: 'docs',
    audience: 'sdk',
    description: 'An error counts as the fault of the service rather than of the caller, or the other way round.',
    sentence: (telling) =>
      telling.change.after === 'service'
        ? `${error(telling)} counts as the service's fault now (was the caller's)`
        : `${error(telling)} counts as the caller's fault now (was the service's)`,
    example: ['fault=true', 'code=TooMany', 'TooMany service>caller'],
    says: "docs: `TooMany` counts as the caller's fault now (was the service's)",
    // Models mark the service's faults only, or all errors, or no error: an error without a mark is the caller's fault.
    of: ({ fault }) => (fault === true ? 'service' : 'caller'),
  },
  {
    id: 'error-retry-changed',
    severity: 'docs',
    audience: 'sdk',
    description: 'After an error the SDK repeats the call in standard mode where it did not, or the other way round.',
    sentence: (telling) =>
      telling.change.after === null
        ? `In standard retry mode the SDK no longer retries ${error(telling)}`
        : `In standard retry mode the SDK retries ${error(telling)} now`,
    example: ['', 'retryable=true', 'TooMany none>true'],
    says: 'docs: In standard retry mode the SDK retries `TooMany` now',
    // A caller that sends too many requests has to wait longer.
    of: ({ retryable, throttling }) => (throttling === true ? 'throttling' : retryable),
  },
];

const bearer: TraitBearer = {
  places: ['error'],
  needs: ['error-shapes'],
  line: (trait) => `CreateListener error TooMany ${trait}`.trim(),
  columns: 'CreateListener  ',
};

export const errorTraitRules: readonly ErrorRule[] = families.map((family) => ({
  ...traitMeta(family, bearer),
  subject: 'error',
  find({ before, after, oldShape, newShape }) {
    if (before === undefined || after === undefined) return noMatch;
    const [was, is] = [errorOf(oldShape), errorOf(newShape)];
    if (was === undefined || is === undefined) return noMatch;
    const [old, now] = [family.of(was, before.name), family.of(is, after.name)];
    const stated = family.stated === undefined || (family.stated(was) && family.stated(is));
    if (old === now || family.is?.({ before: old, after: now, stated }) === false) return noMatch;
    const value = `${after.name} ${showTrait(old)}>${showTrait(now)}`;
    return [{ value, before: old ?? null, after: now ?? null, details: { error: after.name, stated } }];
  },
}));

function codeSentence(telling: Telling): string {
  const [old, now] = [telling.change.before, telling.change.after].map((value) => code(String(value)));
  if (telling.change.details?.stated !== true) return `The model gives ${error(telling)} the code ${now} (was ${old})`;
  return `The error code of ${error(telling)} is now ${now} (was ${old}) — code that compares ${code("e.response['Error']['Code']")} must change`;
}

function error(telling: Telling): string {
  return code(detail(telling, 'error'));
}

/** A status is a number; another value is shown unchanged. */
function status(value: unknown): string {
  return typeof value === 'number' ? String(value) : code(String(value));
}

/** The traits of a shape; empty if the model does not mark the shape as an error, as in old models. */
function errorOf(shape: Shape | undefined): Traits | undefined {
  if (shape === undefined || !('members' in shape)) return undefined;
  return shape.error ?? {};
}
