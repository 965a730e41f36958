/** Rules about what a service says of itself as a whole: its protocol, how it signs, where it is, what it is called. */
import type { Wire } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { ServiceRule } from '../../findings/pairs.ts';
import { code, listed } from '../../wording/code.ts';
import { detail, type Telling } from '../../wording/telling.ts';
import {
  showTrait,
  type TraitBearer,
  type TraitFamily,
  traitMatch,
  traitMatches,
  traitMeta,
  traitsOf,
} from './trait-rules.ts';

const protocol = {
  id: 'protocol-changed',
  audience: 'wire',
  sentence: speaks,
} as const;

const families: readonly TraitFamily[] = [
  {
    ...protocol,
    severity: 'breaking',
    description: 'A service speaks another protocol, or another form of it. An SDK of the same version speaks it too.',
    is: ({ trait }) => trait !== 'protocols',
    example: ['protocol=query', 'protocol=json', 'protocol query>json'],
    says: 'breaking, wire: `example` speaks `json` (was `query`)',
  },
  {
    id: 'signing-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'Requests to a service are signed in another way, or under another name.',
    is: (change) => !isDefaultSigning(change),
    sentence: (telling) =>
      `${code(telling.change.service)} is signed with ${signing(telling.change.after)} (was ${signing(telling.change.before)})`,
    example: ['signingName=elb', 'signingName=elbv2', 'signingName elb>elbv2'],
    says: 'dangerous, wire: `example` is signed with `elbv2` (was `elb`)',
  },
  {
    id: 'signing-changed',
    severity: 'docs',
    audience: 'wire',
    description: 'The scheme that held before is stated now, or is not any more.',
    noEffect: 'SigV4 is what holds where nothing is stated',
    is: isDefaultSigning,
    sentence: () => 'SigV4 is stated',
    example: ['signatureVersion=v4', 'signatureVersion=v4 auth=["aws.auth#sigv4"]', 'auth none>["aws.auth#sigv4"]'],
    says: 'docs, wire: SigV4 is stated',
  },
  {
    id: 'service-endpoint-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'A service is called at another host: rules for outgoing traffic may not fit.',
    advice: 'Allow the new host where outgoing traffic is restricted.',
    sentence: (telling) =>
      `${code(telling.change.service)} calls ${host(telling.change.after)} (was ${host(telling.change.before)}) — allow it in egress rules`,
    example: ['endpointPrefix=elb', 'endpointPrefix=elbv2', 'endpointPrefix elb>elbv2'],
    says: 'dangerous, wire: `example` calls `elbv2` (was `elb`) — allow it in egress rules',
  },
  {
    id: 'service-name-changed',
    severity: 'docs',
    audience: 'wire',
    description: 'A service is called by another name. It is the same service all the same.',
    sentence: (telling) => `${quoted(telling.change.before)} is now ${quoted(telling.change.after)}`,
    example: ['serviceId=Elb', 'serviceId=ELB', 'serviceId Elb>ELB'],
    says: 'docs, wire: `Elb` is now `ELB`',
  },
];

/** botocore signs with SigV4 where a model states nothing else. */
function isDefaultSigning({
  trait,
  before,
  after,
}: {
  readonly trait: string;
  readonly before?: unknown;
  readonly after?: unknown;
}): boolean {
  if (trait !== 'auth') return false;
  const isDefault = (value: unknown) =>
    value === undefined || (Array.isArray(value) && value.join(' ') === 'aws.auth#sigv4');
  return isDefault(before) && isDefault(after);
}

const other: TraitFamily = {
  id: 'metadata-changed',
  severity: 'docs',
  audience: 'wire',
  description: 'Something else that a model says of its service: no call is known to depend on it.',
  sentence: (telling) =>
    `The model of ${code(telling.change.service)} states another ${code(detail(telling, 'trait'))}`,
  example: ['ripServiceName=a', 'ripServiceName=b', 'ripServiceName a>b'],
  says: 'docs, wire: The model of `example` states another `ripServiceName`',
};

