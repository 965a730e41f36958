/** The fields of an error: added, removed, or changed in one of the ways in which fields of responses change. */
import {
  type Audience,
  type Change,
  isNameless,
  lastStep,
  parentPath,
  type Severity,
  severities,
} from '../../../model/index.ts';
import { type ErrorFinding, type Match, noMatch } from '../../findings/finding.ts';
import { severityOf } from '../../findings/group-findings.ts';
import type { ErrorRule } from '../../findings/pairs.ts';
import { names } from '../../wording/code.ts';
import { detail, type Telling } from '../../wording/telling.ts';
import { carriedWords } from './carried-words.ts';

const added = new Set(['field-added', 'required-field-added']);
const removed = new Set(['field-removed']);
const presence = new Set(['required-added', 'required-removed']);
const needs = ['error-shapes'] as const;
/** botocore's parser gives every error a message, whatever its model says (`botocore/parsers.py`). */
const messageNames = new Set(['message', 'Message']);
const message = 'every error of the SDK has a message';

export const errorFieldAdded: ErrorRule = {
  id: 'error-field-added',
  subject: 'error',
  mirror: 'error-field-removed',
  severity: 'safe',
  audience: 'sdk',
  needs,
  description: 'An error tells one thing more.',
  sentence: carriedWords['error-field-added'],
  example: {
    before: 'CreateListener error TooMany Limit integer',
    after: 'CreateListener error TooMany Limit integer\nCreateListener error TooMany Used integer',
    line: 'error-field-added CreateListener  Used TooMany safe',
    says: 'safe: `TooMany` also carries `Used`',
  },
  find: ({ inside, after }) => ofKind(inside, added, false, after?.name),
};

export const errorFieldRemoved: ErrorRule = {
  id: 'error-field-removed',
  subject: 'error',
  mirror: 'error-field-added',
  severity: 'breaking',
  audience: 'sdk',
  needs,
  description: 'An error tells one thing less. Code that reads it finds nothing.',
  advice: 'Read it with `.get()`, or not at all.',
  sentence: carriedWords['error-field-removed'],
  example: {
    before: 'CreateListener error TooMany Limit integer\nCreateListener error TooMany Used integer',
    after: 'CreateListener error TooMany Limit integer',
    line: 'error-field-removed CreateListener  Used TooMany breaking',
    says: 'breaking: `TooMany` no longer carries `Used`',
  },
  find: ({ inside, before }) => ofKind(inside, removed, false, before?.name),
};

/** A model may add or remove the message of an error: a caller gets a message in both cases. */
export const errorMessageStated: readonly ErrorRule[] = (
  [
    ['added', added, 'Limit integer', 'Limit integer\nCreateListener error TooMany message string'],
    ['removed', removed, 'Limit integer\nCreateListener error TooMany message string', 'Limit integer'],
  ] as const
).map(([turn, kinds, before, after]) => ({
  id: `error-field-${turn}`,
  subject: 'error',
  mirror: `error-field-${turn === 'added' ? 'removed' : 'added'}`,
  severity: 'docs',
  audience: 'sdk',
  needs,
  noEffect: message,
  description: 'The message of an error is stated now, or is not any more. The SDK gives every error a message.',
  sentence: () => message,
  example: {
    before: `CreateListener error TooMany ${before}`,
    after: `CreateListener error TooMany ${after}`,
    line: `error-field-${turn} CreateListener  message TooMany ${message}`,
    says: {},
  },
  find: (pair) => ofKind(pair.inside, kinds, true, (pair.after ?? pair.before)?.name),
}));

function ofKind(
  inside: readonly ErrorFinding[],
  kinds: ReadonlySet<string>,
  isMessage: boolean,
  error = '',
): readonly Match[] {
  return inside
    .filter(({ rule, path }) => kinds.has(rule.id) && messageNames.has(path) === isMessage)
    .map(({ path, match: { before } }) => ({
      path,
      value: error,
      details: { error },
      ...(before === undefined || before === null ? {} : { before }),
    }));
}

/** A new reason in an error is as safe as a new error: every call can fail already. */
function severityInside(rule: ErrorFinding['rule']): Severity {
  return rule.id === 'enum-value-added' ? 'safe' : severityOf(rule, 'response');
}

interface Example {
  readonly before: string;
  readonly after: string;
  readonly value: string;
  readonly sentence: string;
}

