/**
 * The other parts of a service model, beside operations and shapes: paginators, waiters, and the settings of a client.
 */
import type { ClientContextParam, Json, Paginator, Waiter } from '../../model/index.ts';
import { sdkNameOf } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, isShallowJson, nowhere } from './botocore.ts';
import { documented } from './shape-traits.ts';

/** The paginators of `paginators-1.json`; undefined if there is no such document. */
export function readPaginators(document: unknown, messages: Messages): readonly Paginator[] | undefined {
  const pagination = isRecord(document) ? document.pagination : undefined;
  return recordsOf(pagination, 'paginator', messages)?.map(([name, raw]) => ({
    name,
    ...optional('inputToken', listOf(raw.input_token)),
    ...optional('outputToken', listOf(raw.output_token)),
    ...optional('limitKey', stringOnly(raw.limit_key)),
    ...optional('resultKey', listOf(raw.result_key)),
    ...optional('moreResults', stringOnly(raw.more_results)),
    ...optional('nonAggregateKeys', listOf(raw.non_aggregate_keys)),
  }));
}

/** The waiters of `waiters-2.json`; undefined if there is no such document. */
export function readWaiters(document: unknown, messages: Messages): readonly Waiter[] | undefined {
  const waiters = isRecord(document) ? document.waiters : undefined;
  return recordsOf(waiters, 'waiter', messages)?.map(([name, raw]) => {
    const shallow = isShallowJson(raw.acceptors);
    if (!shallow) messages.add('nesting-too-deep', `\`acceptors\` of \`${name}\``, nowhere, 'at most 32 levels');
    return {
      name,
      ...optional('operation', stringOnly(raw.operation)),
      ...optional('delay', typeof raw.delay === 'number' ? raw.delay : undefined),
      ...optional('maxAttempts', typeof raw.maxAttempts === 'number' ? raw.maxAttempts : undefined),
      // The value comes from JSON.
      ...optional('acceptors', Array.isArray(raw.acceptors) && shallow ? (raw.acceptors as Json[]) : undefined),
    };
  });
}

/**
 * `clientContextParams` of the model itself, by the names that callers of the SDK write; empty if the model has none.
 */
export function readClientContext(params: unknown, messages: Messages): readonly ClientContextParam[] {
  const read = (recordsOf(params, 'client context parameter', messages) ?? []).map(([name, raw]) => ({
    name: sdkNameOf(name),
    ...optional('type', stringOnly(raw.type)?.toLowerCase()),
    ...documented(raw.documentation),
  }));
  return read.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A text of a model; undefined for any other value. */
export function stringOnly(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A record of the key and its value; empty if the value is undefined. */
export function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  // TypeScript gives every computed name the type `string`.
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function listOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

/** The objects inside an object, sorted by name; undefined if the value is not an object. */
function recordsOf(
  value: unknown,
  what: string,
  messages: Messages,
): readonly (readonly [string, Readonly<Record<string, unknown>>])[] | undefined {
  if (!isRecord(value)) return undefined;
  return Object.keys(value)
    .sort()
    .flatMap((name) => {
      const raw = value[name];
      if (isRecord(raw)) return [[name, raw] as const];
      messages.add('unexpected-text', `${what} \`${name}\` that is no object`, nowhere, 'an object');
      return [];
    });
}
