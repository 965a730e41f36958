/** What a service says of itself as a whole: its protocol, how it signs, where it is, what it is called. */
import type { Wire } from '../../../model/index.ts';
import { type Found, noMatch, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';
import { type TraitFamily, traitDifferences } from '../trait/trait-difference.ts';

const families: readonly TraitFamily[] = [
  {
    id: 'protocol-changed',
    traits: [
      'protocol',
      'jsonVersion',
      'targetPrefix',
      'xmlNamespace',
      'awsQueryCompatible',
      'protocolSettings',
      'timestampFormat',
      'checksumFormat',
    ],
    severity: 'breaking',
    audience: 'wire',
    description: 'A service speaks another protocol, or another form of it. An SDK of the same version speaks it too.',
    words: 'speaks another protocol',
    example: ['protocol=query', 'protocol=json', 'protocol query>json'],
  },
  {
    id: 'signing-changed',
    traits: ['signatureVersion', 'signingName', 'auth'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'Requests to a service are signed in another way, or under another name.',
    words: 'signs its requests in another way',
    example: ['signingName=elb', 'signingName=elbv2', 'signingName elb>elbv2'],
  },
  {
    id: 'service-endpoint-changed',
    traits: ['endpointPrefix', 'globalEndpoint'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'A service is called at another host: rules for outgoing traffic may not fit.',
    words: 'is called at another host',
    example: ['endpointPrefix=elb', 'endpointPrefix=elbv2', 'endpointPrefix elb>elbv2'],
  },
  {
    id: 'service-name-changed',
    traits: ['serviceFullName', 'serviceAbbreviation', 'serviceId', 'uid'],
    severity: 'docs',
    audience: 'sdk',
    description: 'A service is called by another name. It is the same service all the same.',
    words: 'has another name',
    example: ['serviceId=Elb', 'serviceId=ELB', 'serviceId Elb>ELB'],
  },
];

const told = new Set([...families.flatMap(({ traits }) => traits), 'apiVersion', 'protocols']);

export const serviceTraitRules: readonly ServiceRule[] = [
  ...families.map((family) => traitRule(family, ({ traits }, old, now) => traitDifferences(traits, old, now))),
  traitRule(
    {
      id: 'metadata-changed',
      traits: [],
      severity: 'docs',
      audience: 'wire',
      description: 'Something else that a model says of its service: no call is known to depend on it.',
      words: 'states something else of itself',
      example: ['ripServiceName=a', 'ripServiceName=b', 'ripServiceName a>b'],
    },
    (_family, old, now) =>
      traitDifferences(
        [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !told.has(key)),
        old,
        now,
      ),
  ),
  protocolListRule('breaking', 'Of the protocols that a service speaks one is gone.', [
    'protocols=["query","json"]',
    'protocols=["json"]',
    'protocols query json>json',
  ]),
  protocolListRule('safe', 'A service speaks one more protocol.', [
    'protocols=["json"]',
    'protocols=["json","query"]',
    'protocols json>json query',
  ]),
];

function traitRule(
  family: TraitFamily,
  find: (family: TraitFamily, old: Wire, now: Wire) => readonly Found[],
): ServiceRule {
  const { id, severity, audience, description, words } = family;
  const [before, after, value] = family.example;
  return {
    id,
    subject: 'service',
    mirror: id,
    severity,
    audience,
    needs: ['metadata'],
    description,
    sentence: (change) => `${code(change.service)} ${words}: ${code(change.value)}`,
    example: { before: `service ${before}`, after: `service ${after}`, line: `${id}    ${value} ${severity}` },
    find: (pair) =>
      pair.before?.metadata === undefined || pair.after?.metadata === undefined
        ? noMatch
        : find(family, pair.before.metadata, pair.after.metadata),
  };
}

/** The list of protocols grew, or lost something. A service without the list speaks the one that it names. */
function protocolListRule(
  severity: 'breaking' | 'safe',
  description: string,
  example: TraitFamily['example'],
): ServiceRule {
  return traitRule(
    {
      id: 'protocol-changed',
      traits: ['protocols'],
      severity,
      audience: 'wire',
      description,
      words: 'speaks another protocol',
      example,
    },
    (_family, before, after) => {
      const [old, now] = [protocolsOf(before), protocolsOf(after)];
      const loses = old.some((protocol) => !now.includes(protocol));
      const same = old.length === now.length && !loses;
      if (same || loses !== (severity === 'breaking')) return noMatch;
      // A service that names one protocol, before and after, has said so already.
      if (before.protocols === undefined && after.protocols === undefined) return noMatch;
      return [{ value: `protocols ${old.join(' ')}>${now.join(' ')}`, before: [...old], after: [...now] }];
    },
  );
}

function protocolsOf({ protocols, protocol }: Wire): readonly string[] {
  if (Array.isArray(protocols)) return protocols.map(String);
  return typeof protocol === 'string' ? [protocol] : [];
}
