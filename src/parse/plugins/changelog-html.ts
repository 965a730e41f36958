/** A unified plugin that reads a changelog page as HTML. */
import type { Processor } from 'unified';
import { attachDialect, type PluginOptions } from './source-tree.ts';

export default function changelogHtml(this: Processor, options?: PluginOptions): undefined {
  attachDialect(this, 'changelog-html', options);
}
