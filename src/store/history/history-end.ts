/** How the life of a service ends: it was removed, or goes on by another name. */
import { compareServices } from '../../diff/index.ts';
import type { Change, Service } from '../../model/index.ts';
import type { ReleaseStep } from './source-snapshots.ts';

/** The name that a service has from a step on, if that is all that became of it. */
export function renamedTo({ presence }: ReleaseStep): string | undefined {
  return presence.kind === 'renamed-to' ? presence.service : undefined;
}

/** How a service ends: it was removed, or goes on by another name. */
export function lastChanges(service: Service, renamed: string | undefined): readonly Change[] {
  const after = renamed === undefined ? undefined : { ...service, id: renamed };
  return (compareServices(service, after)?.changes ?? []).map((change) => ({ ...change, service: service.id }));
}
