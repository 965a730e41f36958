/** An independent reading of what is different between two models: both spread out by path, kind by kind. */
import type { ErrorReference, Operation, Service, Shape, Wire } from '../../../src/model/index.ts';
import {
  deprecationDiffers,
  membersDiffer,
  type Seen,
  shapesDiffer,
  shown,
  typesDiffer,
  unknownDiffer,
} from './oracle-fields.ts';
import { type Spot, spread, touched } from './oracle-paths.ts';
import { serviceLines } from './oracle-service.ts';
import { levelOf } from './oracle-severity.ts';

/** `kind  operation  direction  path  value  severity`, sorted: what `--format tsv` prints without its first column. */
export function oracle(before: Service, after: Service): readonly string[] {
  const lines = new Set(serviceLines(before, after));
  const changed = touched(before, after);
  const inErrors = new Map<string, readonly PathSeen[]>();
  for (const name of namesOf(before.operations, after.operations)) {
    const old = before.operations.find((operation) => operation.name === name);
    const now = after.operations.find((operation) => operation.name === name);
    const say = (kind: string, value = '', path = '', level = levelOf(kind, '')) =>
      lines.add([kind, name, '', path, value, level].join('\t'));
    if (old === undefined) say('operation-added');
    else if (now === undefined) say('operation-removed');
    else {
      for (const { kind, value } of operationsDiffer(old, now)) say(kind, value);
      for (const error of namesOf(old.errors ?? [], now.errors ?? [])) {
        const [was, is] = [old, now].map(({ errors = [] }) => errors.find((one) => one.name === error));
        if (was === undefined) say('error-added', error);
        else if (is === undefined) say('error-removed', error);
        else if (changed.has(was.target as string) || changed.has(is.target as string)) {
          for (const { kind, value } of errorsDiffer(was, is, before, after)) say(kind, value);
          const known =
            inErrors.get(error) ?? fieldsDiffer(before, after, was.target as string, is.target as string, 'response');
          inErrors.set(error, known);
          for (const seen of known) {
            const kind = errorKinds[seen.kind] ?? 'error-field-changed';
            const value = kind === 'error-field-changed' ? `${error} ${seen.kind} ${seen.value}`.trim() : error;
            say(kind, value, seen.path, kind === 'error-field-changed' ? seen.level : levelOf(kind, ''));
          }
        }
      }
      for (const direction of ['request', 'response'] as const) {
        const [a, b] = [old[direction] ?? '', now[direction] ?? ''];
        if (a === b && !changed.has(a)) continue;
        for (const { kind, value, path, level } of fieldsDiffer(before, after, a, b, direction))
          lines.add([kind, name, direction, path, value, level].join('\t'));
      }
    }
  }
  return [...lines].map((line) => line.replace(/[\r\n]+/g, ' ')).sort();
}

interface PathSeen extends Seen {
  readonly path: string;
  readonly level: string;
}

const errorKinds: Readonly<Record<string, string>> = {
  'field-added': 'error-field-added',
  'field-removed': 'error-field-removed',
};
const emptyStructure: Shape = { kind: 'structure', members: [] };
const nowhere: Spot = { member: null, id: '', shape: emptyStructure, owner: null, above: null, ends: false };

/** Every difference below two roots. No root is the same as one without fields. */
function fieldsDiffer(
  before: Service,
  after: Service,
  oldRoot: string,
  newRoot: string,
  direction: 'request' | 'response',
): readonly PathSeen[] {
  const [old, now] = [spread(before, oldRoot), spread(after, newRoot)];
  if (!old.has('')) old.set('', nowhere);
  if (!now.has('')) now.set('', nowhere);
  const seen: PathSeen[] = [];
  const say = (path: string, { kind, value, level }: Seen) =>
    seen.push({ kind, value, path, level: levelOf(level ?? kind, direction) });
  // A path is compared where both sides go on: neither ends above it, and nothing above is of another type.
  const open = new Map<string, boolean>();
  const isOpen = (path: string): boolean => {
    const known = open.get(path);
    if (known !== undefined) return known;
    const [a, b] = [old.get(path), now.get(path)];
    let answer = false;
    if (a !== undefined && b !== undefined && !a.ends && !b.ends && !typesDiffer(a.shape, b.shape))
      answer = a.above === null || isOpen(a.above);
    open.set(path, answer);
    return answer;
  };
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(path), now.get(path)];
    const above = (a ?? b)?.above ?? null;
    if (above !== null && !isOpen(above)) continue;
    if (a !== undefined && b !== undefined) {
      for (const one of membersDiffer(a, b)) say(path, one);
      for (const one of shapesDiffer(a.shape, b.shape, a.ends || b.ends)) say(path, one);
    } else if (a !== undefined) say(path, { kind: 'field-removed', value: '' });
    else if (b !== undefined) {
      const isChoice = b.owner?.kind === 'union' || b.owner?.kind === 'eventstream';
      if (direction === 'request' && b.member?.required === true)
        say(path, { kind: 'required-field-added', value: '' });
      else say(path, { kind: 'field-added', value: '', level: isChoice ? 'choice-added' : 'field-added' });
    }
  }
  return seen;
}

