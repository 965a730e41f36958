/** Waiters, which poll until a state is reached: added, removed, or with other conditions. */
import { type Details, type Json, type Severity, sdkNameOf, type Waiter } from '../../../model/index.ts';
import type { Match } from '../../findings/finding.ts';
import type { ServicePair, ServiceRule } from '../../findings/pairs.ts';
import { changedAcceptors } from '../../wording/acceptors.ts';
import { code, counted } from '../../wording/code.ts';
import { detail, type Telling } from '../../wording/telling.ts';
import { missing, type SettingPair, sameInSdk, settingMatches, worksOrFails } from './helper-rules.ts';

const shared = { subject: 'waiter', audience: 'sdk' } as const;
const ready = 'CreateListener\nwaiter ListenerReady delay=15';

/** Names that begin with `__` are parts of other waiters in old models: a caller cannot use them. */
const isPart = (name: string) => name.startsWith('__');
const part = 'a name that begins with `__` is no waiter';

const cameOrWent = (['added', 'removed'] as const).flatMap((turn) => [
  cameOrWentRule(turn, false),
  cameOrWentRule(turn, true),
]);

function cameOrWentRule(turn: 'added' | 'removed', isOfParts: boolean): ServiceRule {
  const isAdded = turn === 'added';
  const name = isOfParts ? '__Listener' : 'ListenerReady';
  const having = `CreateListener\nwaiter ${name} delay=15`;
  const severity = isAdded || isOfParts ? 'safe' : 'breaking';
  return {
    ...shared,
    id: `waiter-${turn}`,
    mirror: `waiter-${isAdded ? 'removed' : 'added'}`,
    severity,
    needs: ['waiters'],
    ...(isOfParts ? { noEffect: part } : {}),
    description: isOfParts
      ? 'A part that waiters of old models were made of came or went.'
      : isAdded
        ? 'The SDK can wait for one state more by itself.'
        : 'The SDK cannot wait for a state by itself any more.',
    ...(severity === 'breaking' ? { advice: 'Poll the operation yourself.' } : {}),
    sentence: (telling) => `${getWaiters(telling)} ${worksOrFails(isAdded, telling.values.length > 1)}`,
    example: {
      before: isAdded ? 'CreateListener' : having,
      after: isAdded ? having : 'CreateListener',
      line: `waiter-${turn}    ${name} ${isOfParts ? part : severity}`,
      says: `${severity}: ${code(`get_waiter('${isOfParts ? '__listener' : 'listener_ready'}')`)} ${isAdded ? 'works now' : 'fails now'}`,
    },
    find: (pair) => missingWaiters(pair, isAdded).filter(({ value = '' }) => isPart(value) === isOfParts),
  };
}

function missingWaiters(pair: ServicePair, isAdded: boolean): readonly Match[] {
  const [old, now] = [pair.before?.waiters, pair.after?.waiters];
  return isAdded ? missing(now, old, pair) : missing(old, now, pair);
}

/** With another condition the result of the wait changes; with another pace it does not. */
const changed: readonly ServiceRule[] = [
  changedRule({
    severity: 'dangerous',
    keys: ['operation', 'acceptors'],
    description: 'A waiter polls another operation, or ends on different answers.',
    advice: 'Check that the state in which the waiter ends is still the one that your code needs.',
    example: ['operation=GetListener', 'operation=ListListeners', 'operation GetListener>ListListeners'],
    says: '`ListenerReady` calls `ListListeners` (was `GetListener`)',
  }),
  changedRule({
    severity: 'dangerous',
    keys: ['delay', 'maxAttempts'],
    is: isShorter,
    isCase: ({ details }) => details?.longest !== undefined,
    description: 'A waiter gives up earlier than before. What takes longer fails with WaiterError.',
    advice: 'Pass a `WaiterConfig` with the `Delay` and the `MaxAttempts` that your code needs.',
    example: ['delay=15 maxAttempts=40', 'delay=15 maxAttempts=20', 'maxAttempts 40>20'],
    says: '`ListenerReady` gives up after 20 tries (was 40) — it waits at most 285 seconds (was 585), then raises WaiterError',
  }),
  changedRule({
    severity: 'docs',
    keys: ['delay', 'maxAttempts'],
    is: (pair) => !isShorter(pair),
    isCase: ({ details }) => details?.longest === undefined,
    description:
      'A waiter polls at another pace, or gives up after another number of tries, and waits no shorter than before.',
    example: ['delay=15', 'delay=30', 'delay 15>30'],
    says: '`ListenerReady` polls every 30 seconds (was every 15)',
  }),
];

/** Rules about waiters. */
export const waiterRules: readonly ServiceRule[] = [...cameOrWent, ...changed];

interface Changed {
  readonly severity: Severity;
  readonly keys: readonly Exclude<keyof Waiter, 'name'>[];
  /** The changes of its keys that this case is about; all if it is absent. */
  readonly is?: (pair: SettingPair<Waiter>) => boolean;
  readonly isCase?: NonNullable<ServiceRule['isCase']>;
  readonly description: string;
  readonly advice?: string;
  readonly example: readonly [before: string, after: string, value: string];
  readonly says: string;
}

