/** A store in memory with the fixture services: what tests of the site read instead of a database. */
import { cardsOf } from '../src/diff/index.ts';
import { type Change, type Direction, emptyFacts, type Place, type Severity } from '../src/model/index.ts';
import type { Counts, Release, ServiceRelease, ServiceState, Since, StoreReader } from '../src/store/types.ts';
import { documentationFacts, elbOperations, elbShapes, hostile, modelFacts, paragraph } from './fixture-services.ts';

const newest: Release = { id: '1.40.73', version: '1.40.73', date: '2025-11-13' };
const oldest: Release = { id: '1.40.72', version: '1.40.72', date: null };
const dayOnly: Release = { id: '2020-09-08', version: null, date: '2020-09-08' };

/** Newest first. */
export const releases: readonly Release[] = [newest, oldest, dayOnly];

function place(
  operation: string | null,
  direction: Direction | null,
  path: string,
  severity: Severity = 'safe',
): Place {
  return { operation, direction, path, severity };
}

function change(
  kind: string,
  value: string,
  key: string,
  places: readonly Place[],
  more: Partial<Change> = {},
): Change {
  const severity = more.severity ?? places[0]?.severity ?? 'safe';
  return { service: 'elbv2', audience: 'sdk', ...{ kind, value, key, places, severity }, ...more };
}

const protocolPlaces: readonly Place[] = [
  place('CreateListener', 'request', 'Protocol'),
  place('CreateListener', 'response', 'Listeners[].Protocol', 'dangerous'),
  place('ModifyListener', 'request', 'Protocol'),
  place('ModifyListener', 'response', 'Listeners[].Protocol', 'dangerous'),
];

const elbChanges: readonly Change[] = [
  change('operation-removed', 'SetListener', '0000000000a1', [place('SetListener', null, '', 'breaking')]),
  change('enum-value-added', 'QUIC', '0000000000b1', protocolPlaces, { shape: 'ProtocolEnum', severity: 'dangerous' }),
  change('enum-value-added', 'TCP_QUIC', '0000000000b2', protocolPlaces, {
    shape: 'ProtocolEnum',
    severity: 'dangerous',
  }),
  change('field-added', '', '0000000000c1', [place('RegisterTargets', 'request', 'Targets[].QuicServerId')]),
  change('field-removed', '', '0000000000c2', [place('CreateListener', 'request', 'Gone.Deep', 'breaking')]),
  change('type-changed', 'integer>string', '0000000000c3', [place('CreateListener', 'request', 'Port', 'breaking')], {
    before: 'integer',
    after: 'string',
  }),
  change('enum-value-added', hostile, '0000000000d1', [place('CreateListener', 'request', 'DefaultActions[].Type')]),
  change('documentation-changed', '', '0000000000d2', [place('CreateListener', 'request', 'Port', 'docs')], {
    before: `The port that the listener listens on, between 1 and 65535. ${hostile}`,
    after: `The port on which the listener waits for clients, between 1 and 65535. ${hostile}`,
  }),
  change('kind-from-the-future', 'x`y', '0000000000d3', [place(null, null, '')]),
  change('field-added', '', '0000000000d4', [place('DescribeHuge', 'request', 'First.Part3.Field7')]),
  change('field-added', '', '0000000000d5', [place('DescribeHuge', 'response', 'Body.Nameless7')]),
];

const gatewayChanges: readonly Change[] = [
  change('operation-added', 'ResetAuthorizersCache', '0000000000e1', [place('ResetAuthorizersCache', null, '')], {
    service: 'apigatewayv2',
  }),
];

const serviceReleases: readonly ServiceRelease[] = [
  {
    ...{ release: newest, service: 'elbv2', title: 'Elastic Load Balancing v2', status: 'changed' },
    counts: countOf(elbChanges),
    notes: [{ category: 'api-change', text: paragraph(`Adds QUIC to Network Load Balancers. ${hostile}`) }],
    sources: ['documentation', 'changelog page'],
  },
  {
    ...{ release: oldest, service: 'elbv2', title: 'Elastic Load Balancing v2', status: 'first' },
    ...{ counts: countOf([]), notes: [], sources: ['documentation'] },
  },
  {
    ...{ release: dayOnly, service: 'apigatewayv2', title: 'AmazonApiGatewayV2', status: 'changed' },
    ...{ counts: countOf(gatewayChanges), notes: [], sources: ['changelog page'] },
  },
];

