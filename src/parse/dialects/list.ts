/** Every dialect, one line each. If two recognise a document, the first one is used. */
import { changelogFlat } from './changelog-flat/dialect.ts';
import { changelogHtml } from './changelog-html/dialect.ts';
import { changelogText } from './changelog-text/dialect.ts';
import type { Dialect } from './dialect.ts';
import { referenceRst } from './reference-rst/dialect.ts';
import { referenceText } from './reference-text/dialect.ts';
import { releaseNotes } from './release-notes/dialect.ts';
import { serviceModel } from './service-model/dialect.ts';

export const dialects = [
  referenceRst,
  referenceText,
  changelogText,
  changelogFlat,
  changelogHtml,
  serviceModel,
  releaseNotes,
] as const satisfies readonly Dialect[];

/** The name of a dialect. */
export type DialectId = (typeof dialects)[number]['id'];