/** A list of protocols that lost one breaks those who spoke it; one that grew does not. */
const protocolLists: readonly (TraitFamily & { readonly loses: boolean })[] = [
  {
    ...protocol,
    loses: true,
    severity: 'breaking',
    description: 'Of the protocols that a service speaks one was removed.',
    example: ['protocols=["query","json"]', 'protocols=["json"]', 'protocols query json>json'],
    says: 'breaking, wire: `example` no longer speaks `query`',
  },
  {
    ...protocol,
    loses: false,
    severity: 'safe',
    description: 'A service speaks one more protocol.',
    example: ['protocols=["json"]', 'protocols=["json","query"]', 'protocols json>json query'],
    says: 'safe, wire: `example` also speaks `query` (was `json`)',
  },
];

const service: TraitBearer = {
  places: ['metadata'],
  needs: ['metadata'],
  line: (trait) => `service ${trait}`.trim(),
  columns: '  ',
};

const told = new Set([...families, { id: 'api-version-added' }].flatMap((family) => traitsOf(family, service.places)));

export const serviceTraitRules: readonly ServiceRule[] = [
  ...families.map((family) => rule(family, traitMatches(family, service.places))),
  rule(other, (old, now) =>
    traitMatches(
      { ...other, also: [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !told.has(key)) },
      [],
    )(old, now),
  ),
  ...protocolLists.map((family) => rule(family, (old, now) => listMatches(old, now, family.loses))),
];

function rule(family: TraitFamily, find: (old: Wire, now: Wire) => readonly Match[]): ServiceRule {
  return {
    ...traitMeta(family, service),
    subject: 'service',
    find: ({ before, after }) =>
      before?.metadata === undefined || after?.metadata === undefined ? noMatch : find(before.metadata, after.metadata),
  };
}

function listMatches(before: Wire, after: Wire, wanted: boolean): readonly Match[] {
  const [old, now] = [protocolsOf(before), protocolsOf(after)];
  const loses = old.some((name) => !now.includes(name));
  const same = old.length === now.length && !loses;
  // A service that names one protocol, before and after, has said so already.
  if (loses !== wanted || (before.protocols === undefined && after.protocols === undefined)) return noMatch;
  const found = { ...traitMatch('protocols', old.join(' '), now.join(' ')), before: [...old], after: [...now] };
  if (!same) return [found];
  const isStated = (before.protocols === undefined) !== (after.protocols === undefined);
  return isStated ? [{ ...found, noEffect: spokenBefore }] : noMatch;
}

const spokenBefore = 'the list names the protocol that was spoken before';

/** A service without the list speaks the one that it names. */
function protocolsOf({ protocols, protocol: one }: Wire): readonly string[] {
  if (Array.isArray(protocols)) return protocols.map(String);
  return typeof one === 'string' ? [one] : [];
}

function speaks(telling: Telling): string {
  const { service: id, before, after } = telling.change;
  const trait = detail(telling, 'trait');
  if (trait === 'protocol')
    return `${code(id)} speaks ${code(showTrait(after ?? undefined))} (was ${code(showTrait(before ?? undefined))})`;
  if (trait !== 'protocols') return `${code(id)} speaks its protocol in another form: ${code(trait)}`;
  const [old, now] = [before, after].map((list) => (Array.isArray(list) ? list.map(String) : [])) as [
    string[],
    string[],
  ];
  const gone = old.filter((name) => !now.includes(name));
  if (gone.length > 0) return `${code(id)} no longer speaks ${listed(gone.map(code))}`;
  return `${code(id)} also speaks ${listed(now.filter((name) => !old.includes(name)).map(code))} (was ${listed(old.map(code))})`;
}

function signing(value: unknown): string {
  if (value === null || value === undefined) return 'what holds where nothing is stated';
  return code(
    Array.isArray(value) ? value.map((scheme) => String(scheme).replace(/.*#/, '')).join(', ') : String(value),
  );
}

function host(value: unknown): string {
  return value === null || value === undefined ? 'no stated host' : code(String(value));
}

function quoted(value: unknown): string {
  return value === null || value === undefined ? 'a service without this name' : code(String(value));
}
