/** A botocore service model, with its paginators and waiters, read into a service. */

import type { EndpointRules, ErrorReference, Fact, Json, Operation, Service, Wire } from '../../model/index.ts';
import { sdkNameOf, traitsAt } from '../../model/index.ts';
import { modelFacts, serviceModelFacts } from '../dialects/service-model/facts.ts';
import { identify } from '../known/services.ts';
import type { Messages } from '../messages.ts';
import {
  isRawModel,
  isRecord,
  isShallowJson,
  nowhere,
  type RawMember,
  type RawModel,
  type RawOperation,
  recordOr,
} from './botocore.ts';
import { areWhole, optional, readClientContext, readPaginators, readWaiters, stringOnly } from './client-parts.ts';
import { cutDeep } from './cut-deep.ts';
import { withExamples } from './examples.ts';
import { isOfKind, sayOtherKind } from './json-kinds.ts';
import { ModelMemory } from './model-memory.ts';
import type { ModelPart } from './model-part.ts';
import { deprecationOf, documented } from './shape-traits.ts';
import { readShapes } from './shapes.ts';
import { knownOf, unknownOf } from './unknown-traits.ts';

/** The JSON documents of one API version of a service, already read. */
export interface ModelDocuments {
  /** botocore's id of the service: the name of the folder. */
  readonly id: string;
  readonly service: unknown;
  /** Whether the model had the form before 0.64, which states less. */
  readonly isInline?: boolean;
  readonly paginators?: ModelPart;
  readonly waiters?: ModelPart;
  readonly endpointRules?: EndpointRules;
  readonly examples?: ModelPart;
}

/** The traits of an operation that are kept unchanged; input and output are more than traits. */
const operationWire = [...traitsAt.operation.values()]
  .filter(({ name, asWire }) => asWire && name !== 'input' && name !== 'output')
  .map(({ name }) => name);

/**
 * Reads the documents of a service; undefined, with a message, if they are not a service model. `messages` are those
 * about the model itself.
 */
export function parseServiceModel(
  documents: ModelDocuments,
  messages: Messages,
  memory: ModelMemory = new ModelMemory(),
): Service | undefined {
  const raw = documents.service;
  if (!isRawModel(raw)) {
    messages.add('damaged-model', 'JSON without metadata, operations and shapes', nowhere);
    return undefined;
  }
  const metadata = knownOf('metadata', raw.metadata ?? {});
  const unknown = unknownOfService(raw, documents.id, messages);
  if (!isShallowJson(metadata)) messages.add('nesting-too-deep', 'metadata', nowhere, 'at most 32 levels');
  for (const key of ['uid', 'apiVersion', 'serviceFullName', 'serviceAbbreviation'])
    if (metadata[key] !== undefined && typeof metadata[key] !== 'string')
      messages.add('unexpected-text', `\`metadata.${key}\` that is no text`, nowhere, 'a text');
  const known = new Set<Fact>(documents.isInline === true ? serviceModelFacts.always : modelFacts);
  const paginators = readPaginators(documents.paginators);
  const waiters = readWaiters(documents.waiters);
  if (paginators !== undefined) known.add('paginators');
  if (paginators !== undefined && areWhole(documents.paginators)) known.add('paginator-details');
  if (waiters !== undefined) known.add('waiters');
  // Before 0.70 waiters were built from parts and described their conditions in another form: that form is not read.
  if (waiters?.every(({ acceptors }) => acceptors !== undefined)) known.add('waiter-details');
  if (documents.endpointRules !== undefined) known.add('endpoint-rules');
  if (documents.examples !== undefined) known.add('examples');
  const clientContext = readClientContext(raw.clientContextParams, messages);
  const operations = readOperations(raw.operations ?? {}, stringOnly(metadata.uid), messages, memory);
  sayDangling(operations, raw.shapes ?? {}, messages);
  const shapes = cutDeep(operations, readShapes(raw.shapes ?? {}, messages, memory), messages);
  return {
    kind: 'service',
    id: documents.id,
    title:
      stringOnly(metadata.serviceFullName) ??
      stringOnly(metadata.serviceAbbreviation) ??
      identify({ id: documents.id })?.title ??
      documents.id,
    ...optional('uid', stringOnly(metadata.uid)),
    ...optional('apiVersion', stringOnly(metadata.apiVersion)),
    ...documented(raw.documentation),
    ...optional('deprecated', deprecationOf(raw)),
    facts: [...known].sort(),
    operations:
      documents.examples === undefined ? operations : withExamples(operations, documents.examples, { shapes, memory }),
    shapes,
    ...optional('waiters', waiters),
    ...optional('paginators', paginators),
    ...optional('clientContextParams', clientContext.length === 0 ? undefined : clientContext),
    ...optional('endpointRules', documents.endpointRules),
    ...(isShallowJson(metadata) && documents.isInline !== true ? { metadata } : {}),
    ...optional('unknownTraits', unknown),
  };
}

/** The unknown traits of the service itself, its metadata and the settings of its clients. */
function unknownOfService(raw: RawModel, name: string, messages: Messages): Wire | undefined {
  let found = unknownOf('service', raw, { name, messages });
  found = unknownOf('metadata', raw.metadata, { name, part: 'metadata.', messages }, found);
  if (isRecord(raw.clientContextParams))
    for (const [param, value] of Object.entries(raw.clientContextParams))
      found = unknownOf('client-context', value, { name, part: `clientContextParams.${param}.`, messages }, found);
  return found;
}

