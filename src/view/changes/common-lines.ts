/** Sentences that hold for many services of a release. A page prints each of them once, with the list of services. */
import type { ServiceRelease } from '../../store/types.ts';
import type { Site } from '../site/site.ts';
import type { Span } from '../site/words.ts';
import { type Headline, headlines, headlineText } from './headline.ts';

/** A sentence that holds for several services. */
export interface CommonLine {
  readonly glyph: Headline['glyph'];
  readonly title: readonly Span[];
  /** Each service with the address of its own card. */
  readonly services: readonly { readonly id: string; readonly title: string; readonly url: string }[];
}

/** With fewer services, each row has the sentence: readers of one service look only at its row. */
const minServices = 20;

/** The sentences that many services of a release share. `said` has their texts, so that the rows leave them out. */
export function commonLines(
  { store, urls }: Site,
  entries: readonly ServiceRelease[],
  min: number = minServices,
): { readonly lines: readonly CommonLine[]; readonly said: ReadonlySet<string> } {
  if (entries.length < min) return { lines: [], said: new Set() };
  const all = entries.flatMap((entry) => {
    const changes = store.changes(entry.service, entry.release.id);
    return [...headlines(changes), ...headlines(changes, 'wire')].map((line) => ({
      ...{ entry, line },
      title: withoutOwnName(line.title, entry.service),
    }));
  });
  const groups = Map.groupBy(all, ({ line, title }) => headlineText({ severity: line.severity, title }));
  const shared = [...groups.values()].filter((group) => new Set(group.map(({ entry }) => entry.service)).size >= min);
  return {
    lines: shared.flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const services = group.map(({ entry, line }) => ({
        id: entry.service,
        title: entry.title,
        url: urls.serviceRelease(entry.release.id, entry.service, line.key),
      }));
      return [{ glyph: first.line.glyph, title: first.title, services }];
    }),
    said: new Set(shared.flatMap((group) => group.map(({ line }) => headlineText(line)))),
  };
}

/** Replaces the service's own name, so that "Endpoints of `sqs` …" is the same sentence for every service. */
function withoutOwnName(title: readonly Span[], service: string): readonly Span[] {
  return title.map((span) => (span.code && span.text === service ? { text: 'these services', code: false } : span));
}