function changedRule({ severity, keys, is, isCase, description, advice, example, says }: Changed): ServiceRule {
  const [before, after, value] = example;
  return {
    ...shared,
    id: 'waiter-changed',
    mirror: 'waiter-changed',
    severity,
    needs: ['waiters', 'waiter-details'],
    description,
    ...(advice === undefined ? {} : { advice }),
    isCase: (change) => keys.some((key) => key === change.details?.trait) && isCase?.(change) !== false,
    sentence: waitsOtherwise,
    example: {
      before: ready.replace('delay=15', before),
      after: ready.replace('delay=15', after),
      line: `waiter-changed    ListenerReady ${value} ${severity}`,
      says: `${severity}: ${says}`,
    },
    // The conditions of a waiter are too long for a value; they stand in `before` and `after`.
    find: (pair) =>
      settingMatches(pair.before?.waiters, pair.after?.waiters, keys, { is, more: longestWaits }).map((found) => ({
        ...found,
        ...(found.details?.trait === 'acceptors' ? { value: `${found.details.owner} acceptors` } : {}),
        ...(isSameCall(found) ? { noEffect: sameInSdk } : {}),
        ...(isPart(String(found.details?.owner)) ? { noEffect: part } : {}),
      })),
  };
}

/** Whether the operation that a waiter calls only has another name in the model. */
function isSameCall({ details, before, after }: Match): boolean {
  if (details?.trait !== 'operation' || typeof before !== 'string' || typeof after !== 'string') return false;
  return sdkNameOf(before) === sdkNameOf(after);
}

/** Whether a waiter gives up earlier, and this setting is a reason. */
function isShorter({ old, now, was, one }: SettingPair<Waiter>): boolean {
  if (typeof old !== 'number' || typeof now !== 'number' || now >= old) return false;
  const [longest, longestNow] = [longestWait(was), longestWait(one)];
  return longest !== undefined && longestNow !== undefined && longestNow < longest;
}

/** The seconds after which a waiter gives up: it sleeps between its tries, not after the last one. */
function longestWait({ delay, maxAttempts }: Waiter): number | undefined {
  return delay === undefined || maxAttempts === undefined ? undefined : delay * Math.max(0, maxAttempts - 1);
}

/** The longest waits before and after, for the sentence about a shorter one. */
function longestWaits(pair: SettingPair<Waiter>): Details {
  if (!isShorter(pair)) return {};
  return { longest: [longestWait(pair.was) ?? null, longestWait(pair.one) ?? null] };
}

function waitsOtherwise(telling: Telling): string {
  const { before, after, details } = telling.change;
  const name = code(detail(telling, 'owner'));
  const longest = Array.isArray(details?.longest) ? details.longest : [];
  const effect =
    longest.length === 0
      ? ''
      : ` — it waits at most ${seconds(longest[1])} (was ${longest[0]}), then raises WaiterError`;
  switch (detail(telling, 'trait')) {
    case 'delay':
      return after === null
        ? `${name} polls at a pace of the SDK's own now`
        : `${name} polls every ${after === 1 ? 'second' : seconds(after)}${was(before, 'every ')}${effect}`;
    case 'maxAttempts':
      return after === null
        ? `${name} gives up when the SDK does by itself now`
        : `${name} gives up after ${typeof after === 'number' ? counted(after, 'try').replace('trys', 'tries') : String(after)}${was(before)}${effect}`;
    case 'operation':
      return after === null
        ? `${name} no longer says what it calls`
        : `${name} calls ${code(String(after))}${was(before === null ? null : code(String(before)))}`;
    default:
      return endsOtherwise(name, before, after);
  }
}

/** One condition for another stands in the sentence; more of them would make it unreadable. */
function endsOtherwise(name: string, before: Json | undefined, after: Json | undefined): string {
  const changed = changedAcceptors(before, after);
  const [old, ...moreOld] = changed.before;
  const [now, ...moreNow] = changed.after;
  if (moreOld.length + moreNow.length > 0) return `${name} ends on different answers than before`;
  if (now === undefined)
    return old === undefined ? `${name} ends on different answers than before` : `${name} no longer ${old}`;
  return old === undefined ? `${name} now also ${now}` : `${name} now ${now} (before: ${old})`;
}

/** The value before; empty if the model did not state it. */
function was(before: Json | undefined, word = ''): string {
  return before === null || before === undefined ? '' : ` (was ${word}${String(before)})`;
}

function seconds(value: unknown): string {
  return typeof value === 'number' ? counted(value, 'second') : `${value} seconds`;
}

/** `get_waiter('listener_ready')`, as a caller writes it. */
function getWaiters({ values }: Telling): string {
  const [first = ''] = values;
  return `${code(`get_waiter('${sdkNameOf(first)}')`)}${values.length > 1 ? ` and ${values.length - 1} more` : ''}`;
}
