/** How the history of a service ends: the service was removed, or continues under another name. */
import { compareServices } from '../../diff/index.ts';
import type { Change, Service } from '../../model/index.ts';
import type { ReleaseStep } from './source-snapshots.ts';

/** The new name of a service at a step, if the step only renames it. */
export function renamedTo({ presence }: ReleaseStep): string | undefined {
  return presence.kind === 'renamed-to' ? presence.service : undefined;
}

/** The last changes of a service: it was removed, or continues under another name. */
export function lastChanges(service: Service, renamed: string | undefined): readonly Change[] {
  const after = renamed === undefined ? undefined : { ...service, id: renamed };
  return (compareServices(service, after)?.changes ?? []).map((change) => ({ ...change, service: service.id }));
}
