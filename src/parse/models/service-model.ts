/** A botocore service model, with its paginators and waiters, read into a service. */
import type { EndpointRules, ErrorReference, Fact, Json, Operation, Service, Wire } from '../../model/index.ts';
import { sdkNameOf } from '../build/sdk-names.ts';
import type { Messages } from '../messages.ts';
import {
  isRawModel,
  isRecord,
  isShallow,
  type RawMember,
  type RawModel,
  type RawOperation,
  recordOr,
} from './botocore.ts';
import { optional, readClientContext, readPaginators, readWaiters, textOf } from './client-parts.ts';
import { withExamples } from './examples.ts';
import { deprecationOf, documented, readShapes } from './shapes.ts';

/** The JSON documents of one API version of a service, already read. */
export interface ModelDocuments {
  /** botocore's id: the name of the folder. */
  readonly id: string;
  readonly service: unknown;
  readonly paginators?: unknown;
  readonly waiters?: unknown;
  readonly endpointRules?: EndpointRules;
  readonly examples?: Readonly<Record<string, unknown>>;
}

/** What a service model can state. */
const facts: readonly Fact[] = (
  'all-operations fields types wire-types key-types enums required response-required errors error-shapes shape-names constraints defaults operation-deprecation member-deprecation idempotency streaming sensitive unions http auth metadata documentation client-context client-context-all'.split(
    ' ',
  ) as Fact[]
).sort();

const operationWire = [
  'http',
  'endpoint',
  'auth',
  'authtype',
  'httpChecksum',
  'httpChecksumRequired',
  'requestcompression',
  'unsignedPayload',
  'endpointdiscovery',
  'endpointoperation',
  'idempotent',
  'readonly',
  'staticContextParams',
  'operationContextParams',
] as const;
const nowhere = { line: 1, column: 1 };

/** Reads the documents of a service; undefined, with a message, where they are no service model. */
export function parseServiceModel(documents: ModelDocuments, messages: Messages): Service | undefined {
  const raw = documents.service;
  if (!isRawModel(raw)) {
    messages.add('damaged-model', 'JSON without metadata, operations and shapes', nowhere);
    return undefined;
  }
  const metadata = raw.metadata ?? {};
  if (!isShallow(metadata)) messages.add('nesting-too-deep', 'metadata', nowhere, 'at most 32 levels');
  const shapes = shapesOf(raw.shapes ?? {}, messages);
  const known = new Set(facts);
  const paginators = readPaginators(documents.paginators, messages);
  const waiters = readWaiters(documents.waiters, messages);
  if (paginators !== undefined) known.add('paginators').add('paginator-details');
  if (waiters !== undefined) known.add('waiters').add('waiter-details');
  if (documents.endpointRules !== undefined) known.add('endpoint-rules');
  if (documents.examples !== undefined) known.add('examples');
  const clientContext = readClientContext(raw.clientContextParams, messages);
  const operations = Object.keys(raw.operations ?? {})
    .sort()
    .map((name) =>
      readOperation(name, (raw.operations as Record<string, RawOperation>)[name] as RawOperation, metadata, messages),
    );
  return {
    kind: 'service',
    id: documents.id,
    title: textOf(metadata.serviceFullName) ?? textOf(metadata.serviceAbbreviation) ?? documents.id,
    ...optional('uid', textOf(metadata.uid)),
    ...optional('apiVersion', textOf(metadata.apiVersion)),
    ...documented(raw.documentation),
    ...optional('deprecated', deprecationOf(raw as Readonly<Record<string, unknown>>)),
    facts: [...known].sort(),
    operations:
      documents.examples === undefined ? operations : withExamples(operations, documents.examples, shapes, messages),
    shapes,
    ...optional('waiters', waiters),
    ...optional('paginators', paginators),
    ...optional('clientContextParams', clientContext.length === 0 ? undefined : clientContext),
    ...optional('endpointRules', documents.endpointRules),
    ...(isShallow(metadata) ? { metadata: metadata as Wire } : {}),
  };
}

const read = new WeakMap<object, Service['shapes']>();

/** The shapes; those of a model that was read before, with nothing to say of it, are the same objects again. */
function shapesOf(raw: NonNullable<RawModel['shapes']>, messages: Messages): Service['shapes'] {
  const known = read.get(raw);
  if (known !== undefined) return known;
  const said = messages.list.length;
  const shapes = readShapes(raw, messages);
  if (messages.list.length === said) read.set(raw, shapes);
  return shapes;
}

function readOperation(
  key: string,
  written: RawOperation,
  metadata: Readonly<Record<string, Json>>,
  messages: Messages,
): Operation {
  const raw = recordOr(written);
  // The key, not `name`: old models carry the API version in the latter (`CreateDistribution2015_04_17`).
  const name = key;
  const deprecated = deprecationOf(raw);
  const uid = textOf(metadata.uid);
  const wire: Record<string, Json> = {};
  const put = (trait: string, value: unknown) => {
    if (isShallow(value)) wire[trait] = value as Json;
    else messages.add('nesting-too-deep', `\`${trait}\` of \`${name}\``, nowhere, 'at most 32 levels');
  };
  for (const trait of operationWire) if (raw[trait] !== undefined) put(trait, raw[trait]);
  for (const side of ['input', 'output'] as const) {
    const envelope = envelopeOf(raw[side]);
    if (envelope !== undefined) put(side, envelope);
  }
  const errors = (Array.isArray(raw.errors) ? raw.errors : []).flatMap((error): ErrorReference[] =>
    typeof error?.shape === 'string' ? [{ name: error.shape, target: error.shape }] : [],
  );
  return {
    name,
    nameOrigin: 'stated',
    sdkName: sdkNameOf(name),
    ...documented(raw.documentation),
    request: textOf(raw.input?.shape) ?? null,
    response: textOf(raw.output?.shape) ?? null,
    errors: errors.sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...optional('deprecated', deprecated),
    ...(uid === undefined ? {} : { seeAlso: `https://docs.aws.amazon.com/goto/WebAPI/${uid}/${name}` }),
    ...(Object.keys(wire).length > 0 ? { wire } : {}),
  };
}

/** How the whole of a request or response is wrapped: names and namespaces of XML. */
function envelopeOf(raw: RawMember | undefined): object | undefined {
  const { shape: _shape, documentation: _documentation, ...traits } = isRecord(raw) ? raw : {};
  return Object.keys(traits).length > 0 ? traits : undefined;
}
