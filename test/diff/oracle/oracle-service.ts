/** The oracle's reading of what a service says as a whole: metadata, waiters, paginators, settings of clients, rules of endpoints. */
import { type Json, type Service, sdkNameOf, type Wire } from '../../../src/model/index.ts';
import { aliases } from './oracle-customized.ts';
import { deprecationDiffers, type Seen, shown, unknownDiffer } from './oracle-fields.ts';

/** What differs in a service that is about no operation. */
export function serviceDiffers(before: Service, after: Service): readonly Seen[] {
  const seen: Seen[] = [
    ...deprecationDiffers('service', before.deprecated, after.deprecated),
    ...unknownDiffer(before.unknownTraits, after.unknownTraits),
  ];
  const say = (kind: string, value: string, level = kind) => seen.push({ kind, value, level });
  if (before.id !== after.id)
    say('service-renamed', `${before.id}>${after.id}`, aliases.has(before.id) ? 'service-aliased' : undefined);
  const [old, now] = [before.apiVersion, after.apiVersion];
  if (old !== undefined && now !== undefined && old !== now)
    if (old < now) say('api-version-added', now);
    else say('api-version-removed', old);
  seen.push(...metadataDiffers(before.metadata ?? {}, after.metadata ?? {}));
  seen.push(...namedDiffer('waiter', before.waiters, after.waiters, waiterLevel));
  seen.push(...namedDiffer('paginator', before.paginators, after.paginators, paginatorLevel));
  const settings = (service: Service) =>
    Object.fromEntries((service.clientContextParams ?? []).map((one) => [one.name, one.type]));
  const [taken, takes] = [settings(before), settings(after)];
  for (const name of new Set([...Object.keys(taken), ...Object.keys(takes)]))
    if (!(name in taken)) say('client-context-param-added', name);
    else if (!(name in takes)) say('client-context-param-removed', name);
    else if (taken[name] !== takes[name]) say('client-context-param-changed', `${name} ${taken[name]}>${takes[name]}`);
  return [...seen, ...endpointRulesDiffer(before.endpointRules, after.endpointRules)];
}

function metadataDiffers(was: Wire, is: Wire): Seen[] {
  const seen: Seen[] = [];
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (key === 'apiVersion' || key === 'protocols' || shown(was[key]) === shown(is[key])) continue;
    const noEffect =
      key in usual
        ? [was, is].map((one) => one[key] ?? usual[key]?.(one)).every((one, _, [first]) => one === first) ||
          (key === 'jsonVersion' && [was, is].every(({ protocol }) => protocol !== 'json'))
        : key === 'auth' && (was.auth ?? is.auth) !== undefined && isSigV4(was.auth) && isSigV4(is.auth);
    seen.push({
      kind: kinds[key] ?? 'metadata-changed',
      value: `${key} ${shown(was[key])}>${shown(is[key])}`,
      ...(noEffect && { noEffect }),
    });
  }
  if (shown(was.protocols) === shown(is.protocols)) return seen;
  const list = ({ protocols, protocol }: Wire) => (protocols ?? [protocol]) as readonly string[];
  const [a, b] = [list(was), list(is)];
  const lost = a.filter((one) => !b.includes(one));
  const won = b.filter((one) => !a.includes(one));
  const value = `protocols ${a.join(' ')}>${b.join(' ')}`;
  if (lost.length > 0) seen.push({ kind: 'protocol-changed', value });
  else if (won.length > 0) seen.push({ kind: 'protocol-changed', value, level: 'protocol-gained' });
  // The order means nothing.
  else if (was.protocols === undefined || is.protocols === undefined)
    seen.push({ kind: 'protocol-changed', value, noEffect: true });
  return seen;
}

/** What botocore takes where a model says nothing. */
const usual: Readonly<Record<string, (metadata: Wire) => Json | undefined>> = {
  signingName: ({ endpointPrefix }) => endpointPrefix,
  jsonVersion: () => undefined,
  timestampFormat: ({ protocol }) =>
    ['json', 'rest-json'].includes(String(protocol))
      ? 'unixTimestamp'
      : ['query', 'ec2', 'rest-xml'].includes(String(protocol))
        ? 'iso8601'
        : undefined,
};
/** Signing as it is without a word. */
const isSigV4 = (auth: Json | undefined) => auth === undefined || shown(auth) === '["aws.auth#sigv4"]';

