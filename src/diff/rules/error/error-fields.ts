/** The fields of an error: added, removed, or changed in one of the ways in which fields of responses change. */
import { type Audience, type Severity, severities } from '../../../model/index.ts';
import { type ErrorRule, type InsideFinding, noMatch } from '../../findings/pairs.ts';
import { code, subjectOf } from '../../wording.ts';

const added = new Set(['field-added', 'required-field-added']);

export const errorFieldAdded: ErrorRule = {
  id: 'error-field-added',
  subject: 'error',
  mirror: 'error-field-removed',
  severity: 'safe',
  audience: 'sdk',
  needs: ['error-shapes'],
  description: 'An error tells one thing more.',
  sentence: (change) => `${subjectOf(change)} is a new field of the error ${code(change.value)}`,
  example: {
    before: 'CreateListener error TooMany Limit integer',
    after: 'CreateListener error TooMany Limit integer\nCreateListener error TooMany Used integer',
    line: 'error-field-added CreateListener  Used TooMany safe',
  },
  find: (pair) =>
    pair.inside.filter(({ kind }) => added.has(kind)).map(({ path }) => ({ path, value: pair.after?.name ?? '' })),
};

export const errorFieldRemoved: ErrorRule = {
  id: 'error-field-removed',
  subject: 'error',
  mirror: 'error-field-added',
  severity: 'breaking',
  audience: 'sdk',
  needs: ['error-shapes'],
  description: 'An error tells one thing less. Code that reads it finds nothing.',
  sentence: (change) => `${subjectOf(change)} was removed from the error ${code(change.value)}`,
  example: {
    before: 'CreateListener error TooMany Limit integer\nCreateListener error TooMany Used integer',
    after: 'CreateListener error TooMany Limit integer',
    line: 'error-field-removed CreateListener  Used TooMany breaking',
  },
  find: (pair) =>
    pair.inside
      .filter(({ kind }) => kind === 'field-removed')
      .map(({ path, found }) => ({ path, value: pair.before?.name ?? '', ...withBefore(found) })),
};

const examples: Readonly<Record<string, readonly [before: string, after: string, value: string]>> = {
  'breaking sdk': ['Limit string', 'Limit integer', 'type-changed string>integer'],
  'dangerous sdk': ['Reason string  A|B', 'Reason string  A|B|C', 'enum-value-added C'],
  'safe sdk': ['Reason string  A|B|C', 'Reason string  A|B', 'enum-value-removed C'],
  'docs sdk': ['Reason string', 'Reason string sensitive', 'sensitive-added'],
  'breaking wire': [
    'Reason string of=locationName=a',
    'Reason string of=locationName=b',
    'wire-name-changed locationName a>b',
  ],
};
export const errorFieldChanged: readonly ErrorRule[] = severities.flatMap((severity) =>
  (['sdk', 'wire'] as const).flatMap((audience) => {
    const example = examples[`${severity} ${audience}`];
    return example === undefined ? [] : [changedRule(severity, audience, example)];
  }),
);

function changedRule(
  severity: Severity,
  audience: Audience,
  [before, after, value]: readonly [string, string, string],
): ErrorRule {
  const wanted = (one: InsideFinding) =>
    !added.has(one.kind) && one.kind !== 'field-removed' && one.severity === severity && seenBy(one) === audience;
  return {
    id: 'error-field-changed',
    subject: 'error',
    mirror: 'error-field-changed',
    severity,
    audience,
    needs: ['error-shapes'],
    description: 'A field of an error changed in one of the ways in which the fields of responses change.',
    sentence: (change) =>
      `${subjectOf(change)} changed in the error ${code(change.value.split(' ')[0] ?? '')}: ${code(change.value.slice(change.value.indexOf(' ') + 1))}`,
    example: {
      before: `CreateListener error TooMany ${before}`,
      after: `CreateListener error TooMany ${after}`,
      line: `error-field-changed CreateListener  ${before.split(' ')[0]} TooMany ${value} ${severity}`,
    },
    find(pair) {
      const inside = pair.inside.filter(wanted);
      if (inside.length === 0) return noMatch;
      return inside.map(({ kind, path, found }) => ({
        ...found,
        path,
        value: `${pair.after?.name ?? ''} ${kind} ${found.value ?? ''}`.trim(),
      }));
    },
  };
}

/** What only the protocol sees and would not break it counts as seen by everybody: there are no such rules. */
function seenBy({ audience, severity }: InsideFinding): Audience {
  return examples[`${severity} ${audience}`] === undefined ? 'sdk' : audience;
}

function withBefore(found: InsideFinding['found']): { readonly before?: NonNullable<typeof found.before> } {
  return found.before === undefined || found.before === null ? {} : { before: found.before };
}
