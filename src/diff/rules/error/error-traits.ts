/** How an error presents itself: its code, its status, whose fault it is, whether a call is worth repeating. */
import type { Json, Severity, Shape } from '../../../model/index.ts';
import { type ErrorRule, noMatch } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';
import { showTrait } from '../trait/trait-difference.ts';

type Traits = NonNullable<Extract<Shape, { readonly error?: unknown }>['error']>;

interface Family {
  readonly id: string;
  readonly severity: Severity;
  readonly description: string;
  readonly words: string;
  readonly example: readonly [before: string, after: string, value: string];
  /** The trait as it holds, also where it is not written down. */
  of(error: Traits, name: string): Json | undefined;
}

const families: readonly Family[] = [
  {
    id: 'error-code-changed',
    severity: 'breaking',
    description: 'An error has another code: code that compares it does not know the error any more.',
    words: 'another code',
    example: ['code=TooMany', 'code=Too.Many', 'TooMany TooMany>Too.Many'],
    of: ({ code: own }, name) => own ?? name,
  },
  {
    id: 'error-status-changed',
    severity: 'breaking',
    description: 'An error comes with another HTTP status.',
    words: 'another HTTP status',
    example: ['httpStatus=400', 'httpStatus=429', 'TooMany 400>429'],
    of: ({ httpStatus }) => httpStatus,
  },
  {
    id: 'error-fault-changed',
    severity: 'dangerous',
    description: 'An error is the fault of the service rather than of the caller, or the other way round.',
    words: 'another side at fault',
    example: ['fault=true', 'code=TooMany', 'TooMany service>caller'],
    // Models say it of the service's faults only, or of all errors, or of none: what is not the service's is the caller's.
    of: ({ fault }) => (fault === true ? 'service' : 'caller'),
  },
  {
    id: 'error-retry-changed',
    severity: 'dangerous',
    description: 'After an error an SDK repeats the call where it did not, or the other way round.',
    words: 'another rule for retries',
    example: ['', 'retryable=true', 'TooMany none>true'],
    // A caller that asks too often is made to wait longer.
    of: ({ retryable, throttling }) => (throttling === true ? 'throttling' : retryable),
  },
];

export const errorTraitRules: readonly ErrorRule[] = families.map(
  ({ id, severity, description, words, example: [before, after, value], of }) => ({
    id,
    subject: 'error',
    mirror: id,
    severity,
    audience: 'sdk',
    needs: ['error-shapes'],
    description,
    sentence: (change) => {
      const [name = '', ...rest] = change.value.split(' ');
      return `The error ${code(name)} has ${words}: ${code(rest.join(' '))}`;
    },
    example: {
      before: `CreateListener error TooMany ${before}`.trim(),
      after: `CreateListener error TooMany ${after}`.trim(),
      line: `${id} CreateListener   ${value} ${severity}`,
    },
    find({ before, after, oldShape, newShape }) {
      if (before === undefined || after === undefined) return noMatch;
      const [was, is] = [traitsOf(oldShape), traitsOf(newShape)];
      if (was === undefined || is === undefined) return noMatch;
      const [old, now] = [of(was, before.name), of(is, after.name)];
      if (old === now) return noMatch;
      return [{ value: `${after.name} ${showTrait(old)}>${showTrait(now)}`, before: old ?? null, after: now ?? null }];
    },
  }),
);

/** The traits of a shape; none where the model does not mark the shape as an error at all, as old ones do. */
function traitsOf(shape: Shape | undefined): Traits | undefined {
  if (shape === undefined || !('members' in shape)) return undefined;
  return shape.error ?? {};
}
