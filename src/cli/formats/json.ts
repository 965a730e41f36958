/** Changes as JSON; its schema is public, and has a version. */
import { cardsOf } from '../../diff/index.ts';
import { reaches } from '../config/filter-changes.ts';
import type { Comparison, Side } from './diff-formats.ts';

export const schemaVersion = 1;

/** One document. */
export function printJson({ old, new: now, services, syntax, level }: Comparison): string {
  const shown = services.map((service) => {
    const groups = new Map(cardsOf(service.changes).flatMap((card) => card.changes.map(({ key }) => [key, card.key])));
    return {
      ...service,
      changes: service.changes
        .map((change) => ({ ...change, places: change.places.filter(({ severity }) => reaches(severity, level)) }))
        .map((change) => ({ ...change, group: groups.get(change.key), syntax: syntax?.(change) ?? undefined })),
    };
  });
  return `${JSON.stringify({ schemaVersion, old: sideOf(old), new: sideOf(now), services: shown }, null, 2)}\n`;
}

function sideOf({ source, version, date }: Side): object {
  return { source, version, date };
}
