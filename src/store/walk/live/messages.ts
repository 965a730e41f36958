/** The messages between the main thread and the workers of a walk. */
import type { DialectId } from '../../../parse/index.ts';
import type { Packed } from '../../packing/blobs.ts';
import type { Chain } from '../plan/chains.ts';
import type { HistoryBefore, LivedChain } from './live-chain.ts';

/** To a worker when it starts. */
export interface WorkerStart {
  /** The folder of the clone, as the user names it. */
  readonly folder: string;
  readonly spec: string;
  /** The number of the repository in the store. */
  readonly repository: number;
  /** The dialect of the models. */
  readonly dialect: DialectId;
}

/** To a worker: one chain to follow. */
export interface WorkerTask {
  readonly chain: Chain;
  readonly before: HistoryBefore | undefined;
  /** Models that the store keeps of releases that the repository lacks. */
  readonly stored: readonly Packed[];
}

/** An error on its way between threads, which do not keep classes. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** From a worker. */
export type WorkerReport =
  | { readonly type: 'snapshots'; readonly packed: readonly Packed[] }
  | { readonly type: 'revisions'; readonly count: number }
  | { readonly type: 'lived'; readonly service: string; readonly packed: Packed }
  | { readonly type: 'failed'; readonly error: SentError };

export type { LivedChain };
