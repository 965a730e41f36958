/** Traits of the shapes and members of a service model: those that SDK users see, and those of the wire only. */
import type { Constraints, Deprecation, Json, Prose, StructureShape, Wire } from '../../model/index.ts';
import { limitOf, traitsAt } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, isShallowJson, nowhere, type RawShape } from './botocore.ts';
import { isOtherKind, sayOtherKind } from './json-kinds.ts';
import { unknownOf, withUnknown } from './unknown-traits.ts';

/** A description that is not parsed yet. */
export function documented(html: unknown): { documentation?: Prose } {
  return typeof html === 'string' && html !== '' ? { documentation: [{ type: 'html', value: html }] } : {};
}

/** The deprecation of an operation, shape or member; undefined if there is none. */
export function deprecationOf(raw: {
  readonly deprecated?: unknown;
  readonly deprecatedMessage?: unknown;
  readonly deprecatedSince?: unknown;
}): Deprecation | undefined {
  if (raw.deprecated !== true) return undefined;
  return {
    ...(typeof raw.deprecatedMessage === 'string' ? { message: raw.deprecatedMessage } : {}),
    ...(typeof raw.deprecatedSince === 'string' ? { since: raw.deprecatedSince } : {}),
  };
}

interface Traits {
  documentation?: Prose;
  deprecated?: Deprecation;
  sensitive?: boolean;
  constraints?: Constraints;
  wire?: Wire;
  unknownTraits?: Wire;
}

/** Adds the traits that every kind of shape may have. */
export function addTraits(to: Traits, name: string, raw: RawShape, messages: Messages): void {
  addDescription(to, raw);
  if (raw.sensitive === true) to.sensitive = true;
  if (raw.min !== undefined || raw.max !== undefined || raw.pattern !== undefined) to.constraints = constraintsOf(raw);
  addWire(to, raw, 'shape', { owner: name, messages });
  // Nearly no shape has them.
  if (raw.error === undefined && raw.retryable === undefined) return;
  for (const part of ['error', 'retryable'] as const) {
    if (raw[part] === undefined) continue;
    const found = unknownOf(part, raw[part], { name, part: `${part}.`, messages }, to.unknownTraits);
    if (found !== undefined) to.unknownTraits = found;
  }
}

export function addDescription(
  to: { documentation?: Prose; deprecated?: Deprecation },
  raw: { readonly documentation?: unknown; readonly deprecated?: unknown },
): void {
  if (typeof raw.documentation === 'string' && raw.documentation !== '')
    to.documentation = [{ type: 'html', value: raw.documentation }];
  if (raw.deprecated !== true) return;
  const deprecated = deprecationOf(raw);
  if (deprecated !== undefined) to.deprecated = deprecated;
}

/** The limits of a shape. */
export function constraintsOf(raw: RawShape): Constraints {
  const { min, max } = { min: limitOf(raw.min), max: limitOf(raw.max) };
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(typeof raw.pattern === 'string' ? { pattern: raw.pattern } : {}),
  };
}

/** Whether a limit is a whole number that JavaScript does not hold exactly: `JSON.parse` may have changed it. */
export function hasLostDigits({ min, max }: Constraints): boolean {
  return isInexact(min) || isInexact(max);
}

function isInexact(limit: Constraints['min']): boolean {
  return typeof limit === 'number' && Number.isInteger(limit) && !Number.isSafeInteger(limit);
}

/** Adds the traits of an exception. */
export function addError(to: { error?: StructureShape['error'] }, raw: RawShape): void {
  if (raw.exception !== true && raw.error === undefined) return;
  const code = raw.error?.code;
  const status = raw.error?.httpStatusCode;
  to.error = {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof status === 'number' ? { httpStatus: status } : {}),
    ...(raw.fault === true || raw.error?.fault === true ? { fault: true } : {}),
    ...(raw.retryable === undefined ? {} : { retryable: true }),
    ...(isRecord(raw.retryable) && raw.retryable.throttling === true ? { throttling: true } : {}),
  };
}

/** Adds the traits of a shape or member that only the protocol uses, and the unknown traits. */
export function addWire(
  to: { wire?: Wire; unknownTraits?: Wire },
  raw: Readonly<Record<string, unknown>>,
  place: 'shape' | 'member',
  { owner, member = '', messages }: { readonly owner: string; readonly member?: string; readonly messages: Messages },
): void {
  const known = traitsAt[place];
  let wire: Record<string, Json> | undefined;
  const typeKey = place === 'member' ? 'shape' : 'type';
  // The loop is over the keys because there are fewer keys than traits. JSON objects inherit nothing here.
  for (const key in raw) {
    // Most keys are these, and other functions read them: to ask the table about each costs a tenth of the reading.
    if ((key === typeKey || key === 'documentation') && typeof raw[key] === 'string') continue;
    const trait = known.get(key);
    if (trait === undefined) {
      const name = member === '' ? owner : `${owner}.${member}`;
      to.unknownTraits = withUnknown(to.unknownTraits, key, raw[key], { name, messages });
      continue;
    }
    if (!trait.asWire) {
      if (isOtherKind(trait, raw[key]))
        sayOtherKind(trait.json, `\`${key}\` of \`${member === '' ? owner : `${owner}.${member}`}\``, messages);
      continue;
    }
    wire ??= {};
    if (isShallowJson(raw[key])) wire[key] = raw[key] as Json;
    else {
      const of = `\`${key}\` of \`${member === '' ? owner : `${owner}.${member}`}\``;
      messages.add('nesting-too-deep', of, nowhere, 'at most 32 levels');
    }
  }
  if (wire !== undefined) to.wire = wire;
}
