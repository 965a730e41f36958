/** An independent reading of what is different between two models: both spread out by path, kind by kind. */
import type { Service, Shape } from '../../../src/model/index.ts';
import { isBeyondSdk, isFilledIn, isHidden } from './oracle-customized.ts';
import { membersDiffer, type Seen, shapesDiffer, typesDiffer } from './oracle-fields.ts';
import { errorsDiffer, isRest, namesOf, operationsDiffer, otherwiseNamed } from './oracle-operations.ts';
import { type Spot, spread, touched } from './oracle-paths.ts';
import { serviceDiffers } from './oracle-service.ts';
import { type Level, levelOf } from './oracle-severity.ts';

/** What is different, as sorted rows. */
export interface Reading {
  /** `kind  operation  direction  path  value  severity  audience`: the columns of `--format tsv` between its first and last. */
  readonly changes: readonly string[];
  /** What is no change: `kind  operation  direction  path  value`; types that were renamed by their names alone. */
  readonly noEffect: readonly string[];
  /** Types that have another name and are otherwise the same: `Old>New`. */
  readonly renamed: readonly string[];
}

type Direction = 'request' | 'response';
type Where = readonly [operation: string, direction: Direction | '', path: string];

/** Reads two states of a service. */
export function oracle(before: Service, after: Service): Reading {
  const changes = new Set<string>();
  const noEffect = new Set<string>();
  const renamed = new Set<string>();
  const changed = touched(before, after);
  const inErrors = new Map<string, readonly PathSeen[]>();
  const tell = ([operation, direction, path]: Where, seen: Seen, mend = (level: Level) => level) => {
    const row = [seen.kind, operation, direction, path, seen.value];
    if (seen.noEffect === true) noEffect.add(row.join('\t'));
    else {
      const { severity, audience } = mend(levelOf(seen.level ?? seen.kind, direction));
      changes.add([...row, severity, audience].join('\t'));
    }
  };
  for (const one of serviceDiffers(before, after)) tell(['', '', ''], one);
  const former = otherwiseNamed(before, after);
  for (const name of namesOf(before.operations, after.operations)) {
    if ([...former.values()].includes(name)) continue;
    const was = former.get(name) ?? name;
    const old = before.operations.find((operation) => operation.name === was);
    const now = after.operations.find((operation) => operation.name === name);
    const isMethodOf = ({ operations }: Service) => operations.some(({ sdkName }) => sdkName === (old ?? now)?.sdkName);
    const beyond =
      [old && isBeyondSdk(before, old), now && isBeyondSdk(after, now)].includes(true) ||
      (isMethodOf(before) && isMethodOf(after) && (old === undefined || now === undefined));
    const onWire = (level: Level): Level => ({ ...level, audience: 'wire' });
    const mend = beyond ? onWire : undefined;
    const say = (one: Seen) => tell([name, '', ''], one, mend);
    if (old === undefined) say({ kind: 'operation-added', value: '' });
    else if (now === undefined) say({ kind: 'operation-removed', value: '' });
    else {
      const onlyPaths = isRest(before) && isRest(after);
      if (was !== name) say({ kind: 'operation-renamed', value: `${was}>${name}`, noEffect: onlyPaths });
      for (const one of operationsDiffer(old, now)) say(one);
      for (const error of namesOf(old.errors ?? [], now.errors ?? [])) {
        const [was, is] = [old, now].map(({ errors = [] }) => errors.find((one) => one.name === error));
        if (was === undefined) say({ kind: 'error-added', value: error });
        else if (is === undefined) say({ kind: 'error-removed', value: error });
        else if (changed.has(was.target as string) || changed.has(is.target as string)) {
          for (const one of errorsDiffer(was, is, before, after)) say(one);
          const known =
            inErrors.get(error) ?? fieldsDiffer(before, after, was.target as string, is.target as string, 'response');
          inErrors.set(error, known);
          for (const seen of known) tell([name, '', seen.path], inError(error, seen), mend);
        }
      }
      for (const direction of ['request', 'response'] as const) {
        const [a, b] = [old[direction] ?? '', now[direction] ?? ''];
        if (a === b && !changed.has(a)) continue;
        for (const seen of fieldsDiffer(before, after, a, b, direction, name, renamed)) {
          const hidden = isHidden(after.id, name, direction, seen.path);
          tell([name, direction, seen.path], seen, hidden ? onWire : mend);
        }
      }
    }
  }
  const sorted = (rows: ReadonlySet<string>) => [...rows].map((row) => row.replace(/[\r\n]+/g, ' ')).sort();
  return { changes: sorted(changes), noEffect: sorted(noEffect), renamed: sorted(renamed) };
}

