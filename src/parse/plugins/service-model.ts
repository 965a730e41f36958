/** A unified plugin that reads a botocore service model. */
import type { Processor } from 'unified';
import { attachDialect, type PluginOptions } from './source-tree.ts';

export default function serviceModel(this: Processor, options?: PluginOptions): undefined {
  attachDialect(this, 'service-model', options);
}
