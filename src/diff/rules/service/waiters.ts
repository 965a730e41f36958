/** Waiters, which poll until something is there: added, removed, or waiting in another way. */
import type { Severity, Waiter } from '../../../model/index.ts';
import { type Found, noMatch, type ServicePair, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';
import { showTrait, traitFound } from '../trait/trait-difference.ts';

const shared = { subject: 'waiter', audience: 'sdk' } as const;

export const waiterAdded: ServiceRule = {
  ...shared,
  id: 'waiter-added',
  mirror: 'waiter-removed',
  severity: 'safe',
  needs: ['waiters'],
  description: 'The SDK can wait for one state more by itself.',
  sentence: (change) => `${code(change.value)} is a new waiter`,
  example: {
    before: 'CreateListener',
    after: 'CreateListener\nwaiter ListenerReady delay=15',
    line: 'waiter-added    ListenerReady safe',
  },
  find: (pair) => missing(pair.after?.waiters, pair.before?.waiters, pair).map((value) => ({ value })),
};

export const waiterRemoved: ServiceRule = {
  ...shared,
  id: 'waiter-removed',
  mirror: 'waiter-added',
  severity: 'breaking',
  needs: ['waiters'],
  description: 'The SDK cannot wait for a state by itself any more.',
  sentence: (change) => `The waiter ${code(change.value)} was removed`,
  example: {
    before: 'CreateListener\nwaiter ListenerReady delay=15',
    after: 'CreateListener',
    line: 'waiter-removed    ListenerReady breaking',
  },
  find: (pair) => missing(pair.before?.waiters, pair.after?.waiters, pair).map((value) => ({ value })),
};

/** Another answer to wait for is another result; another pace is not. */
export const waiterChanged: readonly ServiceRule[] = [
  changedRule(
    'dangerous',
    ['operation', 'acceptors'],
    [
      'A waiter polls another operation, or ends on other answers.',
      ['operation=GetListener', 'operation=ListListeners', 'operation GetListener>ListListeners'],
    ],
  ),
  changedRule(
    'docs',
    ['delay', 'maxAttempts'],
    ['A waiter polls at another pace, or gives up at another time.', ['delay=15', 'delay=30', 'delay 15>30']],
  ),
];

function changedRule(
  severity: Severity,
  keys: readonly Exclude<keyof Waiter, 'name'>[],
  [description, [old, now, value]]: readonly [string, readonly [string, string, string]],
): ServiceRule {
  return {
    ...shared,
    id: 'waiter-changed',
    mirror: 'waiter-changed',
    severity,
    needs: ['waiters', 'waiter-details'],
    description,
    sentence(change) {
      const [name = '', ...rest] = change.value.split(' ');
      return `The waiter ${code(name)} waits in another way${rest.length > 1 ? `: ${code(rest.join(' '))}` : ''}`;
    },
    example: {
      before: `CreateListener\nwaiter ListenerReady ${old}`,
      after: `CreateListener\nwaiter ListenerReady ${now}`,
      line: `waiter-changed    ListenerReady ${value} ${severity}`,
    },
    find({ before, after }): readonly Found[] {
      if (before?.waiters === undefined || after?.waiters === undefined) return noMatch;
      const known = new Map(before.waiters.map((waiter) => [waiter.name, waiter]));
      return after.waiters.flatMap((waiter) => {
        const was = known.get(waiter.name);
        if (was === undefined) return [];
        return keys
          .filter((key) => showTrait(was[key]) !== showTrait(waiter[key]))
          .map((key) => {
            const found = traitFound(key, was[key], waiter[key]);
            // The answers that a waiter ends on are too long for a name; they stand in before and after.
            return { ...found, value: `${waiter.name} ${key === 'acceptors' ? key : found.value}` };
          });
      });
    },
  };
}

/** Names in one list that the other lacks; none where either side is a service that is new or gone. */
export function missing(
  of: readonly { readonly name: string }[] | undefined,
  not: readonly { readonly name: string }[] | undefined,
  pair: ServicePair,
): readonly string[] {
  if (of === undefined || pair.before === undefined || pair.after === undefined) return [];
  const known = new Set((not ?? []).map(({ name }) => name));
  return of.filter(({ name }) => !known.has(name)).map(({ name }) => name);
}