/** Says which requests, responses and errors refer to no shape: what is in them is unknown. */
function sayDangling(operations: readonly Operation[], shapes: object, messages: Messages): void {
  const say = (part: string, id: string | null | undefined) => {
    if (typeof id === 'string' && !Object.hasOwn(shapes, id))
      messages.add('dangling-reference', `\`${part}\` to \`${id}\``, nowhere);
  };
  for (const { name, request, response, errors = [] } of operations) {
    say(`${name}.input`, request);
    say(`${name}.output`, response);
    for (const { target } of errors) say(`${name}.errors`, target);
  }
}

/** The unknown traits of an operation, its HTTP binding, its input and output, and its errors. */
function unknownOfOperation(raw: RawOperation, name: string, messages: Messages): Wire | undefined {
  let found = unknownOf('operation', raw, { name, messages });
  found = unknownOf('http', raw.http, { name, part: 'http.', messages }, found);
  for (const side of ['input', 'output'] as const) {
    if (!isOfKind('record', raw[side])) sayOtherKind('record', `\`${side}\` of \`${name}\``, messages);
    found = unknownOf('envelope', raw[side], { name, part: `${side}.`, messages }, found);
  }
  if (Array.isArray(raw.errors))
    for (const error of raw.errors)
      found = unknownOf('error-reference', error, { name, part: `errors.${error?.shape}.`, messages }, found);
  return found;
}

/**
 * The operations, sorted; if the JSON of one is the same object as in the last reading, the operation is also the same
 * object.
 */
function readOperations(
  raw: Readonly<Record<string, RawOperation>>,
  uid: string | undefined,
  messages: Messages,
  memory: ModelMemory,
): Operation[] {
  const before = memory.operations.uid === uid ? memory.operations.read : undefined;
  const read = new Map<string, { readonly raw: RawOperation; readonly operation: Operation }>();
  const names = Object.keys(raw).sort();
  const operations = names.map((name) => {
    const written = raw[name] as RawOperation;
    const known = before?.get(name);
    const { said } = messages;
    const operation = known?.raw === written ? known.operation : readOperation(name, written, uid, messages);
    if (messages.said === said) read.set(name, { raw: written, operation });
    return operation;
  });
  memory.operations = { uid, read };
  return operations;
}

function readOperation(key: string, written: RawOperation, uid: string | undefined, messages: Messages): Operation {
  if (!isRecord(written))
    messages.add('unexpected-text', `operation \`${key}\` that is no object`, nowhere, 'an object');
  const raw = recordOr(written);
  // The key is the name: in old models, `name` contains the API version (`CreateDistribution2015_04_17`).
  const name = key;
  const wire: Record<string, Json> = {};
  let isWired = false;
  const put = (trait: string, value: unknown) => {
    if (isShallowJson(value)) {
      // The value comes from JSON, and is not deep.
      wire[trait] = value as Json;
      isWired = true;
    } else messages.add('nesting-too-deep', `\`${trait}\` of \`${name}\``, nowhere, 'at most 32 levels');
  };
  for (const trait of operationWire)
    if (raw[trait] !== undefined) put(trait, trait === 'http' ? knownOf('http', raw[trait]) : raw[trait]);
  for (const side of ['input', 'output'] as const) {
    const envelope = envelopeOf(knownOf('envelope', raw[side]));
    if (envelope !== undefined) put(side, envelope);
  }
  const errors = errorsOf(raw.errors, name, messages);
  const { documentation } = documented(raw.documentation);
  const deprecated = deprecationOf(raw);
  // The keys are assigned one by one because it is faster: this runs for every operation of every release.
  const operation: { -readonly [Key in keyof Operation]: Operation[Key] } = {
    name,
    nameOrigin: 'stated',
    sdkName: sdkNameOf(name),
  };
  if (documentation !== undefined) operation.documentation = documentation;
  // What cannot be read is unknown, and not absent.
  const [request, response] = [targetOf(raw.input), targetOf(raw.output)];
  if (request !== undefined) operation.request = request;
  if (response !== undefined) operation.response = response;
  if (errors !== undefined) operation.errors = errors;
  if (deprecated !== undefined) operation.deprecated = deprecated;
  if (uid !== undefined) operation.seeAlso = `https://docs.aws.amazon.com/goto/WebAPI/${uid}/${name}`;
  if (isWired) operation.wire = wire;
  const unknown = unknownOfOperation(raw, name, messages);
  if (unknown !== undefined) operation.unknownTraits = unknown;
  return operation;
}

/** The errors of an operation, sorted; undefined if the model has something else than a list there. */
function errorsOf(raw: unknown, operation: string, messages: Messages): readonly ErrorReference[] | undefined {
  if (!Array.isArray(raw)) return isOfKind('array', raw) ? [] : undefined;
  const errors: ErrorReference[] = [];
  for (const error of raw) {
    if (!isRecord(error)) sayOtherKind('record', `an error of \`${operation}\``, messages);
    else if (typeof error.shape === 'string') errors.push({ name: error.shape, target: error.shape });
  }
  return errors.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The type of a request or response; null if there is none, undefined if the model has something else there. */
function targetOf(raw: unknown): string | null | undefined {
  if (raw === undefined || raw === null) return null;
  const shape = isRecord(raw) ? (raw.shape ?? null) : undefined;
  return shape === null ? null : stringOnly(shape);
}

/** The form of the whole request or response: names and namespaces of XML. */
function envelopeOf(raw: RawMember | undefined): object | undefined {
  if (!isRecord(raw)) return undefined;
  let isWrapped = false;
  for (const key in raw) isWrapped ||= key !== 'shape' && key !== 'documentation';
  if (!isWrapped) return undefined;
  const { shape: _shape, documentation: _documentation, ...traits } = raw;
  return traits;
}
