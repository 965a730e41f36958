/** Paginators, which fetch page after page: added, removed, or reading other fields. */
import { canonicalJson, type Json, type Paginator } from '../../model/index.ts';
import { type Found, nothing, type ServiceRule } from '../find.ts';
import { code } from '../wording.ts';
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

export const paginatorChanged: ServiceRule = {
  ...shared,
  id: 'paginator-changed',
  mirror: 'paginator-changed',
  severity: 'dangerous',
  needs: ['paginators', 'paginator-details'],
  description: 'A paginator reads or sends other fields: tokens, page size, results.',
  sentence: (change) => `The paginator of ${code(change.value)} works in another way`,
  example: {
    before: 'ListListeners\npaginator ListListeners resultKey=Listeners',
    after: 'ListListeners\npaginator ListListeners resultKey=Items',
    line: 'paginator-changed    ListListeners dangerous',
  },
  find({ before, after }): readonly Found[] {
    if (before?.paginators === undefined || after?.paginators === undefined) return nothing;
    const old = new Map(before.paginators.map((paginator) => [paginator.name, paginator]));
    return after.paginators.flatMap((paginator) => {
      const was = old.get(paginator.name);
      return was === undefined || canonicalJson(was) === canonicalJson(paginator)
        ? []
        : [{ value: paginator.name, before: json(was), after: json(paginator) }];
    });
  },
};

function json(paginator: Paginator): Json {
  return { ...paginator } as Json;
}
