/** Short facts about a whole operation: its paginator, its waiters, and whether it can be repeated safely. */
import type { Operation } from '../../model/index.ts';
import type { ServiceState } from '../../store/types.ts';
import type { Site } from '../site/site.ts';
import { nameAnchor } from '../site/urls.ts';

/** A fact, with a link to more about it where there is one. */
export interface OperationFact {
  readonly text: string;
  /** The name in the sentence that is printed as code; empty for none. */
  readonly code: string;
  readonly url: string | null;
}

/** The facts of an operation, in the order of the page. */
export function operationFacts(site: Site, service: ServiceState, operation: Operation): readonly OperationFact[] {
  const { name, wire } = operation;
  const at = (kind: string, of: string) => site.urls.service(service.id, nameAnchor(kind, of));
  const paginator = service.paginators.find((one) => one.name === name);
  const waiters = service.waiters.filter((waiter) => waiter.operation === name);
  return [
    ...(paginator === undefined
      ? []
      : [{ text: 'paginator', code: operation.sdkName, url: at('paginator', paginator.name) }]),
    // Said once: with `waiter` before each, four of them took two lines.
    ...waiters.map((waiter, index) => ({
      text: index > 0 ? '' : waiters.length === 1 ? 'waiter' : 'waiters',
      ...{ code: waiter.name, url: at('waiter', waiter.name) },
    })),
    ...(wire?.idempotent === true ? [{ text: 'idempotent: safe to repeat', code: '', url: null }] : []),
    ...(wire?.readonly === true ? [{ text: 'read-only', code: '', url: null }] : []),
  ];
}
