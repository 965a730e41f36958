/**
 * Every trait of botocore's models: its possible places, its meaning, and the kind of its changes. The reader uses this
 * table; a trait outside the table gives a message and is kept unchanged. The table covers every model that botocore
 * has had.
 */

/** The place of a trait. `member`: also items, keys and values. `envelope`: the `input` or `output` of an operation. */
export const traitPlaces = [
  'service',
  'metadata',
  'operation',
  'http',
  'envelope',
  'error-reference',
  'shape',
  'error',
  'retryable',
  'member',
  'client-context',
] as const;
export type TraitPlace = (typeof traitPlaces)[number];

/** A kind of JSON. */
export type JsonKind = 'string' | 'number' | 'boolean' | 'array' | 'record';

export interface Trait {
  readonly name: string;
  readonly at: readonly TraitPlace[];
  readonly means: string;
  /** The kind of its changes; null if it has none. */
  readonly rule: string | null;
  /** The audience: all callers through an SDK, or only direct users of the protocol. */
  readonly audience: 'sdk' | 'wire';
  /** The reason why it is not read; absent if it is read. */
  readonly unread?: string;
  /** Whether it is kept under its own name among the facts of the wire. */
  readonly asWire: boolean;
  /** The kind of its value; undefined if every kind is kept, or if its own reader looks at it. */
  readonly json: JsonKind | undefined;
}

type Row = readonly [names: string, at: string, means: string, rule: string, json?: JsonKind];

const inModel: readonly Row[] = [
  ['metadata', 'service', 'what the service says of itself', 'metadata-changed'],
  ['operations', 'service', 'the operations by name', 'operation-added'],
  ['shapes', 'service', 'the types by name', 'type-changed'],
  ['clientContextParams', 'service', 'settings of a client', 'client-context-param-added'],
  ['type', 'client-context', 'the type of a setting', 'client-context-param-changed', 'string'],
  ['documentation', 'client-context', 'a description', 'client-context-param-changed', 'string'],
  ['documentation', 'service operation shape member', 'a description in HTML', 'documentation-changed', 'string'],
  ['deprecated', 'service', 'the service should not be used', 'service-deprecated', 'boolean'],
  ['deprecatedMessage', 'service', 'what to use instead', 'service-deprecation-changed', 'string'],
  ['deprecated', 'operation', 'the operation should not be used', 'operation-deprecated', 'boolean'],
  [
    'deprecatedMessage deprecatedSince',
    'operation',
    'what to use instead, and since when',
    'operation-deprecation-changed',
    'string',
  ],
  ['deprecated', 'shape', 'the type should not be used', 'shape-deprecated', 'boolean'],
  [
    'deprecatedMessage deprecatedSince',
    'shape',
    'what to use instead, and since when',
    'shape-deprecation-changed',
    'string',
  ],
  ['deprecated', 'member', 'the field should not be used', 'field-deprecated', 'boolean'],
  [
    'deprecatedMessage deprecatedSince',
    'member',
    'what to use instead, and since when',
    'field-deprecation-changed',
    'string',
  ],
  ['errors', 'operation', 'the errors that it may end with', 'error-added', 'array'],
  ['shape', 'error-reference', 'the type of the error', 'error-added', 'string'],
  ['shape', 'envelope', 'the type that is sent or received', 'field-added', 'string'],
  ['shape', 'member', 'the type of a field', 'type-changed'],
  ['type', 'shape', 'the kind of the type', 'type-changed'],
  ['members', 'shape', 'the fields of a structure', 'field-added'],
  ['member key value', 'shape', 'what a list or map is made of', 'type-changed'],
  ['required', 'shape', 'the fields that a caller must give', 'required-added', 'array'],
  ['enum', 'shape member', 'the values that a string may take', 'enum-value-added', 'array'],
  ['min max', 'shape', 'limits on a value', 'constraint-tightened', 'number'],
  ['pattern', 'shape', 'a limit on the text of a value', 'constraint-tightened', 'string'],
  ['sensitive', 'shape member', 'kept out of logs', 'sensitive-added', 'boolean'],
  ['union', 'shape', 'exactly one field is set', 'union-changed', 'boolean'],
  ['document', 'shape', 'any JSON', 'type-changed', 'boolean'],
  ['streaming', 'shape member', 'bytes that are read piece by piece', 'streaming-changed', 'boolean'],
  ['eventstream', 'shape', 'a stream of events', 'type-changed', 'boolean'],
  ['jsonvalue', 'shape member', 'JSON in a header', 'type-changed', 'boolean'],
  ['idempotencyToken', 'member', 'filled in by the SDK', 'idempotency-added', 'boolean'],
  ['exception', 'shape', 'the type is an error', 'error-code-changed', 'boolean'],
  ['error', 'shape', 'what an error says of itself', 'error-code-changed', 'record'],
  ['code', 'error', 'the code that the service answers with', 'error-code-changed', 'string'],
  ['httpStatusCode', 'error', 'the status of the answer', 'error-status-changed', 'number'],
  ['fault', 'shape error', 'the service is to blame', 'error-fault-changed', 'boolean'],
  ['retryable', 'shape', 'the same call may be made again', 'error-retry-changed', 'record'],
  ['throttling', 'retryable', 'the caller asks too often', 'error-retry-changed', 'boolean'],
];

