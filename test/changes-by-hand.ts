/** Changes for tests, with as little said of each as the test is about. */
import type { Change, Place } from '../src/model/index.ts';

/** A place in a request, or what the test says of it. */
export function placeOf(operation: string | null, path: string, more: Partial<Place> = {}): Place {
  return { operation, direction: operation === null ? null : 'request', path, severity: 'safe', ...more };
}

/** A change of one place, or what the test says of it. */
export function changeOf(kind: string, value: string, more: Partial<Change> = {}): Change {
  return {
    ...{ service: 'elbv2', kind, value, severity: 'safe', audience: 'sdk', key: `${kind} ${value}` },
    places: [placeOf('CreateListener', 'Protocol')],
    ...more,
  };
}
