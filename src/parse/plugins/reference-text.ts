/** A unified plugin that reads reference text of botocore 1.x, many services in one document. */
import type { Processor } from 'unified';
import { attachDialect, type PluginOptions } from './source-tree.ts';

export default function referenceText(this: Processor, options?: PluginOptions): undefined {
  attachDialect(this, 'reference-text', options);
}
