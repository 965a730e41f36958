/** What a row of the table of customizations is: one fact in which the SDK, or its documentation, shows something else than the model. */
import type { Direction } from '../../model/index.ts';

/** How something is shown. */
export type Shown =
  /** Not at all: nobody is to send it. */
  | { readonly as: 'hidden' }
  /** As something that the model does not have. */
  | { readonly as: 'added' }
  /** By another name; the model's works too. */
  | { readonly as: 'name'; readonly name: string }
  /** As something that may be left out, although the model requires it. */
  | { readonly as: 'optional' }
  /** As another type, by the documentation's name. */
  | { readonly as: 'type'; readonly type: string }
  /** An operation: as no method at all. */
  | { readonly as: 'no method' };

export interface Customization {
  readonly services: readonly string[];
  /** The API's names of the operations; absent for all. */
  readonly operations?: readonly string[];
  /** Null for an operation as a whole. */
  readonly direction: Direction | null;
  /** The model's name of a member at the top of the request or response; empty for an operation as a whole. */
  readonly member: string;
  /** The member may stand anywhere below the top too. */
  readonly anywhere?: true;
  /** The botocore version that it came with. */
  readonly since: string;
  readonly shown: Shown;
  /** The reason, as a clause. */
  readonly why: string;
  /** Who is right for a caller: `sdk`, the row; `docs-only`, the model, and the row only stops a false difference. */
  readonly side: 'sdk' | 'docs-only';
}
