/** Finds the version that a changelog page is about: the one whose changes are those that the page states. */
import { compareServices, judgeStated, tsvLines } from '../../diff/index.ts';
import type { Service, ServiceChanges, StatedChange } from '../../model/index.ts';
import { partialFacts } from '../history/known-changes.ts';

/** A version of a service with its whole state. */
export interface VersionState {
  readonly version: string;
  readonly service: Service;
}

/** The kinds of change that a changelog page can show; it says nothing about all others. */
const shownKinds = new Set([
  'operation-added',
  'field-added',
  'required-field-added',
  'enum-added',
  'enum-value-added',
]);

/**
 * The version whose changes, of the kinds that pages show, are those that the page states; undefined if there is none.
 * If a page does not say in which direction a field changed, it states both: then one of them is enough.
 */
export function matchPage(
  page: Service,
  stated: readonly StatedChange[],
  versions: readonly VersionState[],
): string | undefined {
  const judged = new Set(placesOf(judgeStated(page, stated).changes));
  if (judged.size === 0) return undefined;
  for (let at = versions.length - 1; at > 0; at--) {
    const [before, after] = [versions[at - 1] as VersionState, versions[at] as VersionState];
    const changes = compareServices(before.service, after.service);
    if (changes === undefined) continue;
    const seen = placesOf(changes);
    if (
      seen.every((line) => judged.has(line)) &&
      [...judged].every((line) => seen.includes(line) || isOtherSide(line, seen))
    )
      return after.version;
  }
  return undefined;
}

/** Whether an operation from a page is equal to the one of a version: they differ in no fact that both can state. */
export function isStateOf(part: Service, whole: Service): boolean {
  const names = new Set(part.operations.map(({ name }) => name));
  const same = whole.operations.filter(({ name }) => names.has(name));
  if (same.length < names.size) return false;
  const partly = (service: Service, operations: Service['operations']): Service => ({
    ...service,
    operations,
    facts: partialFacts(service),
  });
  const changes = compareServices(partly(whole, same), partly(part, part.operations))?.changes ?? [];
  return changes.length === 0;
}

function placesOf(changes: ServiceChanges): string[] {
  const shown = changes.changes.filter(({ kind }) => shownKinds.has(kind));
  return tsvLines([{ ...changes, changes: shown }]).map((line) => line.split('\t').slice(1, 6).join('\t'));
}

/** Whether a stated place is only the other direction of a place that was found. */
function isOtherSide(line: string, seen: readonly string[]): boolean {
  const [kind, operation, direction, path, value] = line.split('\t');
  const other = direction === 'request' ? 'response' : direction === 'response' ? 'request' : undefined;
  return (
    other !== undefined &&
    seen.includes([kind === 'required-field-added' ? 'field-added' : kind, operation, other, path, value].join('\t'))
  );
}
