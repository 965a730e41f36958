/** Services for tests of the site: real names and types, descriptions of our own, and text that wants to break out. */
import type { Block, Deprecation, Fact, Json, Member, Operation, Prose, Shape, ShapeId } from '../src/model/index.ts';

/** Text that must come out as text, whatever a page does with it. */
export const hostile = '<script>alert("x")</script> ]]> & \' " 🦔 </details> --> \u0007';

/** One paragraph. */
export function paragraph(...texts: readonly string[]): Prose {
  const children = texts.map((value, index) =>
    index % 2 === 0 ? ({ type: 'text', value } as const) : ({ type: 'inlineCode', value } as const),
  );
  return [{ type: 'paragraph', children }];
}

interface Options {
  readonly required?: boolean;
  readonly docs?: Prose;
  readonly deprecated?: Deprecation;
  readonly default?: Json;
  readonly token?: boolean;
}

function member(name: string, target: ShapeId, options: Options = {}): Member {
  return {
    name,
    target,
    required: options.required ?? false,
    ...(options.docs === undefined ? {} : { documentation: options.docs }),
    ...(options.deprecated === undefined ? {} : { deprecated: options.deprecated }),
    ...(options.default === undefined ? {} : { default: options.default }),
    ...(options.token === true ? { idempotencyToken: true } : {}),
  };
}

const string: Shape = { kind: 'string' };
const listOf = (target: ShapeId): Shape => ({ kind: 'list', member: { name: '', target } });
const structure = (...members: readonly Member[]): Shape => ({ kind: 'structure', members });

