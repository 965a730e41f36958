/**
 * A row of the table of customizations: one fact that the SDK, or its documentation, shows differently than the model.
 */
import type { Direction } from '../../model/index.ts';

/** How the SDK shows something. */
export type Shown =
  /** Not at all: callers should not send it. */
  | { readonly as: 'hidden' }
  /** As something that the model does not have. */
  | { readonly as: 'added' }
  /** Under another name; the model's name works too. */
  | { readonly as: 'name'; readonly name: string }
  /** As optional, although the model requires it. */
  | { readonly as: 'optional' }
  /** As another type, by the documentation's name. */
  | { readonly as: 'type'; readonly type: string }
  /** For an operation: without a method. */
  | { readonly as: 'no method' };

export interface Customization {
  readonly services: readonly string[];
  /** The API's names of the operations; absent for all. */
  readonly operations?: readonly string[];
  /** Null for an operation as a whole. */
  readonly direction: Direction | null;
  /** The model's name of a member at the top of the request or response; empty for an operation as a whole. */
  readonly member: string;
  /** The member may also be anywhere below the top. */
  readonly anywhere?: true;
  /** The first botocore version with it. */
  readonly since: string;
  readonly shown: Shown;
  /** The reason, as a clause. */
  readonly why: string;
  /** Which side a caller sees: `sdk`, the row's; `docs-only`, the model's: the row only prevents a false difference. */
  readonly side: 'sdk' | 'docs-only';
}
