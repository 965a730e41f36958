/** Changes as lines, one a place: `service  kind  operation  direction  path  value  severity`, tab-separated and sorted. */
import { type ServiceChanges, visibleCell } from '../model/index.ts';

/** The lines of the changes of many services. Tabs and line ends inside a value become spaces. */
export function tsvLines(services: readonly ServiceChanges[]): readonly string[] {
  const lines = services.flatMap(({ id, changes }) =>
    changes.flatMap((change) =>
      change.places.map((place) =>
        [id, change.kind, place.operation ?? '', place.direction ?? '', place.path, change.value, place.severity]
          .map(visibleCell)
          .join('\t'),
      ),
    ),
  );
  return lines.sort();
}
