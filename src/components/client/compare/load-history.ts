/** Loads the history of each service only once. */
import type { HistoryJson } from '../../../view/api/history-json.ts';

const known = new Map<string, Promise<HistoryJson>>();

/** The history at an address. A failed request is tried again at the next call. */
export function loadHistory(url: string): Promise<HistoryJson> {
  let history = known.get(url);
  if (history === undefined) {
    history = load(url);
    known.set(url, history);
    history.catch(() => known.delete(url));
  }
  return history;
}

/** The file does not exist, because no service has this name. */
export class NoSuchHistory extends Error {}

async function load(url: string): Promise<HistoryJson> {
  const response = await fetch(url);
  if (response.status === 404) throw new NoSuchHistory(url);
  if (!response.ok) throw new Error(String(response.status));
  // The site wrote the file with the same version as this script.
  return (await response.json()) as HistoryJson;
}