interface PathSeen extends Seen {
  readonly path: string;
}

/** What is told of a difference inside an error. */
function inError(error: string, seen: PathSeen): Seen {
  const { kind, value, path, noEffect } = seen;
  const turn = /^field-(?:added|removed)$/.exec(kind)?.[0];
  // The parser gives every error a message.
  if (turn !== undefined)
    return { kind: `error-${turn}`, value: error, noEffect: path === 'message' || path === 'Message' };
  return {
    kind: 'error-field-changed',
    value: `${error} ${kind} ${value}`.trim(),
    level: `in-error ${seen.level ?? kind}`,
    ...(noEffect === true && { noEffect }),
  };
}

const emptyStructure: Shape = { kind: 'structure', members: [] };
const nowhere: Spot = { member: null, id: '', shape: emptyStructure, owner: null, above: null, ends: false };

/** Every difference below two roots. No root is the same as one without fields. */
function fieldsDiffer(
  before: Service,
  after: Service,
  oldRoot: string,
  newRoot: string,
  direction: Direction,
  operation = '',
  renamed = new Set<string>(),
): readonly PathSeen[] {
  const [old, now] = [spread(before, oldRoot), spread(after, newRoot)];
  if (!old.has('')) old.set('', nowhere);
  if (!now.has('')) now.set('', nowhere);
  const seen: PathSeen[] = [];
  /** Paths where types differ themselves, and those above: what a type is made of. */
  const unlike = new Set<string>();
  const others = new Map<string, string>();
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
    const top = direction === 'request' && above === '';
    const filled = top && (b?.member?.idempotencyToken === true || isFilledIn(after.id, operation, path));
    const say = (one: Seen) => seen.push({ ...one, path });
    if (a !== undefined && b !== undefined) {
      for (const one of membersDiffer(a, b, filled, top)) say(one);
      for (const one of shapesDiffer(a, b, a.ends || b.ends)) {
        say(one);
        unlike.add(path);
      }
      const [was, is] = [a.id, b.id].map((id) => id.replace(/~.*/, ''));
      if (was !== is && a !== nowhere && b !== nowhere && !a.ends && !b.ends) others.set(path, `${was}>${is}`);
    } else if (a !== undefined) say({ kind: 'field-removed', value: '' });
    else if (b !== undefined) {
      const isChoice = b.owner?.kind === 'union' || b.owner?.kind === 'eventstream';
      if (direction === 'request' && b.member?.required === true)
        say({
          kind: 'required-field-added',
          value: '',
          level: filled ? 'required-field-filled' : 'required-field-added',
        });
      else say({ kind: 'field-added', value: '', level: isChoice ? 'choice-added' : 'field-added' });
    }
  }
  for (const { path } of seen) for (const above of waysTo(path)) unlike.add(above);
  for (const [path, names] of others) if (!unlike.has(path)) renamed.add(names);
  return seen;
}

/** The paths above a path, the empty one first. */
function waysTo(path: string): readonly string[] {
  return path === '' ? [] : ['', ...[...path.matchAll(/[.[{]/g)].map(({ index }) => path.slice(0, index))];
}
