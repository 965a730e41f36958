/** The oracle's reading of what a service says as a whole: metadata, waiters, paginators, settings of clients, rules of endpoints. */
import type { Json, Service } from '../../../src/model/index.ts';
import { deprecationDiffers, shown, unknownDiffer } from './oracle-fields.ts';
import { levelOf } from './oracle-severity.ts';

/** The lines of a service that are about no operation. */
export function serviceLines(before: Service, after: Service): readonly string[] {
  const lines: string[] = [];
  const say = (kind: string, value: string, level = levelOf(kind, '')) =>
    lines.push([kind, '', '', '', value, level].join('\t'));
  for (const { kind, value } of deprecationDiffers('service', before.deprecated, after.deprecated)) say(kind, value);
  for (const { kind, value } of unknownDiffer(before.unknownTraits, after.unknownTraits)) say(kind, value);
  if (before.id !== after.id) say('service-renamed', `${before.id}>${after.id}`);
  const [old, now] = [before.apiVersion, after.apiVersion];
  if (old !== undefined && now !== undefined && old !== now)
    if (old < now) say('api-version-added', now);
    else say('api-version-removed', old);
  const [was, is] = [before.metadata ?? {}, after.metadata ?? {}];
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (key === 'apiVersion' || key === 'protocols' || shown(was[key]) === shown(is[key])) continue;
    const kind = kinds[key] ?? 'metadata-changed';
    say(
      kind,
      `${key} ${shown(was[key])}>${shown(is[key])}`,
      kind === 'protocol-changed' ? 'breaking' : levelOf(kind, ''),
    );
  }
  if (was.protocols !== undefined || is.protocols !== undefined) {
    const list = ({ protocols, protocol }: Record<string, Json>) => (protocols ?? [protocol]) as readonly string[];
    const [a, b] = [list(was), list(is)];
    const lost = a.filter((one) => !b.includes(one));
    const won = b.filter((one) => !a.includes(one));
    if (lost.length + won.length > 0)
      say('protocol-changed', `protocols ${a.join(' ')}>${b.join(' ')}`, lost.length > 0 ? 'breaking' : 'safe');
  }
  named('waiter', before.waiters, after.waiters, (key) =>
    key === 'operation' || key === 'acceptors' ? 'dangerous' : 'docs',
  );
  named('paginator', before.paginators, after.paginators, (key) =>
    /Token|limit/.test(key) ? 'breaking' : 'dangerous',
  );
  const settings = (service: Service) =>
    Object.fromEntries((service.clientContextParams ?? []).map((one) => [one.name, one.type]));
  const [taken, takes] = [settings(before), settings(after)];
  for (const name of new Set([...Object.keys(taken), ...Object.keys(takes)]))
    if (!(name in taken)) say('client-context-param-added', name);
    else if (!(name in takes)) say('client-context-param-removed', name);
    else if (taken[name] !== takes[name]) say('client-context-param-changed', `${name} ${taken[name]}>${takes[name]}`);
  const [rules, others] = [before.endpointRules, after.endpointRules];
  if (rules !== undefined && others !== undefined && rules.hash !== others.hash) {
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
    say('endpoint-rules-changed', `${marks === '' ? '' : `parameters${marks}`}${both}${count}` || 'rules');
  }
  return lines;

  function named(
    what: string,
    had: readonly object[] | undefined,
    has: readonly object[] | undefined,
    level: (key: string) => string,
  ): void {
    // Where one side has no such file at all nobody knows.
    if (had === undefined || has === undefined) return;
    const byName = (list: readonly object[]) => new Map((list as Named[]).map((one) => [one.name, one]));
    const [a, b] = [byName(had), byName(has)];
    for (const name of new Set([...a.keys(), ...b.keys()])) {
      const [x, y] = [a.get(name), b.get(name)];
      if (x === undefined) say(`${what}-added`, name);
      else if (y === undefined) say(`${what}-removed`, name);
      else
        for (const key of new Set([...Object.keys(x), ...Object.keys(y)])) {
          const text = (value: Json | undefined) =>
            Array.isArray(value) && what === 'paginator' ? value.join(' ') : shown(value);
          if (text(x[key]) === text(y[key])) continue;
          say(
            `${what}-changed`,
            key === 'acceptors' ? `${name} ${key}` : `${name} ${key} ${text(x[key])}>${text(y[key])}`,
            level(key),
          );
        }
    }
  }
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
