/** Reads both states of a service around a release; the last ones stay, because releases of a service are asked for in a row. */
import { Database, loadState, type Release, stateNameAt, stateNameBefore } from '../store/index.ts';
import type { Site } from '../view/site.ts';
import type { SyntaxSides } from '../view/syntax-diff.ts';

type State = SyntaxSides['new'];

/** Opens a store for states. */
export function openStates(file: string): Required<Site>['statesOf'] {
  const database = Database.read(file);
  const known = new Map<string, State>();
  const stateOf = (name: string | undefined): State => {
    if (name === undefined) return null;
    let state = known.get(name);
    if (state === undefined) {
      state = loadState(database, name) ?? null;
      if (known.size >= maxKept) known.delete(known.keys().next().value as string);
      known.set(name, state);
    }
    return state;
  };
  return (service: string, { version }: Release) => {
    if (version === null) return { old: null, new: null };
    return {
      old: stateOf(stateNameBefore(database, service, version)),
      new: stateOf(stateNameAt(database, service, version)),
    };
  };
}

const maxKept = 3;