/** Kept by name in `wire` of a field, type or operation, or in the metadata of the service. */
const asWire: readonly Row[] = [
  ['location', 'member', 'the part of the message', 'location-changed'],
  ['locationName queryName', 'member shape', 'the name on the wire', 'wire-name-changed'],
  ['flattened xmlNamespace xmlAttribute wrapper resultWrapper', 'member shape', 'the form in XML', 'xml-changed'],
  ['xmlOrder', 'member shape', 'the order of elements', 'xml-order-changed'],
  ['payload', 'member shape', 'the field that is the whole body', 'payload-changed'],
  ['timestampFormat', 'member shape', 'the form of a point in time', 'timestamp-format-changed'],
  ['eventpayload eventheader event', 'member shape', 'a part of an event stream', 'event-changed'],
  ['box', 'member shape', 'the value may be null', 'nullability-changed'],
  ['sparse', 'member shape', 'items may be null', 'sparse-changed'],
  ['hostLabel', 'member shape', 'a part of the name of the host', 'host-label-changed'],
  ['requiresLength', 'member shape', 'the length of a stream is needed', 'length-required-changed'],
  ['contextParam', 'member shape', 'a value that chooses the endpoint', 'endpoint-parameter-changed'],
  ['http', 'operation', 'method, path and status', 'http-changed'],
  ['method requestUri responseCode', 'http', 'method, path and status', 'http-changed'],
  ['endpoint', 'operation', 'another host', 'endpoint-changed'],
  ['auth authtype', 'operation', 'how a request is authorized', 'auth-changed'],
  ['httpChecksum httpChecksumRequired', 'operation', 'checksums of messages', 'checksum-changed'],
  ['requestcompression', 'operation', 'compression of requests', 'compression-changed'],
  ['unsignedPayload', 'operation', 'the body is not signed', 'payload-signing-changed'],
  ['endpointdiscovery endpointoperation', 'operation', 'the service tells its endpoint', 'endpoint-discovery-changed'],
  ['idempotent', 'operation', 'the same call twice does no more than once', 'idempotent-added'],
  ['readonly', 'operation', 'nothing is changed', 'readonly-added'],
  [
    'staticContextParams operationContextParams',
    'operation',
    'what chooses the endpoint',
    'endpoint-parameters-changed',
  ],
  ['input output', 'operation', 'what is sent and received, and how it is wrapped', 'envelope-changed'],
  [
    'locationName xmlNamespace resultWrapper wrapper xmlOrder deprecated',
    'envelope',
    'the wrapper',
    'envelope-changed',
  ],
  ['apiVersion', 'metadata', 'the version of the API', 'api-version-added'],
  [
    'protocol protocols protocolSettings jsonVersion targetPrefix xmlNamespace awsQueryCompatible timestampFormat checksumFormat',
    'metadata',
    'the protocol',
    'protocol-changed',
  ],
  ['signatureVersion signingName auth', 'metadata', 'how requests are signed', 'signing-changed'],
  ['endpointPrefix globalEndpoint', 'metadata', 'the host', 'service-endpoint-changed'],
  ['serviceFullName serviceAbbreviation serviceId uid', 'metadata', 'the names of the service', 'service-name-changed'],
  ['ripServiceName', 'metadata', 'a name that only AWS uses', 'metadata-changed'],
];

