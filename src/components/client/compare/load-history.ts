/** Loads the history of a service, once. */
import type { HistoryJson } from '../../../view/api/history-json.ts';

const known = new Map<string, Promise<HistoryJson>>();

/** The history of a service, by the pattern of addresses that the page has. What failed is asked for again. */
export function loadHistory(pattern: string, service: string): Promise<HistoryJson> {
  const url = pattern.replace('*', encodeURIComponent(service));
  let history = known.get(url);
  if (history === undefined) {
    history = load(url);
    known.set(url, history);
    history.catch(() => known.delete(url));
  }
  return history;
}

/** There is no such file: nobody has a service of that name. */
export class NoSuchHistory extends Error {}

async function load(url: string): Promise<HistoryJson> {
  const response = await fetch(url);
  if (response.status === 404) throw new NoSuchHistory(url);
  if (!response.ok) throw new Error(String(response.status));
  // The site wrote it, of the same version as this script.
  return (await response.json()) as HistoryJson;
}
