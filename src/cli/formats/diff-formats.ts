/** The formats that `diff` prints, by name. */

import type { Position, ServiceChanges, Severity } from '../../model/index.ts';
import type { Out } from '../io.ts';
import type { LoadedApi } from '../load-api.ts';
import type { SyntaxOf } from './syntax.ts';

export const diffFormats = ['text', 'json', 'tsv', 'markdown', 'github', 'sarif', 'junit', 'html'] as const;
export const failLevels = ['breaking', 'dangerous', 'any', 'none'] as const;

/** A finished comparison, ready to be printed. */
export interface Comparison {
  readonly old: Side;
  readonly new: Side;
  readonly services: readonly ServiceChanges[];
  /** Only places of this severity or worse are listed; all if it is absent. */
  readonly level?: Severity | undefined;
  /** The number of hidden changes on the wire, as readers count them; 0 if it is absent. */
  readonly hidden?: number;
  /** The greatest amount of text for a reader; no limit if it is absent. */
  readonly limit?: { readonly lines: number; readonly columns: number };
  /** The position of an operation, or (null) of the service: for things without a position of their own. */
  readonly locate?: (service: string, operation: string | null) => Position | undefined;
  /** The position where the version in use is pinned: for every result without a position of its own. */
  readonly pin?: Position;
  /** Null if no syntax is shown. */
  readonly syntax: SyntaxOf | null;
  /** The abilities of stdout, for colours. */
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
  // Only the command line's formats are left.
  const load = printers[format as keyof typeof printers];
  return (await load())(comparison);
}
