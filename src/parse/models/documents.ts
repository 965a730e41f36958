/** Sorts the JSON files of one API version of a service by their content, and reads them into the service. */
import { type EndpointRules, type Service, sdkNameOf } from '../../model/index.ts';
import type { OpenDocument } from '../dialects/reading.ts';
import { identify, slugOf } from '../known/services.ts';
import { type Messages, quote } from '../messages.ts';
import { sayUndecoded, withoutHalves } from '../text/clean.ts';
import { isRawModel, isRecord, isShallowJson, nowhere } from './botocore.ts';
import { optional, stringOnly } from './client-parts.ts';
import { isRuleSet, readEndpointRules } from './endpoint-rules.ts';
import { exactly, parseExactly } from './exact-json.ts';
import { readExamples } from './examples.ts';
import { isInlineModel, readInlineModel } from './inline-model.ts';
import { readParted, readWhole } from './json-parts.ts';
import { ModelMemory } from './model-memory.ts';
import { ModelPart, merged } from './model-part.ts';
import { parseServiceModel } from './service-model.ts';

/** Real extras nest about eight levels. */
const deepest = 100;

/** The id of a service that nothing names. */
const unnamed = 'unknown';

/**
 * Reads the files of a model, under any name: the model itself, its paginators, waiters, endpoint rules and examples.
 * `fallback` gets the message that there is no file at all.
 */
export function parseModelDocuments(
  documents: readonly OpenDocument[],
  service: string | null,
  fallback: Messages,
  memory: ModelMemory = new ModelMemory(),
): Service | undefined {
  let model: unknown;
  // The file of the model; while there is none, the first one that is no other part.
  let ofModel: Messages | undefined;
  let ofUnknown: Messages | undefined;
  let isInline = false;
  let paginators: ModelPart | undefined;
  let waiters: ModelPart | undefined;
  let endpointRules: EndpointRules | undefined;
  let examples: ModelPart | undefined;
  const extras: { readonly messages: Messages; readonly merge: Readonly<Record<string, unknown>> }[] = [];
  for (const { text, messages } of documents) {
    sayUndecoded(text, messages);
    const whole = withoutHalves(text, messages);
    let value: unknown;
    try {
      value = readJson(whole, memory);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      messages.add('damaged-model', `text that is no JSON (${why})`, nowhere);
      ofUnknown ??= messages;
      continue;
    }
    if (isRawModel(value)) {
      model = value;
      ofModel = messages;
    } else if (isInlineModel(value)) {
      const parts = readInlineModel(value, messages);
      model = parts.model;
      ofModel = messages;
      isInline = true;
      if (parts.pagination !== undefined)
        paginators = (paginators ?? new ModelPart(messages)).add(parts.pagination, messages);
    } else if (isRecord(value) && isRecord(value.pagination))
      paginators = (paginators ?? new ModelPart(messages)).add(value.pagination, messages);
    else if (isRecord(value) && isRecord(value.waiters))
      waiters = (waiters ?? new ModelPart(messages)).add(value.waiters, messages);
    else if (isRecord(value) && isRecord(value.examples))
      examples = (examples ?? new ModelPart(messages)).add(examplesOf(whole, value, value.examples, memory), messages);
    else if (isRuleSet(value)) endpointRules = readRules(whole, value, messages, memory);
    else if (isRecord(value) && isRecord(value.merge)) extras.push({ messages, merge: value.merge });
    else {
      messages.add('unexpected-text', 'JSON', nowhere, 'a part of a service model');
      ofUnknown ??= messages;
    }
  }
  // botocore merges its own additions into their document, in any order of reading.
  for (const { messages, merge } of extras) {
    if (!isShallowJson(merge, deepest))
      messages.add('nesting-too-deep', 'additions', nowhere, `at most ${deepest} levels`);
    else if (isRecord(merge.pagination))
      paginators = (paginators ?? new ModelPart(messages)).merge(merge.pagination, messages);
    else if (isRecord(merge.waiters)) waiters = (waiters ?? new ModelPart(messages)).merge(merge.waiters, messages);
    // The check above found that it is a model.
    else if (isRawModel(model)) model = merged(model as Readonly<Record<string, unknown>>, merge);
    else if (Object.keys(merge).length > 0)
      messages.add('unexpected-text', 'additions', nowhere, 'a model that they belong to');
  }
  const said = ofModel ?? ofUnknown ?? documents[0]?.messages ?? fallback;
  return parseServiceModel(
    {
      id: service ?? idOf(model, said),
      service: model,
      isInline,
      ...optional('paginators', paginators),
      ...optional('waiters', waiters),
      ...optional('endpointRules', endpointRules),
      ...optional('examples', examples),
    },
    said,
    memory,
  );
}

function readJson(text: string, memory: ModelMemory): unknown {
  if (memory.parted?.text === text) return memory.parted.value;
  for (const known of [memory.rules, memory.examples]) if (known?.text === text) return known.json;
  if (memory.parted === undefined) {
    const whole = readWhole(text);
    if (!isRawModel(whole.value)) return exactly(text, whole.value);
    memory.parted = whole;
    return whole.value;
  }
  const parted = readParted(text, memory.parted);
  if (parted === undefined) return parseExactly(text);
  memory.parted = parted;
  return parted.value;
}

/** The same rules give the same object again; rules that cannot be read give their message every time. */
function readRules(
  text: string,
  json: Readonly<Record<string, unknown>>,
  messages: Messages,
  memory: ModelMemory,
): EndpointRules | undefined {
  if (memory.rules?.text === text) return memory.rules.value;
  const value = readEndpointRules(json, messages);
  if (value !== undefined) memory.rules = { text, json, value };
  return value;
}

function examplesOf(
  text: string,
  json: unknown,
  written: Readonly<Record<string, unknown>>,
  memory: ModelMemory,
): Readonly<Record<string, unknown>> {
  if (memory.examples?.text === text) return memory.examples.value;
  const value = readExamples(text, written);
  memory.examples = { text, json, value };
  return value;
}

/**
 * A lone model does not state botocore's id of its service: its uid or title leads to the id. An id that is made of
 * another name is said, because the same service has another id elsewhere.
 */
function idOf(model: unknown, messages: Messages): string {
  if (!isRawModel(model)) return unnamed;
  const { uid, serviceFullName, endpointPrefix } = model.metadata ?? {};
  const names = {
    uid: stringOnly(uid),
    title: stringOnly(serviceFullName),
    operations: Object.keys(model.operations ?? {}).map(sdkNameOf),
  };
  const service = identify(names);
  if (service?.known === true) return service.id;
  const prefix = stringOnly(endpointPrefix);
  const id = service?.id ?? (slugOf(prefix ?? '') || unnamed);
  const name = names.title ?? names.uid ?? prefix;
  const what = name === undefined ? 'model that names no service' : quote(name);
  messages.add('unknown-service', `${what}, which is called ${quote(id)} here`, nowhere);
  return id;
}