const services: readonly ServiceState[] = [
  {
    ...{ id: 'apigatewayv2', title: 'AmazonApiGatewayV2', uid: null, apiVersion: null, documentation: null },
    ...{ asOf: dayOnly, facts: ['fields'], complete: false, removedIn: null, waiters: [], paginators: [], errors: [] },
    clientContextParams: [],
    operations: [
      {
        operation: { name: 'ResetAuthorizersCache', sdkName: 'reset_authorizers_cache', nameOrigin: 'stated' },
        ...{ shapes: {}, asOf: dayOnly, facts: ['fields'], source: 'changelog page', removedIn: null },
      },
    ],
  },
  {
    ...{ id: 'elbv2', title: 'Elastic Load Balancing v2', uid: 'elasticloadbalancingv2-2015-12-01' },
    ...{ apiVersion: '2015-12-01', documentation: paragraph('Spreads traffic over targets.'), asOf: newest },
    ...{ facts: modelFacts, complete: true, removedIn: null },
    clientContextParams: [],
    waiters: [{ name: 'LoadBalancerAvailable', operation: 'Search', delay: 15, maxAttempts: 40 }],
    paginators: [{ name: 'Search', inputToken: ['Marker'], outputToken: ['NextMarker'], resultKey: ['Events'] }],
    errors: [{ name: 'ListenerNotFound' }, { name: 'TooManyListeners' }],
    operations: elbOperations.map((operation) => ({
      operation,
      ...{ shapes: elbShapes, asOf: newest, removedIn: operation.name === 'DeleteListener' ? newest : null },
      ...{ facts: operation.name === 'ModifyListener' ? documentationFacts : modelFacts, source: 'service model' },
    })),
  },
];

/** Of the past the fixtures know nothing. */
const past = {
  versions: () => [oldest, newest].flatMap(({ version }) => version ?? []),
  version: (name) => name,
  states: () => [],
  renamedTo: () => null,
  factHistory: () => ({ releases: [], facts: emptyFacts }),
  stateAt: () => null,
  stateBefore: () => null,
  between: () => null,
  netChanges: () => null,
  find: () => [],
  upgrade: () => {
    throw new Error('Unexpected upgrade, expected pages');
  },
  examine: () => {
    throw new Error('Unexpected examination, expected pages');
  },
  feedName: () => 'tag:apidelta,2026:aws',
  about: () => ({
    ...{ subject: 'AWS', product: 'botocore', not: 'an Amazon site' },
    texts: { owner: 'Amazon', licence: 'Apache-2.0', notice: 'A notice.' },
  }),
  numbersOf: (version) => (/^\d+\.\d/.test(version) ? [`botocore ${version}`, `boto3 ${version}`] : []),
} satisfies Partial<StoreReader>;

/** A reader over the fixtures. */
export function memoryStore(): StoreReader {
  const exact: Since = { release: newest, orEarlier: false };
  const early: Since = { release: oldest, orEarlier: true };
  const changesOf = (service: string, release: string): readonly Change[] => {
    if (release === newest.id && service === 'elbv2') return elbChanges;
    return release === dayOnly.id && service === 'apigatewayv2' ? gatewayChanges : [];
  };
  return {
    releases: () => releases,
    serviceIds: () => services.map(({ id }) => id),
    services: () =>
      services.map(({ id, title, operations, removedIn }) => ({
        ...{ id, title, operations: operations.length, removedIn, aliases: [] },
        ...{ since: id === 'elbv2' ? early : exact, changedIn: id === 'elbv2' ? newest : dayOnly },
      })),
    service: (id) => services.find((service) => service.id === id) ?? null,
    read: (prose) => prose,
    unread: () => [],
    ...past,
    since: (service) => ({
      service: service === 'elbv2' ? early : null,
      operation: () => early,
      field: (_operation, _direction, path) => (path.endsWith('QuicServerId') ? exact : early),
      enumValue: (_operation, _direction, _path, value) => (value.includes('QUIC') ? exact : early),
      error: () => early,
      removedField: () => null,
      removedParts: (operation) =>
        operation === 'CreateListener'
          ? [
              { direction: 'request', path: 'Gone.Deep', value: null, since: early, removedIn: exact },
              { direction: 'response', path: 'Listeners[].Protocol', value: hostile, since: null, removedIn: exact },
              { direction: null, path: '', value: 'OldError', since: early, removedIn: exact },
            ]
          : [],
      removedBelow: () => [],
      start: () => null,
      next: () => null,
    }),
    serviceReleases: (filter = {}) =>
      serviceReleases.filter(
        ({ service, release }) =>
          (filter.service ?? service) === service && (filter.release ?? release.id) === release.id,
      ),
    changes: changesOf,
    generalNotes: (release) =>
      release === newest.id
        ? [{ about: 'TLS', category: 'feature', text: paragraph(`TLS 1.2 is the least. ${hostile}`) }]
        : [],
    described: () => [],
    descriptions: () => [],
    operationHistory: (service, operation) =>
      releases
        .map((release) => ({
          release,
          changes: changesOf(service, release.id).filter(({ places }) =>
            places.some((at) => at.operation === operation),
          ),
        }))
        .filter(({ changes }) => changes.length > 0),
    fingerprint: () => 'memory',
    stamps: () => ({ all: '', store: '', services: new Map(), service: () => '', release: () => '' }),
    releaseStamps: () => new Map(),
    close: () => {},
  };
}

function countOf(changes: readonly Change[]): Counts {
  const counts = { breaking: 0, dangerous: 0, safe: 0, docs: 0, wire: 0 };
  for (const { severity, audience } of cardsOf(changes)) counts[audience === 'wire' ? 'wire' : severity] += 1;
  return counts;
}
