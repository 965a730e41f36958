/** Rules about the metadata of a service: its protocol, its way of signing, its endpoint and its names. */
import type { Json, Wire } from '../../../model/index.ts';
import { type Match, noMatch } from '../../findings/finding.ts';
import type { ServiceRule } from '../../findings/pairs.ts';
import { code, listed } from '../../wording/code.ts';
import { detail, type Telling } from '../../wording/telling.ts';
import { ofService, unlessMeant } from './trait-defaults.ts';
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
    sentence: signed,
    example: ['signingName=elb', 'signingName=elbv2', 'signingName elb>elbv2'],
    says: 'dangerous, wire: `example` is signed under the name `elbv2` (was `elb`)',
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
    sentence: renamed,
    example: ['serviceId=Elb', 'serviceId=ELB', 'serviceId Elb>ELB'],
    says: 'docs, wire: The service id of `example` is `ELB` now (was `Elb`)',
  },
];

/** botocore signs with SigV4 if a model states nothing else. */
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

/** If a list of protocols loses one, clients of that protocol break; a list that grows breaks nobody. */
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
  ...families.map((family) => rule(family, meantMatches(family))),
  rule(other, (old, now) =>
    traitMatches(
      { ...other, also: [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !told.has(key)) },
      [],
    )(old, now),
  ),
  ...protocolLists.map((family) => rule(family, (old, now) => listMatches(old, now, family.loses))),
];

/** The matches; a match has no effect, with the reason, if the statement says what holds anyway. */
function meantMatches(family: TraitFamily): (before: Wire, after: Wire) => readonly Match[] {
  const matches = traitMatches(family, service.places);
  return (before, after) =>
    matches(before, after).map((found) => {
      const trait = String(found.details?.trait);
      return unlessMeant(found, ofService(trait, before), ofService(trait, after));
    });
}

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
  // The service names one protocol before and after: the rule about `protocol` compares that.
  if (loses !== wanted || (before.protocols === undefined && after.protocols === undefined)) return noMatch;
  const found = { ...traitMatch('protocols', old.join(' '), now.join(' ')), before: [...old], after: [...now] };
  if (!same) return [found];
  const isStated = (before.protocols === undefined) !== (after.protocols === undefined);
  return isStated ? [{ ...found, noEffect: spokenBefore }] : noMatch;
}

const spokenBefore = 'the list names the protocol that was spoken before';

/** A service without the list speaks the one protocol that it names. */
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
  const names = (list: Json | null | undefined) => (Array.isArray(list) ? list.map(String) : []);
  const [old, now] = [names(before), names(after)];
  const gone = old.filter((name) => !now.includes(name));
  if (gone.length > 0) return `${code(id)} no longer speaks ${listed(gone.map(code))}`;
  return `${code(id)} also speaks ${listed(now.filter((name) => !old.includes(name)).map(code))} (was ${listed(old.map(code))})`;
}

/** How requests are signed: with a name, or with schemes. */
function signed(telling: Telling): string {
  const { service: id, before, after } = telling.change;
  const isName = detail(telling, 'trait') === 'signingName';
  if (isNothing(after))
    return isName
      ? `${code(id)} is no longer signed under a name of its own (was ${scheme(before)})`
      : `The model of ${code(id)} no longer says how requests are signed (was ${scheme(before)})`;
  const old = isNothing(before)
    ? isName
      ? 'no name of its own before'
      : 'not stated before'
    : `was ${scheme(before)}`;
  return `${code(id)} is signed ${isName ? 'under the name' : 'with'} ${scheme(after)} (${old})`;
}

function scheme(value: unknown): string {
  return code(Array.isArray(value) ? value.map((one) => String(one).replace(/.*#/, '')).join(', ') : String(value));
}

function host(value: unknown): string {
  return value === null || value === undefined ? 'no stated host' : code(String(value));
}

/** A release often changes several names of a service in the same way: the sentence tells which one. */
function renamed(telling: Telling): string {
  const { service: id, before, after } = telling.change;
  const trait = detail(telling, 'trait');
  const kind = kindsOfName[trait] ?? `name ${code(trait)}`;
  if (isNothing(after)) return `The ${kind} of ${code(id)} is not stated any more (was ${code(String(before))})`;
  return `The ${kind} of ${code(id)} is ${code(String(after))} now (${isNothing(before) ? 'not stated before' : `was ${code(String(before))}`})`;
}

const kindsOfName: Readonly<Record<string, string>> = {
  serviceFullName: 'title',
  serviceAbbreviation: 'short title',
  serviceId: 'service id',
  uid: 'id of the model',
};

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
