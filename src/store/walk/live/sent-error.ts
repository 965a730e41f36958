/** Sends errors between threads: an error that a user can act on stays the same sentence. */
import { SourceError } from '../../../sources/index.ts';
import { StoreError } from '../../database/store-error.ts';
import type { SentError } from './messages.ts';

/** An error as plain data. */
export function packError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined };
  return { name: error.name, message: error.message, stack: error.stack };
}

/** The error that was packed, with its former class. */
export function unpackError({ name, message, stack }: SentError): Error {
  if (name === 'SourceError') return new SourceError(message);
  if (name === 'StoreError') return new StoreError(message);
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return error;
}
