/** The formats that `diff` prints, by name. */

import type { Position, ServiceChanges, Severity } from '../../model/index.ts';
import type { Out } from '../io.ts';
import type { LoadedApi } from '../load-api.ts';
import type { SyntaxOf } from './syntax.ts';

export const diffFormats = ['text', 'json', 'tsv', 'markdown', 'github', 'sarif', 'junit', 'html'] as const;
export const failLevels = ['breaking', 'dangerous', 'any', 'none'] as const;

/** A comparison that was made, ready to be printed. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly services: readonly ServiceChanges[];
  /** Only places of this level or worse are listed one by one; all where it is absent. */
  readonly level?: Severity | undefined;
  /** Changes on the wire that are left out, as readers count them; 0 where it is absent. */
  readonly hidden?: number;
  /** How much text a reader is given at most; all of it where it is absent. */
  readonly limit?: { readonly lines: number; readonly columns: number };
  /** Where an operation stands, or the service for null: of what has no place of its own. */
  readonly locate?: (service: string, operation: string | null) => Position | undefined;
  /** Where the version in use is pinned: the place of every result that has none of its own. */
  readonly pin?: Position;
  /** Null where no syntax is to be shown. */
  readonly syntax: SyntaxOf | null;
  /** What stdout can do, for colours. */
  readonly out: Out;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type Side = Pick<LoadedApi, 'version' | 'date'> & { readonly source: string };

const printers: Readonly<Record<(typeof diffFormats)[number], () => Promise<(comparison: Comparison) => string>>> = {
  text: async () => (await import('./text.ts')).printText,
  json: async () => (await import('./json.ts')).printJson,
  tsv: async () => (await import('./tsv.ts')).printTsv,
  markdown: async () => (await import('./markdown.ts')).printMarkdown,
  github: async () => (await import('./github.ts')).printGithub,
  sarif: async () => (await import('./sarif.ts')).printSarif,
  junit: async () => (await import('./junit.ts')).printJunit,
  html: async () => (await import('./html.ts')).printHtml,
};

/** The text of a comparison in a format. */
export async function printComparison(comparison: Comparison, format: string): Promise<string> {
  // Only the formats of the command line are left.
  const load = printers[format as keyof typeof printers];
  return (await load())(comparison);
}
