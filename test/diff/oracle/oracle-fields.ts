/** The oracle's reading of one field or shape on two sides: every kind whose definition fits. */
import type { Deprecation, Json, Shape, Wire } from '../../../src/model/index.ts';
import { limitsDiffer } from './oracle-limits.ts';
import type { Spot } from './oracle-paths.ts';

/** A kind and its value; `level` where its case is another than the kind's; `noEffect` where it is no change. */
export interface Seen {
  readonly kind: string;
  readonly value: string;
  readonly level?: string;
  readonly noEffect?: boolean;
}

/** What differs in a field that both sides have. `filled`: by the SDK, on each side, where the caller leaves it out. `top`: of a request. */
export function membersDiffer(a: Spot, b: Spot, filled: boolean, top: boolean): Seen[] {
  const [old, now] = [a.member, b.member];
  if (old === null || now === null) return [];
  const seen: Seen[] = [];
  const say = (kind: string, level = kind, value = '') => seen.push({ kind, value, level });
  if (old.required === false && now.required === true) say('required-added', filled ? 'required-filled' : undefined);
  if (old.required === true && now.required === false) say('required-removed');
  const tokens = [old, now].map(({ idempotencyToken }) => idempotencyToken === true);
  if (tokens[0] !== tokens[1]) {
    const kind = tokens[1] ? 'idempotency-added' : 'idempotency-removed';
    // Nested tokens, and those of responses, are not filled in.
    const becameRequired = old.required === false && now.required === true;
    // A field that became required is told as that.
    if (!top || becameRequired) seen.push({ kind, value: '', noEffect: true });
    else say(kind, tokens[0] && now.required === true ? 'idempotency-removed-required' : undefined);
  }
  const types = [a.shape.deprecated, b.shape.deprecated];
  const meant = [old.deprecated ?? types[0], now.deprecated ?? types[1]];
  const marked = deprecationDiffers('field', old.deprecated, now.deprecated);
  if (isEqual(meant[0], meant[1])) seen.push(...marked.map(withoutEffect));
  else if (marked.length > 0 && !isEqual(meant, types)) seen.push(...deprecationDiffers('field', meant[0], meant[1]));
  const secret = [a, b].map(({ member, shape }) => member?.sensitive === true || shape.sensitive === true);
  if (old.sensitive !== now.sensitive) {
    const kind = now.sensitive ? 'sensitive-added' : 'sensitive-removed';
    if (secret[0] === secret[1]) seen.push({ kind, value: '', noEffect: true });
    else if (a.shape.sensitive === b.shape.sensitive) say(kind);
  }
  if (old.default === undefined && now.default !== undefined)
    say('default-added', undefined, JSON.stringify(now.default));
  if (old.default !== undefined && now.default === undefined)
    say('default-removed', undefined, JSON.stringify(old.default));
  if (old.default !== undefined && now.default !== undefined && !same(old.default, now.default))
    say('default-changed', undefined, `${JSON.stringify(old.default)}>${JSON.stringify(now.default)}`);
  return [...seen, ...traitsDiffer(a, b, 'member', top), ...unknownDiffer(old.unknownTraits, now.unknownTraits)];
}

/** What differs in the shape at a path that both sides have. `ends`: the path ends on one side, so that only its type counts. */
export function shapesDiffer(a: Spot, b: Spot, ends: boolean): Seen[] {
  const [old, now] = [a.shape, b.shape];
  const seen: Seen[] = [];
  const say = (kind: string, level = kind, value = '') => seen.push({ kind, value, level });
  if (typesDiffer(old, now)) say('type-changed', typeLevel(old.kind, now.kind), `${old.kind}>${now.kind}`);
  else if (ends) return [];
  if (old.kind !== now.kind && isBytes(old) && isBytes(now))
    say('streaming-changed', undefined, `${bytes(old)}>${bytes(now)}`);
  if (old.kind !== now.kind && isPlain(old) && isPlain(now))
    say(
      'union-changed',
      now.kind !== 'union' ? 'union-dropped' : single(old) ? 'union-of-one' : 'union-set',
      `${old.kind}>${now.kind}`,
    );
  const secret = [a, b].map(({ member, shape }) => member?.sensitive === true || shape.sensitive === true);
  if (old.sensitive !== now.sensitive)
    seen.push({
      kind: now.sensitive ? 'sensitive-added' : 'sensitive-removed',
      value: '',
      ...(secret[0] === secret[1] && { noEffect: true }),
    });
  const meant = [a, b].map(({ member, shape }) => member?.deprecated ?? shape.deprecated);
  const marked = deprecationDiffers('shape', old.deprecated, now.deprecated);
  // Where a field has a word of its own, it is told there.
  seen.push(...(isEqual(meant, [old.deprecated, now.deprecated]) ? marked : marked.map(withoutEffect)));
  seen.push(...valuesDiffer(old, now));
  if (old.kind === now.kind)
    seen.push(
      ...limitsDiffer(old, now, [a, b].some(isHostLabel)),
      ...traitsDiffer(a, b, 'shape'),
      ...unknownDiffer(old.unknownTraits, now.unknownTraits),
    );
  return seen;
}

