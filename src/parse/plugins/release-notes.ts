/** A unified plugin that reads release notes: botocore's own, and Markdown changelogs. */
import type { Processor } from 'unified';
import { attachDialect, type PluginOptions } from './source-tree.ts';

export default function releaseNotes(this: Processor, options?: PluginOptions): undefined {
  attachDialect(this, 'release-notes', options);
}
