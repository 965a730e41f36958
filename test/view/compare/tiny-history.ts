/** The history of a small service, from its states in the notation of the rules' examples: `1.0.0`, `1.0.1` and so on. */
import { factHistoryOf } from '../../../src/store/facts/fact-history.ts';
import type { HistoryJson } from '../../../src/view/api/history-json.ts';
import { serviceOf } from '../../diff/rules/example-notation.ts';

type Release = HistoryJson['releases'][number];

/** An empty text is a state without the service. `more`: what else is known of each release. */
export function historyOf(
  states: readonly string[],
  more: readonly Partial<Release>[] = [],
  since: HistoryJson['since'] = null,
): HistoryJson {
  const facts = factHistoryOf(states.map((text) => serviceOf(text) ?? null));
  const releases = states.map((_, at) => ({ id: `1.0.${at}`, date: null, url: `/releases/1.0.${at}/`, ...more[at] }));
  const frame = {
    schemaVersion: 1 as const,
    id: 'tea',
    title: 'Tea',
    url: '/services/tea/',
    slugs: {},
    since,
    releases,
  };
  // As a page gets it.
  return JSON.parse(JSON.stringify({ ...frame, ...facts })) as HistoryJson;
}
