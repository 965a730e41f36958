/** Applies changes to the facts of the side before them: what comes out must be the facts of the side after. */
import type { Change, Service } from '../../src/model/index.ts';
import { spread, touched } from './oracle/oracle-paths.ts';

/** One fact a key: `Operation  direction  path  what`; the value says how it is. */
type Facts = Map<string, string>;

/** The facts that changes must account for, and that they did not: empty where everything fits. */
export function unexplained(before: Service, after: Service, changes: readonly Change[]): readonly string[] {
  const [old, now] = factsOf(before, after);
  const applied = applyTo(old, now, changes);
  return [...new Set([...applied.keys(), ...now.keys()])]
    .filter((key) => applied.get(key) !== now.get(key))
    .map((key) => `${key.replaceAll('\t', ' ')}: ${applied.get(key)} instead of ${now.get(key)}`);
}

function applyTo(old: Facts, now: Facts, changes: readonly Change[]): Facts {
  // Everything else is told under the new name.
  const names = new Map(
    changes.flatMap(({ kind, value }) => (kind === 'operation-renamed' ? [value.split('>') as [string, string]] : [])),
  );
  const facts = new Map(
    [...old].map(([key, value]) => {
      const [operation = '', ...rest] = key.split('\t');
      return [[names.get(operation) ?? operation, ...rest].join('\t'), value] as const;
    }),
  );
  // What is inside of something new is told by the new thing alone, so it comes from the other side.
  const renew = (prefix: string) => {
    const inside = (key: string) => key.startsWith(prefix) && /^[\t.[{]/.test(key.slice(prefix.length));
    for (const key of [...facts.keys()].filter(inside)) facts.delete(key);
    for (const [key, value] of now) if (inside(key)) facts.set(key, value);
  };
  for (const change of changes) {
    for (const { operation, direction, path } of change.places) {
      const at = [operation, direction ?? '', path].join('\t');
      const [from, to] = change.value
        .split(/ (.*)>/s)
        .slice(0, 1)
        .concat(change.value.slice(change.value.lastIndexOf('>') + 1));
      if (change.kind.startsWith('operation-') && /added|removed/.test(change.kind)) renew(`${operation}`);
      else if (change.kind.startsWith('error-') && /^error-(?:added|removed)$/.test(change.kind)) {
        const key = `${operation}\t\t\terror ${change.value}`;
        if (change.kind === 'error-added') facts.set(key, 'there');
        else facts.delete(key);
      } else if (
        /^(?:field-added|required-field-added|field-removed|type-changed|streaming-changed|union-changed)$/.test(
          change.kind,
        )
      ) {
        if (change.kind === 'streaming-changed' || change.kind === 'union-changed')
          facts.set(
            `${at}\ttype`,
            change.kind === 'union-changed' ? (to as string) : to === 'stream' ? 'stream' : 'blob',
          );
        else renew(at);
      } else if (change.kind === 'required-added') facts.set(`${at}\trequired`, 'true');
      else if (change.kind === 'required-removed') facts.set(`${at}\trequired`, 'false');
      else if (change.kind === 'enum-value-added') facts.set(`${at}\tvalue ${change.value}`, 'there');
      else if (change.kind === 'enum-value-removed') facts.delete(`${at}\tvalue ${change.value}`);
      else if (change.kind === 'enum-added')
        for (const value of change.after as string[]) facts.set(`${at}\tvalue ${value}`, 'there');
      else if (change.kind === 'enum-removed')
        for (const value of change.before as string[]) facts.delete(`${at}\tvalue ${value}`);
      else if (change.kind.startsWith('constraint-')) {
        if (change.after === null) facts.delete(`${at}\t${from}`);
        else facts.set(`${at}\t${from}`, String(change.after));
      }
    }
  }
  return facts;
}

/** The facts of both sides, of what is touched only, down to where a path ends on one of them. */
function factsOf(before: Service, after: Service): readonly [Facts, Facts] {
  const changed = touched(before, after);
  const ended = new Set<string>();
  const read = (service: Service, other: Service): Facts => {
    const facts: Facts = new Map();
    for (const operation of service.operations) {
      const twin = other.operations.find(({ name }) => name === operation.name);
      facts.set(`${operation.name}\t\t\toperation`, 'there');
      for (const { name } of operation.errors ?? []) facts.set(`${operation.name}\t\t\terror ${name}`, 'there');
      for (const direction of ['request', 'response'] as const) {
        const root = operation[direction] ?? '';
        if (twin !== undefined && (twin[direction] ?? '') === root && !changed.has(root)) continue;
        for (const [path, { member, shape, ends }] of spread(service, root)) {
          const at = [operation.name, direction, path].join('\t');
          if (ends) ended.add(at);
          // Having no fields, and having no structure of fields, is the same.
          if (path === '') continue;
          facts.set(`${at}\ttype`, shape.kind);
          if (member?.required !== undefined) facts.set(`${at}\trequired`, String(member.required));
          for (const value of 'enum' in shape ? (shape.enum ?? []) : []) facts.set(`${at}\tvalue ${value}`, 'there');
          for (const [limit, value] of Object.entries(ends ? {} : (shape.constraints ?? {})))
            facts.set(`${at}\t${limit}`, String(value));
        }
      }
    }
    return facts;
  };
  const sides = [read(before, after), read(after, before)] as const;
  for (const facts of sides) {
    for (const key of facts.keys()) {
      const [operation, direction, path = ''] = key.split('\t');
      for (const { index } of path.matchAll(/[.[{]/g)) {
        if (index > 0 && ended.has([operation, direction, path.slice(0, index)].join('\t'))) facts.delete(key);
      }
      // Where a path ends the shape has been told further up: its limits, and whether it is a union.
      if (!ended.has([operation, direction, path].join('\t'))) continue;
      if (/\t(?:min|max|pattern)$/.test(key)) facts.delete(key);
      if (facts.get(key) === 'union') facts.set(key, 'structure');
    }
  }
  return sides;
}
