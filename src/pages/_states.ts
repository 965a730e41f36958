/** Reads both states of a service around a release; the last ones stay, because releases of a service are asked for in a row. */
import { Database, type Release, stateAt } from '../store/index.ts';
import type { Site } from '../view/site.ts';
import type { SyntaxSides } from '../view/syntax-diff.ts';

type State = SyntaxSides['new'];

/** Opens a store for states. */
export function openStates(file: string): Required<Site>['statesOf'] {
  const database = Database.read(file);
  const known = new Map<string, State>();
  const stateOf = (service: string, release: Release | undefined): State => {
    const version = release?.version ?? null;
    if (version === null) return null;
    const key = `${service}\n${version}`;
    let state = known.get(key);
    if (state === undefined) {
      state = stateAt(database, service, version) ?? null;
      if (known.size >= mostKept) known.delete(known.keys().next().value as string);
      known.set(key, state);
    }
    return state;
  };
  return (service, older, release) => ({ old: stateOf(service, older), new: stateOf(service, release) });
}

const mostKept = 3;
