/** Paginators, which fetch page after page: added, removed, or reading other fields. */
import type { Paginator, Severity } from '../../../model/index.ts';
import { type Found, noMatch, type ServiceRule } from '../../findings/pairs.ts';
import { code } from '../../wording.ts';
import { traitFound } from '../trait/trait-difference.ts';
import { missing } from './waiters.ts';

const shared = { subject: 'paginator', audience: 'sdk' } as const;

export const paginatorAdded: ServiceRule = {
  ...shared,
  id: 'paginator-added',
  mirror: 'paginator-removed',
  severity: 'safe',
  needs: ['paginators'],
  description: 'The SDK can fetch all pages of an operation by itself now.',
  sentence: (change) => `${code(change.value)} has a paginator now`,
  example: {
    before: 'ListListeners',
    after: 'ListListeners\npaginator ListListeners resultKey=Listeners',
    line: 'paginator-added    ListListeners safe',
  },
  find: (pair) => missing(pair.after?.paginators, pair.before?.paginators, pair).map((value) => ({ value })),
};

export const paginatorRemoved: ServiceRule = {
  ...shared,
  id: 'paginator-removed',
  mirror: 'paginator-added',
  severity: 'breaking',
  needs: ['paginators'],
  description: 'The SDK cannot fetch all pages of an operation by itself any more.',
  sentence: (change) => `The paginator of ${code(change.value)} was removed`,
  example: {
    before: 'ListListeners\npaginator ListListeners resultKey=Listeners',
    after: 'ListListeners',
    line: 'paginator-removed    ListListeners breaking',
  },
  find: (pair) => missing(pair.before?.paginators, pair.after?.paginators, pair).map((value) => ({ value })),
};

/** Where a caller names the token or the page size, another name breaks; other results are another answer. */
export const paginatorChanged: readonly ServiceRule[] = [
  changedRule(
    'breaking',
    ['inputToken', 'outputToken', 'limitKey'],
    'limitKey',
    'A paginator reads or sends another token, or takes the size of a page by another name.',
  ),
  changedRule(
    'dangerous',
    ['resultKey', 'moreResults', 'nonAggregateKeys'],
    'resultKey',
    'A paginator gives other results, or ends by another sign.',
  ),
];

function changedRule(
  severity: Severity,
  keys: readonly Exclude<keyof Paginator, 'name'>[],
  shown: string,
  description: string,
): ServiceRule {
  return {
    ...shared,
    id: 'paginator-changed',
    mirror: 'paginator-changed',
    severity,
    needs: ['paginators', 'paginator-details'],
    description,
    sentence(change) {
      const [name = '', ...rest] = change.value.split(' ');
      return `The paginator of ${code(name)} works in another way: ${code(rest.join(' '))}`;
    },
    example: {
      before: `ListListeners\npaginator ListListeners ${shown}=Marker`,
      after: `ListListeners\npaginator ListListeners ${shown}=Token`,
      line: `paginator-changed    ListListeners ${shown} Marker>Token ${severity}`,
    },
    find({ before, after }): readonly Found[] {
      if (before?.paginators === undefined || after?.paginators === undefined) return noMatch;
      const old = new Map(before.paginators.map((paginator) => [paginator.name, paginator]));
      return after.paginators.flatMap((paginator) => {
        const was = old.get(paginator.name);
        if (was === undefined) return [];
        return keys
          .filter((key) => shownList(was[key]) !== shownList(paginator[key]))
          .map((key) => {
            const found = traitFound(key, shownList(was[key]), shownList(paginator[key]));
            return { ...found, value: `${paginator.name} ${found.value}` };
          });
      });
    },
  };
}

function shownList(value: string | readonly string[] | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : value.join(' ');
}
