/** Applies a configuration to changes: sets other severities, and removes accepted changes. */
import { type Change, type Place, qualifiedName, type ServiceChanges, worse } from '../../model/index.ts';
import { orderOfVersions } from '../../model/versions.ts';
import type { Config, Ignore } from './config-schema.ts';

export interface Applied {
  readonly services: readonly ServiceChanges[];
  /** Sentences about ignores: how many changes each removed, which matched nothing, and which have expired. */
  readonly remarks: readonly string[];
}

/** The changes as this project sees them. `version` is the version of the new side, if it is known. */
export function applyConfig(
  services: readonly ServiceChanges[],
  config: Config | undefined,
  version: string | null,
): Applied {
  if (config === undefined) return { services, remarks: [] };
  const { ignore = [], severity = {} } = config;
  const open = ignore.filter((one) => !hasRunOut(one, version));
  const kept = new Map<Ignore, number>(open.map((one) => [one, 0]));
  const judged = services.flatMap((service) => {
    const changes = service.changes.flatMap((change) => {
      const places = change.places.filter((place) => {
        const by = open.filter((one) => accepts(one, change, place));
        for (const one of by) kept.set(one, (kept.get(one) ?? 0) + 1);
        return by.length === 0;
      });
      return places.length === 0 ? [] : [judge({ ...change, places }, severity)];
    });
    return changes.length === 0 ? [] : [{ ...service, changes }];
  });
  return {
    services: judged,
    remarks: [
      ...open.map((one) => {
        const count = kept.get(one) ?? 0;
        return count === 0
          ? `The ignore of ${ignoreWords(one)} matches nothing: it can be deleted.`
          : `Ignored: ${ignoreWords(one)} at ${count} ${count === 1 ? 'place' : 'places'}, because: ${one.reason}`;
      }),
      ...ignore
        .filter((one) => hasRunOut(one, version))
        .map((one) => `The ignore of ${ignoreWords(one)} ended with ${one.until}.`),
    ],
  };
}

function judge(change: Change, own: Config['severity'] & object): Change {
  const severity = own[change.kind];
  if (severity === undefined)
    return { ...change, severity: change.places.map((place) => place.severity).reduce(worse) };
  return { ...change, severity, places: change.places.map((place) => ({ ...place, severity })) };
}

function hasRunOut({ until }: Ignore, version: string | null): boolean {
  return until !== undefined && version !== null && orderOfVersions(version, until) >= 0;
}

function accepts({ rule, path }: Ignore, change: Change, place: Place): boolean {
  if (rule !== change.kind) return false;
  if (path === undefined) return true;
  const name = qualifiedName(change.service, place.operation, place.direction, place.path);
  return matches(path, name) || (change.value !== '' && matches(path, `${name}.${change.value}`));
}

/** Whether a name matches a pattern, in which `*` stands for any text. */
function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  const last = rest.pop() as string;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1 || found + part.length > name.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

function ignoreWords({ rule, path }: Ignore): string {
  return path === undefined ? rule : `${rule} at ${path}`;
}
