/** Changelog pages of any layout: services as they were after the changes, the changes, and the team's notes. */
import type { Service, StatedChanges } from '../../model/index.ts';
import type { Positions } from '../build/service-builder.ts';
import type { Reading } from '../dialects/reading.ts';
import { apiNameOf } from '../known/services.ts';
import type { Messages } from '../messages.ts';
import type { Document, ParsedNote, ParseResult } from '../result.ts';
import type { ChangelogResult } from './text-page.ts';

/** Parses pages, each by the parser of its layout. */
export function parsePages(
  documents: readonly Document[],
  reading: Reading,
  parse: (text: string, messages: Messages, positions?: Positions) => ChangelogResult,
): ParseResult {
  const services: Service[] = [];
  const changes: StatedChanges[] = [];
  const notes: ParsedNote[] = [];
  let date: string | null = null;
  for (const { text, messages } of reading.opened(documents)) {
    const page = parse(text, messages, reading.positions);
    reading.count(page.boilerplate);
    date ??= page.date;
    const { builder } = page;
    if (builder === undefined) continue;
    if (builder.operations.size === 0)
      messages.add('no-operation', 'changelog page without operations', { line: 1, column: 1 });
    services.push(builder.finish((sdkName) => apiNameOf(builder.id, sdkName).name));
    if (page.changes !== undefined) changes.push(page.changes);
    for (const note of page.notes)
      notes.push({ version: null, date: page.date, category: 'api-change', service: builder.id, text: note });
  }
  services.sort((a, b) => (a.id < b.id ? -1 : 1));
  return reading.result({ api: { kind: 'api', services, complete: false }, changes, notes, date });
}
