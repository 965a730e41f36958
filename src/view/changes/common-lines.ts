/** What a release did to many services alike, said once: the same sentence, with all of them. */
import type { ServiceRelease } from '../../store/types.ts';
import type { Site } from '../site/site.ts';
import { type Headline, headlines, headlineText } from './headline.ts';

/** A sentence that holds for several services. */
export interface CommonLine {
  readonly severity: Headline['severity'];
  readonly title: Headline['title'];
  /** Each with the address of its own card. */
  readonly services: readonly { readonly title: string; readonly url: string }[];
}

/** Fewer services each say it for themselves. */
const leastServices = 3;

/** The sentences that at least three services of a release share, and what they say, so that nobody says it again. */
export function commonLines(
  { store, urls }: Site,
  entries: readonly ServiceRelease[],
): { readonly lines: readonly CommonLine[]; readonly said: ReadonlySet<string> } {
  const all = entries.flatMap((entry) =>
    headlines(store.changes(entry.service, entry.release.id)).map((line) => ({ entry, line })),
  );
  const shared = [...Map.groupBy(all, ({ line }) => headlineText(line))].filter(
    ([, group]) => new Set(group.map(({ entry }) => entry.service)).size >= leastServices,
  );
  return {
    lines: shared.flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const { severity, title } = first.line;
      const services = group.map(({ entry, line }) => ({
        title: entry.title,
        url: urls.serviceRelease(entry.release.id, entry.service, line.key),
      }));
      return [{ severity, title, services }];
    }),
    said: new Set(shared.map(([text]) => text)),
  };
}
