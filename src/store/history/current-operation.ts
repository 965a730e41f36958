/** The newest state of one operation, and the facts that it keeps from earlier states. */
import type { Operation } from '../../model/index.ts';

/** The newest state of one operation. */
export interface CurrentOperation {
  readonly operation: Operation;
  readonly snapshot: string;
  readonly asOf: string;
  readonly source: string;
  readonly removedIn: string | null;
  /** Facts that an earlier source stated and this one cannot state. */
  readonly carried?: Partial<Operation>;
}

/** Keeps the known facts that a poorer source cannot state: a changelog page has no errors or examples. */
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