const richProse: readonly Block[] = [
  {
    type: 'paragraph',
    children: [
      { type: 'text', value: 'Creates a listener for a load balancer. See ' },
      { type: 'link', url: 'https://example.com/listeners?a=1&b=2', children: [{ type: 'text', value: 'listeners' }] },
      { type: 'text', value: ', not ' },
      { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', value: 'this' }] },
      { type: 'text', value: '.' },
    ],
  },
  {
    type: 'list',
    ordered: false,
    children: [
      { type: 'listItem', children: paragraph('Network load balancers speak ', 'QUIC', '.') },
      { type: 'listItem', children: paragraph('Gateways do not.') },
    ],
  },
  { type: 'note', kind: 'important', children: paragraph('A listener needs at least one action. ', hostile) },
  { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Limits' }] },
  { type: 'code', value: 'aws elbv2 create-listener \\\n  --port 443' },
];

/** The shapes of Elastic Load Balancing v2 that the fixtures use. */
export const elbShapes: Readonly<Record<ShapeId, Shape>> = {
  String: string,
  Port: { kind: 'integer', constraints: { min: 1, max: 65_535 } },
  Boolean: { kind: 'boolean' },
  Timestamp: { kind: 'timestamp' },
  ProtocolEnum: {
    kind: 'string',
    enum: ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE', 'QUIC', 'TCP_QUIC'],
  },
  ActionTypeEnum: { kind: 'string', enum: ['forward', 'redirect', hostile] },
  LoadBalancerArn: { kind: 'string', constraints: { pattern: '^arn:[^\\s]+$', min: 20, max: 2048 } },
  Certificate: structure(member('CertificateArn', 'String', { docs: paragraph('The certificate.') })),
  CertificateList: listOf('Certificate'),
  TargetGroupTuple: structure(member('TargetGroupArn', 'String'), member('Weight', 'Port', { default: 1 })),
  TargetGroupList: listOf('TargetGroupTuple'),
  ForwardActionConfig: structure(
    member('TargetGroups', 'TargetGroupList', { docs: paragraph('Where requests go.') }),
    member('StickyFor', 'Port', { deprecated: { message: `Use attributes. ${hostile}`, since: '2024-01-01' } }),
  ),
  Action: structure(
    member('Type', 'ActionTypeEnum', { required: true, docs: paragraph('The kind of action.') }),
    member('TargetGroupArn', 'String'),
    member('ForwardConfig', 'ForwardActionConfig'),
  ),
  Actions: listOf('Action'),
  TagMap: { kind: 'map', key: { name: '', target: 'ProtocolEnum' }, value: { name: '', target: 'String' } },
  CreateListenerInput: structure(
    member('LoadBalancerArn', 'LoadBalancerArn', { required: true, docs: paragraph('The load balancer.') }),
    member('Protocol', 'ProtocolEnum', { docs: paragraph('The protocol: ', 'TLS', ' and more.') }),
    member('Port', 'Port', { docs: paragraph('The port. ', hostile) }),
    member('Certificates', 'CertificateList'),
    member('DefaultActions', 'Actions', { required: true, docs: richProse }),
    member('Tags', 'TagMap'),
    member('ClientToken', 'String', { token: true }),
  ),
  Listener: structure(
    member('ListenerArn', 'String'),
    member('Protocol', 'ProtocolEnum'),
    member('DefaultActions', 'Actions'),
    member('CreatedAt', 'Timestamp'),
  ),
  Listeners: listOf('Listener'),
  CreateListenerOutput: structure(member('Listeners', 'Listeners', { docs: paragraph('The listener.') })),
  TargetDescription: structure(
    member('Id', 'String', { required: true }),
    member('Port', 'Port'),
    member('QuicServerId', 'String', { docs: paragraph('The server of a QUIC target.') }),
  ),
  TargetDescriptions: listOf('TargetDescription'),
  RegisterTargetsInput: structure(member('Targets', 'TargetDescriptions', { required: true })),
  Empty: structure(),
  Filter: {
    kind: 'structure',
    members: [member('And', 'Filters'), member('Not', 'Filter'), member('Match', 'FilterMatch')],
  },
  Filters: listOf('Filter'),
  FilterMatch: {
    kind: 'union',
    members: [member('Exact', 'String'), member('Prefix', 'String'), member('Between', 'Range')],
  },
  Range: structure(member('From', 'Port'), member('To', 'Port')),
  SearchInput: structure(member('Filter', 'Filter'), member('Limit', 'Port')),
  Events: { kind: 'eventstream', members: [member('Chunk', 'Chunk'), member('End', 'Empty')] },
  Chunk: structure(member('Payload', 'Bytes')),
  Bytes: { kind: 'blob', sensitive: true },
  SearchOutput: structure(member('Events', 'Events')),
  ListenerNotFound: {
    kind: 'structure',
    members: [],
    error: { httpStatus: 404 },
    documentation: paragraph('There is no such listener.'),
  },
  Huge: {
    kind: 'structure',
    documentation: paragraph('A shape that fills a page.'),
    members: Array.from({ length: 120 }, (_, index) => member(`Part${index}`, index % 3 === 0 ? 'Large' : 'String')),
  },
  Large: structure(...Array.from({ length: 40 }, (_, index) => member(`Field${index}`, 'ProtocolEnum'))),
  HugeInput: structure(member('First', 'Huge'), member('Second', 'Huge'), member('Third', 'Large')),
  '~0badc0de': structure(...Array.from({ length: 320 }, (_, index) => member(`Nameless${index}`, 'String'))),
  '~wrap': structure(member('Body', '~0badc0de'), member('Other', '~0badc0de')),
};

/** The operations of Elastic Load Balancing v2 that the fixtures use. */
export const elbOperations: readonly Operation[] = [
  operation('CreateListener', 'create_listener', 'CreateListenerInput', 'CreateListenerOutput', {
    documentation: richProse,
    errors: [{ name: 'ListenerNotFound', target: 'ListenerNotFound' }, { name: 'TooManyListeners' }],
    examples: [
      {
        title: 'To create a listener',
        description: paragraph('An HTTP listener.'),
        request: `client.create_listener(\n    Port=80,\n    Note='${hostile}',\n)`,
        response: "{'Listeners': []}",
      },
    ],
    seeAlso: 'https://docs.example.com/CreateListener',
  }),
  operation('DeleteListener', 'delete_listener', 'Empty', null, { documentation: paragraph('Deletes a listener.') }),
  operation('DescribeHuge', 'describe_huge', 'HugeInput', '~wrap', {}),
  operation('ModifyListener', 'modify_listener', 'CreateListenerInput', 'CreateListenerOutput', {
    deprecated: { message: 'Use CreateListener.' },
    nameOrigin: 'inferred',
  }),
  operation('RegisterTargets', 'register_targets', 'RegisterTargetsInput', 'Empty', {}),
  operation('Search', 'search', 'SearchInput', 'SearchOutput', { documentation: paragraph(hostile) }),
  operation('search', 'search_again', null, undefined, {}),
];

/** Everything that a service model can state. */
export const modelFacts: readonly Fact[] = [
  ...(['all-operations', 'fields', 'types', 'wire-types', 'key-types', 'enums', 'required', 'errors'] as const),
  ...(['error-shapes', 'shape-names', 'constraints', 'defaults', 'unions', 'documentation', 'streaming'] as const),
];

/** What rendered documentation can state. */
export const documentationFacts: readonly Fact[] = ['fields', 'types', 'enums', 'required', 'documentation', 'errors'];

function operation(
  name: string,
  sdkName: string,
  request: ShapeId | null,
  response: ShapeId | null | undefined,
  more: Partial<Operation>,
): Operation {
  const errors = more.errors ?? [];
  return {
    name,
    sdkName,
    nameOrigin: 'stated',
    errors,
    request,
    ...(response === undefined ? {} : { response }),
    ...more,
  };
}
