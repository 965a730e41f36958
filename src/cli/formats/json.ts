/** Changes as JSON; the shape is part of the contract and has a version. */
import type { Comparison, Side } from './diff-formats.ts';

export const schemaVersion = 1;

/** One document. */
export function printJson({ old, new: now, services }: Comparison): string {
  return `${JSON.stringify({ schemaVersion, old: sideOf(old), new: sideOf(now), services }, null, 2)}\n`;
}

function sideOf({ source, version, date }: Side): object {
  return { source, version, date };
}
