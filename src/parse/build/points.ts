/** Points of offsets: line and column, counted from 1. */
import type { Lines } from '../lines.ts';
import type { Point } from '../messages.ts';

/** The point of an offset in the text of these lines. */
export function linesPoint(lines: Lines, offset: number): Point {
  const line = lines.lineOf(offset);
  return { line: line + 1, column: offset - lines.start(line) + 1 };
}
