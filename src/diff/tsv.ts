/**
 * Changes as sorted lines with tabs, one for each place: service, kind, operation, direction, path, value, severity,
 * audience, group.
 */
import { type ServiceChanges, visibleCell } from '../model/index.ts';
import { cardsOf } from './cards/cards.ts';

/**
 * The lines of the changes of many services. Tabs and line ends inside a value become spaces. `group` is the key of the
 * first change on the same card.
 */
export function tsvLines(services: readonly ServiceChanges[]): readonly string[] {
  const lines = services.flatMap(({ id, changes }) =>
    cardsOf(changes).flatMap((card) =>
      card.changes.flatMap(({ kind, value, audience, places }) =>
        places.map(({ operation, direction, path, severity }) =>
          [id, kind, operation ?? '', direction ?? '', path, value, severity, audience, card.key]
            .map(visibleCell)
            .join('\t'),
        ),
      ),
    ),
  );
  return lines.sort();
}
