/** A unified plugin that reads a changelog page as flattened text. */
import type { Processor } from 'unified';
import { attachDialect, type PluginOptions } from './source-tree.ts';

export default function changelogFlat(this: Processor, options?: PluginOptions): undefined {
  attachDialect(this, 'changelog-flat', options);
}
