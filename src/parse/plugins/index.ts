/** The parsers as plugins of unified, one for each dialect: `unified().use(referenceRst)`. */
import { sourcePlugin } from './source-tree.ts';

export type { DialectId } from '../dialects/index.ts';
export type { ParsedNote, ParseResult } from '../result.ts';
export type { OperationNode, PluginOptions, ServiceNode, SourceTree } from './source-tree.ts';

/** Reads reference RST: a page of an operation, of a service, or an index. */
export const referenceRst = sourcePlugin('reference-rst');

/** Reads reference text of botocore 1.x, many services in one document. */
export const referenceText = sourcePlugin('reference-text');

/** Reads a changelog page as structured text. */
export const changelogText = sourcePlugin('changelog-text');

/** Reads a changelog page as flattened text. */
export const changelogFlat = sourcePlugin('changelog-flat');

/** Reads a changelog page as HTML. */
export const changelogHtml = sourcePlugin('changelog-html');

/** Reads a botocore service model. */
export const serviceModel = sourcePlugin('service-model');

/** Reads release notes: botocore's own, and Markdown changelogs. */
export const releaseNotes = sourcePlugin('release-notes');
