/** A unified plugin that reads reference RST: a page of an operation, of a service, or an index. */
import type { Processor } from 'unified';
import { attachDialect, type PluginOptions } from './source-tree.ts';

export default function referenceRst(this: Processor, options?: PluginOptions): undefined {
  attachDialect(this, 'reference-rst', options);
}
