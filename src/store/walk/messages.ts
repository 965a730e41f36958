/** What the main thread and the workers of a walk say to each other. */
import type { Packed } from '../blobs.ts';
import type { Chain } from './chains.ts';
import type { LifeBefore, LivedChain } from './live-chain.ts';

/** To a worker when it starts. */
export interface WorkerStart {
  readonly repository: string;
  readonly spec: string;
}

/** To a worker: one chain to live through. */
export interface WorkerTask {
  readonly chain: Chain;
  readonly before: LifeBefore | undefined;
}

/** From a worker. */
export type WorkerReport =
  | { readonly type: 'snapshots'; readonly packed: readonly Packed[] }
  | { readonly type: 'revisions'; readonly count: number }
  | { readonly type: 'lived'; readonly service: string; readonly packed: Packed }
  | { readonly type: 'failed'; readonly message: string };

export type { LivedChain };
