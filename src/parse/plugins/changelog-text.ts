/** A unified plugin that reads a changelog page as structured text. */
import type { Processor } from 'unified';
import { attachDialect, type PluginOptions } from './source-tree.ts';

export default function changelogText(this: Processor, options?: PluginOptions): undefined {
  attachDialect(this, 'changelog-text', options);
}