/** By the names of the documentation, where one is as good as the other to a caller; else whether one takes in the other. */
function typeLevel(old: Shape['kind'], now: Shape['kind']): string {
  const whole = ['integer', 'long'];
  const real = ['float', 'double'];
  if ([whole, real].some((names) => names.includes(old) && names.includes(now))) return 'type-same';
  if (whole.includes(old) && real.includes(now)) return 'type-widened';
  return real.includes(old) && whole.includes(now) ? 'type-narrowed' : 'type-changed';
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

/** Traits that may stand at a field and at the shape that it leads to: the field's holds. `at`: the ones that stand there. */
function traitsDiffer(a: Spot, b: Spot, at: 'member' | 'shape', top = false): Seen[] {
  const all = [a, b].map(({ member, shape }) => ({ member: member?.wire ?? {}, shape: shape.wire ?? {} }));
  const [old, now] = all as [Record<typeof at, Wire>, Record<typeof at, Wire>];
  return [...new Set([...Object.keys(old[at]), ...Object.keys(now[at])])].flatMap((trait): Seen[] => {
    const kind = fieldTraits[trait];
    const [was, is] = [old[at][trait], now[at][trait]];
    if (kind === undefined || shown(was) === shown(is) || notAt[at].includes(trait)) return [];
    const value = `${trait} ${shown(was)}>${shown(is)}`;
    const meant = [old, now].map(({ member, shape }) => member[trait] ?? shape[trait]);
    if (same(meant[0], meant[1])) return [{ kind, value, noEffect: true }];
    const isRoot = top && [a, b].some(({ member, owner }) => owner?.wire?.payload === member?.name);
    const isIdle =
      trait === 'locationName' && !isRoot && [[a, meant[0]] as const, [b, meant[1]] as const].every(isCalledSo);
    const isOfType = same(meant[0], old.shape[trait]) && same(meant[1], now.shape[trait]);
    if (at === 'member' && isOfType && !notAt.shape.includes(trait)) return [];
    if (at === 'shape' && !isOfType && !notAt.member.includes(trait)) return [{ kind, value, noEffect: true }];
    return [
      {
        kind,
        value,
        ...(isIdle && { noEffect: true }),
        ...(trait === 'sparse' && { level: `sparse-${is ? 'added' : 'removed'}` }),
      },
    ];
  });
}

/** Whether a field is sent by its own name: not where the name is a prefix of headers. */
function isCalledSo([{ member, shape, owner }, stated]: readonly [Spot, Json | undefined]): boolean {
  if (member === null || owner === null || !isPlain(owner)) return false;
  return (stated ?? member.name) === member.name && (member.wire?.location ?? shape.wire?.location) !== 'headers';
}

const notAt = { member: ['xmlOrder', 'payload'], shape: ['location', 'hostLabel', 'contextParam'] };
/** What is said not to hold is as good as not said. */
const same = (a: Json | undefined, b: Json | undefined) => shown(a || undefined) === shown(b || undefined);
const isEqual = (a: unknown, b: unknown) => sortedJson((a ?? null) as Json) === sortedJson((b ?? null) as Json);
const withoutEffect = (seen: Seen): Seen => ({ ...seen, noEffect: true });
const isHostLabel = ({ member, shape }: Spot) => (member?.wire?.hostLabel ?? shape.wire?.hostLabel) === true;
const single = (shape: Shape) => 'members' in shape && shape.members.length < 2;
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