function operationsDiffer(old: Operation, now: Operation): Seen[] {
  const seen = deprecationDiffers('operation', old.deprecated, now.deprecated);
  const [was, is]: [Wire, Wire] = [old.wire ?? {}, now.wire ?? {}];
  for (const promise of ['readonly', 'idempotent'])
    if ((was[promise] === true) !== (is[promise] === true))
      seen.push({ kind: `${promise}-${is[promise] === true ? 'added' : 'removed'}`, value: '' });
  if (shown(was.http) !== shown(is.http))
    seen.push({ kind: 'http-changed', value: `${httpLine(was.http)}>${httpLine(is.http)}` });
  const schemes = ({ auth, authtype }: Wire) =>
    [...(Array.isArray(auth) ? auth : []), ...(authtype === undefined ? [] : [authtype])].join(' ') || 'default';
  if (schemes(was) !== schemes(is)) seen.push({ kind: 'auth-changed', value: `${schemes(was)}>${schemes(is)}` });
  for (const [trait, kind] of Object.entries(operationTraits))
    if (shown(was[trait]) !== shown(is[trait]))
      seen.push({ kind, value: `${trait} ${shown(was[trait])}>${shown(is[trait])}` });
  return [...seen, ...unknownDiffer(old.unknownTraits, now.unknownTraits)];
}

function httpLine(http: Wire[string] | undefined): string {
  const { method, requestUri, responseCode } = (http ?? {}) as Record<string, string | number | undefined>;
  return requestUri === undefined
    ? 'none'
    : [method, requestUri, responseCode].filter((part) => part !== undefined).join(' ');
}

function errorsDiffer(old: ErrorReference, now: ErrorReference, before: Service, after: Service): Seen[] {
  const of = (service: Service, { name, target = '' }: ErrorReference) => {
    const shape = service.shapes[target];
    const traits = shape !== undefined && 'error' in shape ? (shape.error ?? {}) : {};
    return {
      code: traits.code ?? name,
      status: traits.httpStatus,
      fault: traits.fault ? 'service' : 'caller',
      retry: traits.throttling ? 'throttling' : traits.retryable,
    };
  };
  const [a, b] = [of(before, old), of(after, now)];
  return (['code', 'status', 'fault', 'retry'] as const)
    .filter((trait) => a[trait] !== b[trait])
    .map((trait) => ({ kind: `error-${trait}-changed`, value: `${now.name} ${shown(a[trait])}>${shown(b[trait])}` }));
}

/** The names in two lists, each once. */
export function namesOf(
  a: readonly { readonly name: string }[],
  b: readonly { readonly name: string }[],
): readonly string[] {
  return [...new Set([...a, ...b].map(({ name }) => name))].sort();
}

const operationTraits: Readonly<Record<string, string>> = {
  httpChecksum: 'checksum-changed',
  httpChecksumRequired: 'checksum-changed',
  requestcompression: 'compression-changed',
  unsignedPayload: 'payload-signing-changed',
  endpoint: 'endpoint-changed',
  endpointdiscovery: 'endpoint-discovery-changed',
  endpointoperation: 'endpoint-discovery-changed',
  staticContextParams: 'endpoint-parameters-changed',
  operationContextParams: 'endpoint-parameters-changed',
  input: 'envelope-changed',
  output: 'envelope-changed',
};
