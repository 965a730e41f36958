/**
 * Errors as one sentence for people. An error that is not the user's mistake keeps its stack, so that it can be
 * reported.
 */
import { visibleText } from '../model/visible-text.ts';
import { SourceError } from '../sources/types.ts';
import { StoreError } from '../store/find.ts';
import { UsageError } from './io.ts';
import { systemErrorOf } from './system-error.ts';

/** The sentence for an error. */
export function explain(error: unknown): string {
  if (error instanceof SourceError || error instanceof StoreError || error instanceof UsageError)
    return sentence(visibleText(error.message));
  if (!(error instanceof Error)) return String(error);
  const known = systemErrorOf(error);
  if (known !== undefined) {
    const what = known.path === undefined ? 'A file' : `\`${visibleText(known.path)}\``;
    return `${what} cannot be used: ${known.reason}.`;
  }
  return `apidelta failed, and should not have: ${error.stack ?? error.message}`;
}

/** Adds a full stop, so that the text is a sentence. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
