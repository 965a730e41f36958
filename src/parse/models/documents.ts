/** The JSON files of one API version of a service, sorted by what is in them, read into the service. */
import type { EndpointRules, Service } from '../../model/index.ts';
import { identify, slugOf } from '../known/services.ts';
import type { Messages } from '../messages.ts';
import type { Document } from '../result.ts';
import { isRawModel, isRecord, isShallow } from './botocore.ts';
import { isRuleSet, readEndpointRules } from './endpoint-rules.ts';
import { readExamples } from './examples.ts';
import { isInlineModel, readInlineModel } from './inline-model.ts';
import { type PartedJson, readParted } from './json-parts.ts';
import { parseServiceModel } from './service-model.ts';

/** Extras that are real nest some eight levels. */
const deepest = 100;

/** Reads the files of a model, whatever they are called: the model itself, its paginators, waiters, rules of endpoints, examples. */
export function parseModelDocuments(
  documents: readonly Document[],
  service: string | null,
  messages: Messages,
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
      value = readJson(document.text);
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
      examples = { ...examples, ...examplesOf(document.text, value, value.examples) };
    else if (isRuleSet(value)) endpointRules = readRules(document.text, value, messages);
    else if (isRecord(value) && isRecord(value.merge)) extras.push({ name: document.name, merge: value.merge });
    else
      messages.add('unexpected-text', `JSON in ${document.name}`, { line: 1, column: 1 }, 'a part of a service model');
  }
  // botocore merges what it adds itself into the document that it belongs to, whichever was read first.
  for (const { name, merge } of extras) {
    if (!isShallow(merge, deepest))
      messages.add('nesting-too-deep', name, { line: 1, column: 1 }, `at most ${deepest} levels`);
    else if (isRecord(merge.pagination)) paginators = merged(paginators, merge.pagination);
    else if (isRecord(merge.waiters)) waiters = merged(waiters, merge.waiters);
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
  );
}

/** The model that was read last: in a history most of the next one is what it was in the release before. */
let last: PartedJson | undefined;
/** The rules of endpoints that were read last without a message, and the last examples: few releases change them. */
let lastRules: { readonly text: string; readonly value: unknown; readonly rules: EndpointRules } | undefined;
let lastExamples: { readonly text: string; readonly value: unknown; readonly examples: Examples } | undefined;

type Examples = Readonly<Record<string, unknown>>;

function readJson(text: string): unknown {
  for (const known of [last, lastRules, lastExamples]) if (known?.text === text) return known.value;
  const parted = readParted(text, last);
  if (parted === undefined) return JSON.parse(text);
  last = parted;
  return parted.value;
}

/** Of the same rules the same again; what cannot be read is said every time. */
function readRules(
  text: string,
  value: Readonly<Record<string, unknown>>,
  messages: Messages,
): EndpointRules | undefined {
  if (lastRules?.text === text) return lastRules.rules;
  const rules = readEndpointRules(value, messages);
  if (rules !== undefined) lastRules = { text, value, rules };
  return rules;
}

function examplesOf(text: string, value: unknown, written: Examples): Examples {
  if (lastExamples?.text !== text) lastExamples = { text, value, examples: readExamples(text, written) };
  return lastExamples.examples;
}

/** A model that stands alone does not say botocore's id of its service; its uid or title leads to it. */
function idOf(model: unknown): string | undefined {
  if (!isRawModel(model)) return undefined;
  const { uid, serviceFullName, endpointPrefix } = model.metadata ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const known = identify({
    uid: text(uid),
    title: text(serviceFullName),
    operations: Object.keys(model.operations ?? {}),
  });
  return known?.id ?? (text(endpointPrefix) === undefined ? undefined : slugOf(text(endpointPrefix) as string));
}

/** One record with another inside it, all the way down; what both say, the second one says. Follows `deep_merge` of botocore's loaders. */
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