/** Traits of models that no code reads, with the reason. */
const notRead: readonly (readonly [names: string, at: string, means: string, reason: string])[] = [
  ['version', 'service', 'the version of the format', 'it says how the file is written, not what the API is'],
  [
    'examples pagination',
    'service',
    'what stands in files of its own today',
    'a few models of 2014 and 2015 have it, mostly empty',
  ],
  ['authorizers', 'service', 'how API Gateway makes clients', 'botocore reads it nowhere'],
  ['xmlNamespace', 'service', 'the namespace of messages', 'botocore reads the one of the metadata'],
  ['name', 'operation', 'the name once more', 'old models have the API version in it; the key is the name'],
  ['alias', 'operation', 'the older name of an S3 operation', 'botocore reads it nowhere'],
  [
    'documentationUrl',
    'operation',
    'a page about the operation',
    'the links are older than the pages that stand there now',
  ],
  [
    'internal internalonly',
    'operation',
    'not meant for the public',
    'botocore reads it nowhere, and offers the operation',
  ],
  [
    'documentation',
    'envelope error-reference',
    'a description of this use',
    'botocore prints the description of the type',
  ],
  ['error exception fault xmlOrder', 'error-reference', 'the error once more', 'the type of the error says the same'],
  ['senderFault', 'error', 'the caller is to blame', 'every error without `fault` is the caller’s'],
  ['synthetic', 'shape', 'made by a tool', 'it says how the model was made'],
  ['description', 'shape', 'a description under a wrong name', 'botocore reads it nowhere'],
  ['pattern', 'member', 'a limit of this use', 'botocore checks no patterns, and its documentation shows none'],
  ['default', 'member', 'the value where none is given', 'botocore reads it nowhere, and its documentation shows none'],
  ['tags', 'member', 'a mark for tools', 'it says who may see a preview'],
  ['endpointdiscoveryid', 'member', 'a value that tells endpoints apart', 'botocore reads the trait of the operation'],
  ['required', 'member', 'a key of a map is needed', 'every key is'],
];

/** Kinds that are visible only to direct users of the protocol. */
const onWire = new Set(
  'location-changed wire-name-changed xml-changed xml-order-changed payload-changed timestamp-format-changed event-changed http-changed envelope-changed protocol-changed metadata-changed'.split(
    ' ',
  ),
);

/** The table, one row for each trait and meaning. */
export const traits: readonly Trait[] = [
  ...inModel.flatMap((row) => traitsOfRow(row, false)),
  ...asWire.flatMap((row) => traitsOfRow(row, true)),
  ...notRead.flatMap(([names, at, means, unread]) =>
    traitsOfRow([names, at, means, ''], false).map((trait): Trait => ({ ...trait, rule: null, unread })),
  ),
];

function traitsOfRow([names, at, means, rule, json]: Row, isWire: boolean): Trait[] {
  const audience = isWire && onWire.has(rule) ? 'wire' : 'sdk';
  // The table has no other texts than places here.
  const places = at.split(' ') as TraitPlace[];
  return names.split(' ').map((name) => ({ name, at: places, means, rule, audience, asWire: isWire, json }));
}

/** The traits by place and name, for the reader. */
export const traitsAt: Readonly<Record<TraitPlace, ReadonlyMap<string, Trait>>> = {
  service: at('service'),
  metadata: at('metadata'),
  operation: at('operation'),
  http: at('http'),
  envelope: at('envelope'),
  'error-reference': at('error-reference'),
  shape: at('shape'),
  error: at('error'),
  retryable: at('retryable'),
  member: at('member'),
  'client-context': at('client-context'),
};

function at(place: TraitPlace): ReadonlyMap<string, Trait> {
  return new Map(traits.filter((trait) => trait.at.includes(place)).map((trait) => [trait.name, trait]));
}
