/** Prints what `parse` read: as canonical JSON, as one line a field, or as the changes that a page states. */
import { judgeStated, tsvLines } from '../../diff/index.ts';
import { canonicalJson, maxFields, pathLines } from '../../model/index.ts';
import { UsageError } from '../io.ts';
import type { LoadedApi } from '../load-api.ts';

/** The text of a format, piece by piece. `say` gets a sentence about everything that is left out. */
export function* printParsed(loaded: LoadedApi, format: string, say: (sentence: string) => void): Generator<string> {
  if (format === 'paths') {
    for (const service of loaded.api.services) {
      const onCut = (operation: string, direction: string) =>
        say(
          `${service.id} ${operation}: the first ${maxFields} fields of the ${direction} are listed, and there are more.`,
        );
      for (const line of pathLines(service, onCut)) yield `${line}\n`;
    }
  } else if (format === 'changes') {
    if (loaded.changes.length === 0)
      throw new UsageError(
        'This source states no changes: only a changelog page does. Use `diff` to compare two sources.',
      );
    const judged = loaded.changes.flatMap(({ service: id, changes }) => {
      const service = loaded.api.services.find((one) => one.id === id);
      return service === undefined ? [] : [judgeStated(service, changes).changes];
    });
    for (const line of tsvLines(judged)) yield `${line}\n`;
  } else yield `${canonicalJson({ ...loaded.api, version: loaded.version, date: loaded.date, notes: loaded.notes })}\n`;
}
