/** The oracle's reading of one field or shape on two sides: every kind whose definition fits. */
import type { Deprecation, Json, Shape, Wire } from '../../../src/model/index.ts';
import type { Spot } from './oracle-paths.ts';

/** A kind and its value; `level` where the severity is another than the kind's. */
export interface Seen {
  readonly kind: string;
  readonly value: string;
  readonly level?: string;
}

/** What differs in a field that both sides have. */
export function membersDiffer(a: Spot, b: Spot): Seen[] {
  const [old, now] = [a.member, b.member];
  if (old === null || now === null) return [];
  const seen: Seen[] = [];
  const say = (kind: string, value = '') => seen.push({ kind, value });
  if (old.required === false && now.required === true) say('required-added');
  if (old.required === true && now.required === false) say('required-removed');
  if (!old.idempotencyToken && now.idempotencyToken) say('idempotency-added');
  if (old.idempotencyToken && !now.idempotencyToken) say('idempotency-removed');
  seen.push(...deprecationDiffers('field', old.deprecated, now.deprecated));
  if (old.default === undefined && now.default !== undefined) say('default-added', JSON.stringify(now.default));
  if (old.default !== undefined && now.default === undefined) say('default-removed', JSON.stringify(old.default));
  const traits = new Set([...Object.keys(old.wire ?? {}), ...Object.keys(now.wire ?? {})]);
  for (const trait of traits) {
    const kind = fieldTraits[trait];
    if (kind === undefined || trait === 'xmlOrder' || trait === 'payload') continue;
    const [was, is] = [old.wire?.[trait], now.wire?.[trait]];
    const [shapeWas, shapeIs] = [a.shape.wire?.[trait], b.shape.wire?.[trait]];
    if (same(was, is) || same(was ?? shapeWas, is ?? shapeIs)) continue;
    if (same(was, shapeWas) && same(is, shapeIs)) continue;
    say(kind, `${trait} ${shown(was)}>${shown(is)}`);
  }
  return [...seen, ...unknownDiffer(old.unknownTraits, now.unknownTraits)];
}

/** What differs in the shape at a path that both sides have. `ends`: the path ends on one side, so that only its type counts. */
export function shapesDiffer(old: Shape, now: Shape, ends: boolean): Seen[] {
  const seen: Seen[] = [];
  const say = (kind: string, value = '') => seen.push({ kind, value });
  if (typesDiffer(old, now)) say('type-changed', `${old.kind}>${now.kind}`);
  else if (ends) return [];
  if (old.kind !== now.kind && isBytes(old) && isBytes(now)) say('streaming-changed', `${bytes(old)}>${bytes(now)}`);
  if (old.kind !== now.kind && isPlain(old) && isPlain(now)) say('union-changed', `${old.kind}>${now.kind}`);
  if (!old.sensitive && now.sensitive) say('sensitive-added');
  if (old.sensitive && !now.sensitive) say('sensitive-removed');
  seen.push(...deprecationDiffers('shape', old.deprecated, now.deprecated), ...valuesDiffer(old, now));
  if (old.kind === now.kind)
    seen.push(
      ...limitsDiffer(old, now),
      ...shapeTraitsDiffer(old.wire, now.wire),
      ...unknownDiffer(old.unknownTraits, now.unknownTraits),
    );
  return seen;
}

/** Whether two shapes are of another type, so that nothing inside can be the same. */
export function typesDiffer(old: Shape, now: Shape): boolean {
  return old.kind !== now.kind && !(isBytes(old) && isBytes(now)) && !(isPlain(old) && isPlain(now));
}

/** What differs in a mark of deprecation. */
export function deprecationDiffers(what: string, old: Deprecation | undefined, now: Deprecation | undefined): Seen[] {
  if (!old && now) return [{ kind: `${what}-deprecated`, value: '' }];
  if (old && !now) return [{ kind: `${what}-undeprecated`, value: '' }];
  return old?.message !== now?.message || old?.since !== now?.since
    ? [{ kind: `${what}-deprecation-changed`, value: '' }]
    : [];
}

/** Traits that no reader knows. */
export function unknownDiffer(old: Wire = {}, now: Wire = {}): Seen[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((trait) => shown(old[trait]) !== shown(now[trait]))
    .map((value) => ({
      kind: `trait-${!(value in old) ? 'added' : !(value in now) ? 'removed' : 'changed'}`,
      value,
    }));
}

/** A trait as it is written in a value. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return 'none';
  return typeof value === 'string' ? value : sortedJson(value);
}

function sortedJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`).join(',')}}`;
}

function valuesDiffer(old: Shape, now: Shape): Seen[] {
  if (old.kind !== 'string' || now.kind !== 'string') return [];
  const [had, has] = [new Set(old.enum ?? []), new Set(now.enum ?? [])];
  if (had.size === 0 && has.size === 0) return [];
  if (had.size === 0) return [{ kind: 'enum-added', value: '' }];
  if (has.size === 0) return [{ kind: 'enum-removed', value: '' }];
  return [
    ...[...has].filter((value) => !had.has(value)).map((value) => ({ kind: 'enum-value-added', value })),
    ...[...had].filter((value) => !has.has(value)).map((value) => ({ kind: 'enum-value-removed', value })),
  ];
}

function limitsDiffer({ constraints: old = {} }: Shape, { constraints: now = {} }: Shape): Seen[] {
  return (['min', 'max', 'pattern'] as const).flatMap((limit) => {
    const [was, is] = [old[limit], now[limit]];
    if (was === is) return [];
    const looser =
      is === undefined ||
      (was !== undefined && limit !== 'pattern' && (limit === 'min' ? is < was : (is as number) > (was as number)));
    const turn = looser ? 'relaxed' : 'tightened';
    return [
      { kind: `constraint-${turn}`, value: `${limit} ${was ?? 'none'}>${is ?? 'none'}`, level: `${limit}-${turn}` },
    ];
  });
}

function shapeTraitsDiffer(old: Wire = {}, now: Wire = {}): Seen[] {
  const traits = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...traits].flatMap((trait) => {
    const kind = fieldTraits[trait];
    if (kind === undefined || ['location', 'hostLabel', 'contextParam'].includes(trait)) return [];
    return same(old[trait], now[trait]) ? [] : [{ kind, value: `${trait} ${shown(old[trait])}>${shown(now[trait])}` }];
  });
}

const same = (a: Json | undefined, b: Json | undefined) => shown(a) === shown(b);
const isBytes = ({ kind }: Shape) => kind === 'blob' || kind === 'stream';
const isPlain = ({ kind }: Shape) => kind === 'structure' || kind === 'union';
const bytes = ({ kind }: Shape) => (kind === 'stream' ? 'stream' : 'bytes');

const fieldTraits: Readonly<Record<string, string>> = {
  location: 'location-changed',
  locationName: 'wire-name-changed',
  queryName: 'wire-name-changed',
  xmlNamespace: 'xml-changed',
  xmlAttribute: 'xml-changed',
  flattened: 'xml-changed',
  wrapper: 'xml-changed',
  resultWrapper: 'xml-changed',
  xmlOrder: 'xml-order-changed',
  payload: 'payload-changed',
  timestampFormat: 'timestamp-format-changed',
  event: 'event-changed',
  eventpayload: 'event-changed',
  eventheader: 'event-changed',
  box: 'nullability-changed',
  sparse: 'sparse-changed',
  hostLabel: 'host-label-changed',
  requiresLength: 'length-required-changed',
  contextParam: 'endpoint-parameter-changed',
};
