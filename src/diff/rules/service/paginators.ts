/** Paginators, which fetch page after page: added, removed, or with other fields. */
import { type Json, type Paginator, type Severity, sdkNameOf } from '../../../model/index.ts';
import type { ServiceRule } from '../../findings/pairs.ts';
import { code, listed } from '../../wording/code.ts';
import { detail, type Telling } from '../../wording/telling.ts';
import { missing, settingMatches, worksOrFails } from './helper-rules.ts';

const shared = { subject: 'paginator', audience: 'sdk' } as const;
const having = 'ListListeners\npaginator ListListeners resultKey=Listeners';

const cameOrWent: readonly ServiceRule[] = (['added', 'removed'] as const).map((turn) => {
  const isAdded = turn === 'added';
  const severity = isAdded ? 'safe' : 'breaking';
  return {
    ...shared,
    id: `paginator-${turn}`,
    mirror: `paginator-${isAdded ? 'removed' : 'added'}`,
    severity,
    needs: ['paginators'],
    description: isAdded
      ? 'The SDK can fetch all pages of an operation by itself now.'
      : 'The SDK cannot fetch all pages of an operation by itself any more.',
    ...(isAdded ? {} : { advice: 'Call the operation with the token of each answer yourself.' }),
    sentence: ({ values: [first = '', ...others] }) =>
      `${code(`get_paginator('${sdkNameOf(first)}')`)}${others.length > 0 ? ` and ${others.length} more` : ''} ${worksOrFails(isAdded, others.length > 0)}`,
    example: {
      before: isAdded ? 'ListListeners' : having,
      after: isAdded ? having : 'ListListeners',
      line: `paginator-${turn}    ListListeners ${severity}`,
      says: `${severity}: \`get_paginator('list_listeners')\` ${isAdded ? 'works now' : 'fails now'}`,
    },
    find: (pair) => {
      const [old, now] = [pair.before?.paginators, pair.after?.paginators];
      return isAdded ? missing(now, old, pair) : missing(old, now, pair);
    },
  };
});

interface Changed {
  readonly severity: Severity;
  readonly keys: readonly Exclude<keyof Paginator, 'name'>[];
  readonly is?: (old: Json | undefined, now: Json | undefined) => boolean;
  readonly description: string;
  readonly advice?: string;
  readonly example: readonly [before: string, after: string, value: string];
  readonly says: string;
}

const words = (value: Json | undefined): readonly string[] => (typeof value === 'string' ? value.split(' ') : []);
const loses = (old: Json | undefined, now: Json | undefined) => words(old).some((name) => !words(now).includes(name));

/**
 * The settings that a caller sees: the field that joins the pages, and whether the caller can set the size of a page.
 */
const changes: readonly Changed[] = [
  {
    severity: 'breaking',
    keys: ['limitKey'],
    is: (_old, now) => now === undefined,
    description: 'A paginator takes no size of a page any more: a call that gives one fails.',
    advice: 'Leave `PageSize` out.',
    example: ['resultKey=Listeners limitKey=MaxResults', 'resultKey=Listeners', 'limitKey MaxResults>none'],
    says: 'The paginator of `ListListeners` takes no `PageSize` any more — passing it raises PaginationError',
  },
  {
    severity: 'safe',
    keys: ['limitKey'],
    is: (_old, now) => now !== undefined,
    description: 'A paginator takes the size of a page, or sends it by another name.',
    example: ['limitKey=Limit', 'limitKey=MaxResults', 'limitKey Limit>MaxResults'],
    says: '`PageSize` of the `ListListeners` paginator is sent as `MaxResults` now',
  },
  {
    severity: 'dangerous',
    keys: ['resultKey'],
    is: loses,
    description: 'Joined pages lack results that they had.',
    advice: 'Read the results from each page instead.',
    example: ['resultKey=Listeners', 'resultKey=Items', 'resultKey Listeners>Items'],
    says: 'Joined pages of `ListListeners` no longer carry `Listeners`, but `Items`',
  },
  {
    severity: 'safe',
    keys: ['resultKey', 'nonAggregateKeys'],
    is: (old, now) => !loses(old, now),
    description: 'Joined pages carry more results.',
    example: ['resultKey=Listeners', 'resultKey=["Listeners","Tags"]', 'resultKey Listeners>Listeners Tags'],
    says: 'Pages of `ListListeners` also carry `Tags`',
  },
  {
    severity: 'docs',
    keys: ['nonAggregateKeys'],
    is: loses,
    description: 'Joined pages lack a field of the last page.',
    example: ['resultKey=Listeners nonAggregateKeys=Total', 'resultKey=Listeners', 'nonAggregateKeys Total>none'],
    says: 'Joined pages of `ListListeners` no longer carry `Total`',
  },
  {
    severity: 'docs',
    keys: ['inputToken', 'outputToken', 'moreResults'],
    description: 'A paginator finds the next page by another field. The SDK does so by itself.',
    example: ['inputToken=Marker', 'inputToken=NextToken', 'inputToken Marker>NextToken'],
    says: 'The paginator of `ListListeners` finds the next page by `NextToken` now (was `Marker`)',
  },
];

/** Rules about paginators. */
export const paginatorRules: readonly ServiceRule[] = [...cameOrWent, ...changes.map(changedRule)];

function changedRule({ severity, keys, is, description, advice, example, says }: Changed): ServiceRule {
  const [before, after, value] = example;
  return {
    ...shared,
    id: 'paginator-changed',
    mirror: 'paginator-changed',
    severity,
    needs: ['paginators', 'paginator-details'],
    description,
    ...(advice === undefined ? {} : { advice }),
    sentence: pagesOtherwise,
    example: {
      before: `ListListeners\npaginator ListListeners ${before}`,
      after: `ListListeners\npaginator ListListeners ${after}`,
      line: `paginator-changed    ListListeners ${value} ${severity}`,
      says: `${severity}: ${says}`,
    },
    find: ({ before: old, after: now }) =>
      settingMatches(old?.paginators, now?.paginators, keys, {
        is: is === undefined ? undefined : (pair) => is(pair.old, pair.now),
      }),
  };
}

function pagesOtherwise(telling: Telling): string {
  const { before, after } = telling.change;
  const name = code(detail(telling, 'owner'));
  const trait = detail(telling, 'trait');
  if (trait === 'limitKey')
    return after === null
      ? `The paginator of ${name} takes no \`PageSize\` any more — passing it raises PaginationError`
      : `\`PageSize\` of the ${name} paginator is sent as ${code(String(after))} now`;
  if (trait !== 'resultKey' && trait !== 'nonAggregateKeys')
    return trait === 'moreResults'
      ? `The paginator of ${name} looks at ${found(after)} now to see whether there is a next page (was ${found(before)})`
      : `The paginator of ${name} finds the next page by ${found(after)} now (was ${found(before)})`;
  const [old, now] = [words(before), words(after)];
  const gone = old.filter((key) => !now.includes(key));
  const came = now.filter((key) => !old.includes(key));
  if (gone.length === 0) return `Pages of ${name} also carry ${listed(came.map(code))}`;
  const instead = came.length === 0 ? '' : `, but ${listed(came.map(code))}`;
  return `Joined pages of ${name} no longer carry ${listed(gone.map(code))}${instead}`;
}

function found(value: Json | undefined): string {
  return value === null || value === undefined ? 'nothing' : code(String(value));
}
