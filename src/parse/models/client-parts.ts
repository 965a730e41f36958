/**
 * The other parts of a service model, beside operations and shapes: paginators, waiters, and the settings of a client.
 */
import type { ClientContextParam, Json, Paginator, Waiter } from '../../model/index.ts';
import { sdkNameOf } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, isShallowJson, nowhere } from './botocore.ts';
import { ofKind, textsOf } from './json-kinds.ts';
import type { ModelPart } from './model-part.ts';
import { documented } from './shape-traits.ts';

type RawRecord = Readonly<Record<string, unknown>>;
/** The messages of the file that states a name. */
type MessagesOf = (name: string) => Messages;

/** The paginators of `paginators-1.json`; undefined if there is no such document. */
export function readPaginators(part: ModelPart | undefined): readonly Paginator[] | undefined {
  return recordsIn(part, 'paginator')?.map(([name, raw, messages]) => ({
    name,
    ...optional('inputToken', listOf(raw, 'input_token', name, messages)),
    ...optional('outputToken', listOf(raw, 'output_token', name, messages)),
    ...optional('limitKey', textOf(raw, 'limit_key', name, messages)),
    ...optional('resultKey', listOf(raw, 'result_key', name, messages)),
    ...optional('moreResults', textOf(raw, 'more_results', name, messages)),
    ...optional('nonAggregateKeys', listOf(raw, 'non_aggregate_keys', name, messages)),
  }));
}

/** Whether all settings of all paginators could be read: one that could not would be told as lost. */
export function areWhole(part: ModelPart | undefined): boolean {
  return Object.values(part?.values ?? {}).every(
    (raw) =>
      isRecord(raw) &&
      [raw.limit_key, raw.more_results].every((value) => value === undefined || typeof value === 'string') &&
      [raw.input_token, raw.output_token, raw.result_key, raw.non_aggregate_keys].every(
        (value) => value === undefined || [value].flat().every((text) => typeof text === 'string'),
      ),
  );
}

/** The waiters of `waiters-2.json`; undefined if there is no such document. */
export function readWaiters(part: ModelPart | undefined): readonly Waiter[] | undefined {
  return recordsIn(part, 'waiter')?.map(([name, raw, messages]) => {
    const acceptors = ofKind('array', raw.acceptors, placeOf('acceptors', name), messages('acceptors'));
    const shallow = isShallowJson(acceptors);
    if (!shallow)
      messages('acceptors').add('nesting-too-deep', `\`acceptors\` of \`${name}\``, nowhere, 'at most 32 levels');
    return {
      name,
      ...optional('operation', textOf(raw, 'operation', name, messages)),
      ...optional('delay', ofKind('number', raw.delay, placeOf('delay', name), messages('delay'))),
      ...optional(
        'maxAttempts',
        ofKind('number', raw.maxAttempts, placeOf('maxAttempts', name), messages('maxAttempts')),
      ),
      // The value comes from JSON.
      ...optional('acceptors', shallow ? (acceptors as Json[] | undefined) : undefined),
    };
  });
}

/**
 * `clientContextParams` of the model itself, by the names that callers of the SDK write; empty if the model has none.
 */
export function readClientContext(params: unknown, messages: Messages): readonly ClientContextParam[] {
  const what = 'client context parameter';
  const written = ofKind('record', params, `${what}s`, messages) ?? {};
  const read = recordsOf(written, what, () => messages).map(([name, raw]) => ({
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

/** A text of a paginator or waiter; undefined, with a message, for any other value. */
function textOf(raw: RawRecord, key: string, name: string, messages: MessagesOf): string | undefined {
  return stringOnly(ofKind('string', raw[key], placeOf(key, name), messages(key)));
}

/** One text or several of a paginator. */
function listOf(raw: RawRecord, key: string, name: string, messages: MessagesOf): readonly string[] | undefined {
  const value = raw[key];
  if (typeof value === 'string') return [value];
  const list = ofKind('array', value, placeOf(key, name), messages(key));
  return list && textsOf(list, placeOf(key, name), messages(key));
}

function placeOf(key: string, name: string): string {
  return `\`${key}\` of \`${name}\``;
}

/** The objects of a part, sorted by name, each with the messages about its keys; undefined if there is no such part. */
function recordsIn(
  part: ModelPart | undefined,
  what: string,
): readonly (readonly [string, RawRecord, MessagesOf])[] | undefined {
  if (part === undefined) return undefined;
  return recordsOf(part.values, what, (name) => part.messagesOf(name)).map(
    ([name, raw]) => [name, raw, (key) => part.messagesOf(name, key)] as const,
  );
}

/**
 * The objects inside an object, sorted by name. Another value gives a message, and an empty object: its name is there,
 * and what it is, is unknown.
 */
function recordsOf(values: RawRecord, what: string, messagesOf: MessagesOf): readonly (readonly [string, RawRecord])[] {
  return Object.keys(values)
    .sort()
    .map((name) => {
      const raw = values[name];
      if (isRecord(raw)) return [name, raw] as const;
      messagesOf(name).add('unexpected-text', `${what} \`${name}\` that is no object`, nowhere, 'an object');
      return [name, {}] as const;
    });
}
