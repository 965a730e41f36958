/** Sorts the JSON files of one API version of a service by their content, and reads them into the service. */
import type { EndpointRules, Service } from '../../model/index.ts';
import { identify, slugOf } from '../known/services.ts';
import type { Messages } from '../messages.ts';
import type { Document } from '../result.ts';
import { isRawModel, isRecord, isShallowJson } from './botocore.ts';
import { isRuleSet, readEndpointRules } from './endpoint-rules.ts';
import { exactly, parseExactly } from './exact-json.ts';
import { readExamples } from './examples.ts';
import { isInlineModel, readInlineModel } from './inline-model.ts';
import { readParted, readWhole } from './json-parts.ts';
import { ModelMemory } from './model-memory.ts';
import { parseServiceModel } from './service-model.ts';

/** Real extras nest about eight levels. */
const deepest = 100;

/**
 * Reads the files of a model, under any name: the model itself, its paginators, waiters, endpoint rules and examples.
 */
export function parseModelDocuments(
  documents: readonly Document[],
  service: string | null,
  messages: Messages,
  memory: ModelMemory = new ModelMemory(),
): Service | undefined {
  let model: unknown;
  let isInline = false;
  let paginators: Record<string, unknown> | undefined;
  let waiters: Record<string, unknown> | undefined;
  let endpointRules: EndpointRules | undefined;
  let examples: Record<string, unknown> | undefined;
  const extras: { readonly name: string; readonly merge: Readonly<Record<string, unknown>> }[] = [];
  for (const document of documents) {
    let value: unknown;
    try {
      value = readJson(document.text, memory);
    } catch (error) {
      messages.add(
        'damaged-model',
        `text that is no JSON in ${document.name} (${error instanceof Error ? error.message : String(error)})`,
        { line: 1, column: 1 },
      );
      continue;
    }
    if (isRawModel(value)) model = value;
    else if (isInlineModel(value)) {
      const parts = readInlineModel(value, messages);
      model = parts.model;
      isInline = true;
      if (parts.pagination !== undefined) paginators = { ...paginators, ...parts.pagination };
    } else if (isRecord(value) && isRecord(value.pagination)) paginators = { ...paginators, ...value.pagination };
    else if (isRecord(value) && isRecord(value.waiters)) waiters = { ...waiters, ...value.waiters };
    else if (isRecord(value) && isRecord(value.examples))
      examples = { ...examples, ...examplesOf(document.text, value, value.examples, memory) };
    else if (isRuleSet(value)) endpointRules = readRules(document.text, value, messages, memory);
    else if (isRecord(value) && isRecord(value.merge)) extras.push({ name: document.name, merge: value.merge });
    else
      messages.add('unexpected-text', `JSON in ${document.name}`, { line: 1, column: 1 }, 'a part of a service model');
  }
  // botocore merges its own additions into their document, in any order of reading.
  for (const { name, merge } of extras) {
    if (!isShallowJson(merge, deepest))
      messages.add('nesting-too-deep', name, { line: 1, column: 1 }, `at most ${deepest} levels`);
    else if (isRecord(merge.pagination)) paginators = merged(paginators, merge.pagination);
    else if (isRecord(merge.waiters)) waiters = merged(waiters, merge.waiters);
    // The check above found that it is a model.
    else if (isRawModel(model)) model = merged(model as Readonly<Record<string, unknown>>, merge);
    else if (Object.keys(merge).length > 0)
      messages.add('unexpected-text', `additions in ${name}`, { line: 1, column: 1 }, 'a model that they belong to');
  }
  const id = service ?? idOf(model) ?? 'unknown';
  return parseServiceModel(
    {
      id,
      service: model,
      isInline,
      ...(paginators === undefined ? {} : { paginators: { pagination: paginators } }),
      ...(waiters === undefined ? {} : { waiters: { waiters } }),
      ...(endpointRules === undefined ? {} : { endpointRules }),
      ...(examples === undefined ? {} : { examples }),
    },
    messages,
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

/** A lone model does not state botocore's id of its service: its uid or title leads to the id. */
function idOf(model: unknown): string | undefined {
  if (!isRawModel(model)) return undefined;
  const { uid, serviceFullName, endpointPrefix } = model.metadata ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const known = identify({
    uid: text(uid),
    title: text(serviceFullName),
    operations: Object.keys(model.operations ?? {}),
  });
  const prefix = text(endpointPrefix);
  return known?.id ?? (prefix === undefined ? undefined : slugOf(prefix));
}

/**
 * Merges the second record into the first, at every level; if both have a value, the second one wins. Follows
 * `deep_merge` of botocore's loaders.
 */
function merged(
  into: Readonly<Record<string, unknown>> | undefined,
  from: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const out: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const had = Object.hasOwn(out, key) ? out[key] : undefined;
    out[key] = isRecord(value) && isRecord(had) ? merged(had, value) : value;
  }
  return out;
}
