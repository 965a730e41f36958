/**
 * Finds the positions of a model's operations in its file: JSON is read without positions, so their names are searched
 * in the text.
 */
import type { Position, Service } from '../../model/index.ts';
import { type Positions, positionKey } from '../build/service-builder.ts';
import type { Document } from '../result.ts';

/** Adds the position of the service and of each of its operations. */
export function placeOperations({ name: file, text }: Document, service: Service, positions: Positions): void {
  const starts = lineStarts(text);
  positions.set(positionKey(service.id, '', '', ''), { file, line: 1, column: 1 });
  const block = Math.max(text.indexOf('"operations"'), 0);
  let from = block;
  for (const { name } of service.operations) {
    // The file usually has the operations in this order; if it does not, the search starts again from the beginning.
    const at = keyAt(text, name, from) ?? keyAt(text, name, block);
    if (at === undefined) continue;
    positions.set(positionKey(service.id, name, '', ''), positionAt(file, starts, at));
    from = at;
  }
}

/** The offset of a name that is a key: in quotes, with a colon after it. */
function keyAt(text: string, name: string, from: number): number | undefined {
  const key = JSON.stringify(name);
  for (let at = text.indexOf(key, from); at !== -1; at = text.indexOf(key, at + key.length))
    if (/^\s*:\s*\{/.test(text.slice(at + key.length, at + key.length + longestGap))) return at;
  return undefined;
}

/** The most blanks between a key and its value. */
const longestGap = 100;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(file: string, starts: readonly number[], at: number): Position {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return { file, line: low + 1, column: at - (starts[low] as number) + 1 };
}