const examples: Readonly<Record<string, Example>> = {
  'breaking sdk': {
    before: 'Limit string',
    after: 'Limit integer',
    value: 'type-changed string>integer',
    sentence: '`TooMany.Limit` is now an integer (was a string)',
  },
  'dangerous sdk': {
    before: 'Reason string  A|B',
    after: 'Reason string',
    value: 'enum-removed',
    sentence: '`TooMany.Reason` may now be any text; the list of values was withdrawn — handle unknown values',
  },
  'safe sdk': {
    before: 'Reason string  A|B',
    after: 'Reason string  A|B|C',
    value: 'enum-value-added C',
    sentence: '`TooMany.Reason` can be `C`',
  },
  'docs sdk': {
    before: 'Reason string',
    after: 'Reason string sensitive',
    value: 'sensitive-added',
    sentence: '`TooMany.Reason` is marked as sensitive now',
  },
  'breaking wire': {
    before: 'Reason string of=locationName=a',
    after: 'Reason string of=locationName=b',
    value: 'wire-name-changed locationName a>b',
    sentence: '`TooMany.Reason` is sent as `b` (was `a`)',
  },
  'dangerous wire': {
    before: 'Reason string of=hostLabel=true',
    after: 'Reason string',
    value: 'host-label-changed hostLabel true>none',
    sentence: '`TooMany.Reason` is no longer part of the host name',
  },
  'safe wire': {
    before: 'Limit integer',
    after: 'Limit long',
    value: 'type-changed integer>long',
    sentence: '`TooMany.Limit` is now a long (was an integer)',
  },
  'docs wire': {
    before: 'Limit integer',
    after: 'Limit integer box=true',
    value: 'nullability-changed box none>true',
    sentence: '`TooMany.Limit` can be unset (was 0 when absent)',
  },
};

/**
 * One case for each severity and audience: a change inside an error keeps both. `sentenceOf` gives the sentence of that
 * change.
 */
export function errorFieldChanged(sentenceOf: (telling: Telling) => string): readonly ErrorRule[] {
  return severities.flatMap((severity) =>
    (['sdk', 'wire'] as const).flatMap((audience) => {
      const example = examples[`${severity} ${audience}`];
      return example === undefined ? [] : [changedRule(severity, audience, example, sentenceOf)];
    }),
  );
}

function changedRule(
  severity: Severity,
  audience: Audience,
  { before, after, value, sentence }: Example,
  sentenceOf: (telling: Telling) => string,
): ErrorRule {
  const wanted = ({ rule }: ErrorFinding) =>
    !added.has(rule.id) && !removed.has(rule.id) && severityInside(rule) === severity && rule.audience === audience;
  return {
    id: 'error-field-changed',
    subject: 'error',
    mirror: 'error-field-changed',
    severity,
    audience,
    needs,
    description: 'A field of an error changed in one of the ways in which the fields of responses change.',
    sentence: (telling) => changedInside(telling, sentenceOf),
    example: {
      before: `CreateListener error TooMany ${before}`,
      after: `CreateListener error TooMany ${after}`,
      line: `error-field-changed CreateListener  ${before.split(' ')[0]} TooMany ${value} ${severity}`,
      says: `${severity}${audience === 'wire' ? ', wire' : ''}: ${sentence}`,
    },
    find({ inside, after: error }) {
      const found = inside.filter(wanted);
      if (found.length === 0) return noMatch;
      return found.map(({ rule, path, match }) => ({
        ...match,
        ...(rule.noEffect === undefined ? {} : { noEffect: rule.noEffect }),
        // A caller always gets the message, whether the model requires it or not.
        ...(messageNames.has(path) && presence.has(rule.id) ? { noEffect: message } : {}),
        path,
        value: `${error?.name ?? ''} ${rule.id} ${match.value ?? ''}`.trim(),
        details: { ...match.details, error: error?.name ?? '', kind: rule.id, inside: match.value ?? '' },
      }));
    },
  };
}

/** The sentence of the change inside, written about the error. */
function changedInside(telling: Telling, sentenceOf: (telling: Telling) => string): string {
  const value = detail(telling, 'inside');
  const name = detail(telling, 'error');
  const isWhole = telling.change.places[0]?.path === '';
  const change: Change = {
    ...telling.change,
    kind: detail(telling, 'kind'),
    value,
    // Otherwise the sentence would name the shape and not the error.
    shape: '~',
    places: telling.change.places.map((place) => ({
      ...place,
      ...(isWhole ? { path: name } : {}),
      direction: 'response',
    })),
  };
  const above = aboveLastName(telling.change.places[0]?.path ?? '');
  const fields = isWhole ? [name] : telling.fields.map((field) => `${name}.${above === '' ? '' : `${above}.`}${field}`);
  // An error is raised, not returned.
  if (change.kind === 'required-added') return `${names(fields)} ${isOrAre(fields)} always there now`;
  if (change.kind === 'required-removed') return `${names(fields)} may be missing — check before reading`;
  const parts = isWhole ? [''] : telling.parts;
  const sentence = sentenceOf({ ...telling, fields, parts, change, values: [value], direction: 'response' });
  // The type of the whole is the error itself.
  const plain = (isWhole ? sentence.replace(/\bthe type of /i, '') : sentence).replace(/ in responses\b/, '');
  return change.kind === 'enum-value-added' ? plain.replace(/ — .*$/, '') : plain;
}

/** The path to the structure of a field: `Reasons[]` for `Reasons[].Code`, and for `Reasons[].Code[]`. */
function aboveLastName(path: string): string {
  let at = path;
  while (isNameless(lastStep(at))) at = parentPath(at);
  return parentPath(at);
}

function isOrAre(all: readonly string[]): string {
  return all.length > 1 ? 'are' : 'is';
}
