/** Waiters, which poll until something is there: added, removed, or waiting in another way. */
import { canonicalJson, type Json, type Waiter } from '../../model/index.ts';
import { type Found, nothing, type ServicePair, type ServiceRule } from '../find.ts';
import { code } from '../wording.ts';

const shared = { subject: 'waiter', audience: 'sdk' } as const;

export const waiterAdded: ServiceRule = {
  ...shared,
  id: 'waiter-added',
  mirror: 'waiter-removed',
  severity: 'safe',
  needs: ['waiters'],
  description: 'A new waiter of the SDK.',
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
  description: 'A waiter of the SDK is gone.',
  sentence: (change) => `The waiter ${code(change.value)} was removed`,
  example: {
    before: 'CreateListener\nwaiter ListenerReady delay=15',
    after: 'CreateListener',
    line: 'waiter-removed    ListenerReady breaking',
  },
  find: (pair) => missing(pair.before?.waiters, pair.after?.waiters, pair).map((value) => ({ value })),
};

export const waiterChanged: ServiceRule = {
  ...shared,
  id: 'waiter-changed',
  mirror: 'waiter-changed',
  severity: 'dangerous',
  needs: ['waiters', 'waiter-details'],
  description: 'A waiter polls another operation, at another pace, or ends on other answers.',
  sentence: (change) => `The waiter ${code(change.value)} waits in another way`,
  example: {
    before: 'CreateListener\nwaiter ListenerReady delay=15',
    after: 'CreateListener\nwaiter ListenerReady delay=30',
    line: 'waiter-changed    ListenerReady dangerous',
  },
  find({ before, after }): readonly Found[] {
    if (before?.waiters === undefined || after?.waiters === undefined) return nothing;
    const old = new Map(before.waiters.map((waiter) => [waiter.name, waiter]));
    return after.waiters.flatMap((waiter) => {
      const was = old.get(waiter.name);
      return was === undefined || canonicalJson(was) === canonicalJson(waiter)
        ? []
        : [{ value: waiter.name, before: json(was), after: json(waiter) }];
    });
  },
};

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

function json(waiter: Waiter): Json {
  return { ...waiter } as Json;
}
