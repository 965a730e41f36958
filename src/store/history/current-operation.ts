/** The newest state of one operation, and what it keeps of the ones before. */
import type { Operation } from '../../model/index.ts';

/** The newest state of one operation. */
export interface CurrentOperation {
  readonly operation: Operation;
  readonly snapshot: string;
  readonly asOf: string;
  readonly source: string;
  readonly removedIn: string | null;
  /** What this source cannot tell and an earlier one did. */
  readonly carried?: Partial<Operation>;
}

/** What a poorer source cannot tell stays as it was known: errors and examples are on no changelog page. */
export function carriedOver(before: CurrentOperation | undefined, now: Operation): Partial<Operation> | undefined {
  if (before === undefined || before.removedIn !== null) return undefined;
  const { errors, examples, seeAlso } = { ...before.operation, ...before.carried };
  const carried: Partial<Operation> = {
    ...(now.errors === undefined && errors !== undefined ? { errors } : {}),
    ...(now.examples === undefined && examples !== undefined ? { examples } : {}),
    ...(now.seeAlso === undefined && seeAlso !== undefined ? { seeAlso } : {}),
  };
  return Object.keys(carried).length === 0 ? undefined : carried;
}