function endpointRulesDiffer(rules: Service['endpointRules'], others: Service['endpointRules']): Seen[] {
  if (rules === undefined || others === undefined || rules.hash === others.hash) return [];
  const words = ({ parameters }: NonNullable<Service['endpointRules']>) =>
    new Map(parameters.map((one) => [one.name, JSON.stringify(one)]));
  const [x, y] = [words(rules), words(others)];
  const marks = [
    ...[...y.keys()].filter((name) => !x.has(name)).map((name) => ` +${name}`),
    ...[...x.keys()].filter((name) => !y.has(name)).map((name) => ` -${name}`),
    ...[...y.keys()].filter((name) => x.has(name) && x.get(name) !== y.get(name)).map((name) => ` ~${name}`),
  ].join('');
  const count = rules.ends === others.ends ? '' : `rules ${rules.ends}>${others.ends}`;
  const both = marks !== '' && count !== '' ? ', ' : '';
  return [
    {
      kind: 'endpoint-rules-changed',
      value: `${marks === '' ? '' : `parameters${marks}`}${both}${count}` || 'rules',
    },
  ];
}

function waiterLevel(key: string, before: Named, after: Named): string {
  const fell = (name: string) => Number(after[name]) < Number(before[name]);
  const seconds = ({ delay, maxAttempts }: Named) => Number(delay) * (Number(maxAttempts) - 1);
  if ((key === 'delay' || key === 'maxAttempts') && fell(key) && seconds(after) < seconds(before))
    return 'waiter-shorter';
  return key === 'operation' || key === 'acceptors' ? 'waiter-meaning' : 'waiter-pace';
}

function paginatorLevel(key: string, { [key]: was }: Named, { [key]: is }: Named): string {
  const lost = namesIn(was).some((name) => !namesIn(is).includes(name));
  if (key === 'limitKey') return is === undefined ? 'paginator-limit-lost' : 'paginator-gained';
  if (key === 'resultKey') return lost ? 'paginator-result-lost' : 'paginator-gained';
  if (key === 'nonAggregateKeys' && !lost) return 'paginator-gained';
  return 'paginator-words';
}

const namesIn = (value: Json | undefined) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

function namedDiffer(
  what: string,
  had: readonly object[] | undefined,
  has: readonly object[] | undefined,
  level: (key: string, x: Named, y: Named) => string,
): Seen[] {
  // Where one side has no such file at all nobody knows.
  if (had === undefined || has === undefined) return [];
  const seen: Seen[] = [];
  const byName = (list: readonly object[]) => new Map((list as Named[]).map((one) => [one.name, one]));
  const [a, b] = [byName(had), byName(has)];
  for (const name of new Set([...a.keys(), ...b.keys()])) {
    const y = b.get(name);
    const isCalledSo = (one: string) => sdkNameOf(one) === sdkNameOf(name);
    const x = a.get(name) ?? [...a.values()].find((one) => isCalledSo(one.name) && !b.has(one.name));
    // Such names are no waiters, and such others are the same to the SDK.
    const isPart = what === 'waiter' && name.startsWith('__');
    const mark = isPart ? { noEffect: true } : {};
    const isThere = (list: typeof a) => ({ noEffect: isPart || [...list.keys()].some(isCalledSo) });
    if (!a.has(name)) seen.push({ kind: `${what}-added`, value: name, ...isThere(a) });
    else if (y === undefined) seen.push({ kind: `${what}-removed`, value: name, ...isThere(b) });
    if (x !== undefined && y !== undefined)
      for (const key of new Set([...Object.keys(x), ...Object.keys(y)])) {
        const text = (value: Json | undefined) =>
          Array.isArray(value) && what === 'paginator' ? value.join(' ') : shown(value);
        if (key === 'name' || text(x[key]) === text(y[key])) continue;
        const value = key === 'acceptors' ? `${name} ${key}` : `${name} ${key} ${text(x[key])}>${text(y[key])}`;
        const isSameCall = what === 'waiter' && key === 'operation' && x[key] !== undefined && y[key] !== undefined;
        const same = isSameCall && sdkNameOf(String(x[key])) === sdkNameOf(String(y[key])) ? { noEffect: true } : mark;
        seen.push({ kind: `${what}-changed`, value, level: level(key, x, y), ...same });
      }
  }
  return seen;
}

interface Named {
  readonly name: string;
  readonly [key: string]: Json;
}

const kinds: Readonly<Record<string, string>> = {
  protocol: 'protocol-changed',
  jsonVersion: 'protocol-changed',
  targetPrefix: 'protocol-changed',
  xmlNamespace: 'protocol-changed',
  awsQueryCompatible: 'protocol-changed',
  protocolSettings: 'protocol-changed',
  timestampFormat: 'protocol-changed',
  checksumFormat: 'protocol-changed',
  signatureVersion: 'signing-changed',
  signingName: 'signing-changed',
  auth: 'signing-changed',
  endpointPrefix: 'service-endpoint-changed',
  globalEndpoint: 'service-endpoint-changed',
  serviceFullName: 'service-name-changed',
  serviceAbbreviation: 'service-name-changed',
  serviceId: 'service-name-changed',
  uid: 'service-name-changed',
};
