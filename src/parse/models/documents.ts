/** The JSON files of one API version of a service, sorted by what is in them, read into the service. */
import type { EndpointRules, Service } from '../../model/index.ts';
import { identify, slugOf } from '../known/services.ts';
import type { Messages } from '../messages.ts';
import type { Document } from '../result.ts';
import { isRawModel, isRecord } from './botocore.ts';
import { isRuleSet, readEndpointRules } from './endpoint-rules.ts';
import { readExamples } from './examples.ts';
import { parseServiceModel } from './service-model.ts';

/** Reads the files of a model, whatever they are called: the model itself, its paginators, waiters, rules of endpoints, examples. */
export function parseModelDocuments(
  documents: readonly Document[],
  service: string | null,
  messages: Messages,
): Service | undefined {
  let model: unknown;
  let paginators: Record<string, unknown> | undefined;
  let waiters: Record<string, unknown> | undefined;
  let endpointRules: EndpointRules | undefined;
  let examples: Record<string, unknown> | undefined;
  for (const document of documents) {
    let value: unknown;
    try {
      value = JSON.parse(document.text);
    } catch (error) {
      messages.add(
        'damaged-model',
        `text that is no JSON in ${document.name} (${error instanceof Error ? error.message : String(error)})`,
        { line: 1, column: 1 },
      );
      continue;
    }
    if (isRawModel(value)) model = value;
    else if (isRecord(value) && isRecord(value.pagination)) paginators = { ...paginators, ...value.pagination };
    else if (isRecord(value) && isRecord(value.waiters)) waiters = { ...waiters, ...value.waiters };
    else if (isRecord(value) && isRecord(value.examples))
      examples = { ...examples, ...readExamples(document.text, value.examples) };
    else if (isRuleSet(value)) endpointRules = readEndpointRules(value, messages);
    // Extras are merged into the document that they add to: only paginators have had any.
    else if (isRecord(value) && isRecord(value.merge) && isRecord(value.merge.pagination))
      paginators = mergeInto(paginators, value.merge.pagination);
    else if (!isRecord(value) || !isRecord(value.merge) || Object.keys(value.merge).length > 0)
      messages.add('unexpected-text', `JSON in ${document.name}`, { line: 1, column: 1 }, 'a part of a service model');
  }
  const id = service ?? idOf(model) ?? 'unknown';
  return parseServiceModel(
    {
      id,
      service: model,
      ...(paginators === undefined ? {} : { paginators: { pagination: paginators } }),
      ...(waiters === undefined ? {} : { waiters: { waiters } }),
      ...(endpointRules === undefined ? {} : { endpointRules }),
      ...(examples === undefined ? {} : { examples }),
    },
    messages,
  );
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

function mergeInto(
  into: Record<string, unknown> | undefined,
  from: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(from))
    merged[key] = isRecord(value) && isRecord(merged[key]) ? { ...(merged[key] as object), ...value } : value;
  return merged;
}
