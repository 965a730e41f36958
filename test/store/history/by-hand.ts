/** Independent readings of a history: a model as git has it, since when paths exist, and which release removed them. */
import { execFileSync } from 'node:child_process';
import { documentedType, fieldsOf, type Service } from '../../../src/model/index.ts';
import { parseDocuments } from '../../../src/parse/index.ts';

/** An independent reading: the model as git has it at a tag, or at the newest one before it that has the service. */
export function modelAt(repository: string, service: string, version: string): Service | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', ['--git-dir', repository, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });
  const files = git(
    'ls-tree',
    '-r',
    '--name-only',
    version,
    `botocore/data/${service}/`,
    `botocore/data/aws/${service}/`,
  ).split('\n');
  const newest = [...new Set(files.flatMap((file) => /\/(\d{4}-\d{2}-\d{2})\/service-2\.json$/.exec(file)?.[1] ?? []))]
    .sort()
    .at(-1);
  if (newest === undefined) return undefined;
  const documents = files
    .filter(
      (file) =>
        file.includes(`/${newest}/`) &&
        /(?:service-2|paginators-1|waiters-2|endpoint-rule-set-1|examples-1|[\w-]+\.sdk-extras)\.json$/.test(file),
    )
    .sort();
  return parseDocuments(
    'service-model',
    documents.map((name) => ({ name, text: git('show', `${version}:${name}`) })),
    { service },
  ).api.services[0];
}

/** Goes back from the newest state and drops a path where it is missing: what was left last is its first release. */
export function sinceByHand(states: readonly (readonly [string, Service])[]): ReadonlyMap<string, string> {
  const since = new Map<string, string>();
  let alive: Set<string> | undefined;
  for (const [version, service] of states) {
    const here = new Set<string>();
    for (const operation of service.operations) {
      for (const direction of ['request', 'response'] as const) {
        const root = operation[direction];
        if (root === undefined || root === null) continue;
        for (const { path } of fieldsOf(service.shapes, root)) here.add(`${operation.name}\t${direction}\t${path}`);
      }
    }
    alive = alive === undefined ? here : new Set([...alive].filter((key) => here.has(key)));
    for (const key of alive) since.set(key, version);
  }
  return since;
}

/** Paths that are gone although what they were in is still there, of the same type since then: with the release that removed them. */
export function removedByHand(states: readonly (readonly [string, Service])[]): ReadonlyMap<string, string> {
  const removed = new Map<string, string>();
  let before: ReadonlyMap<string, string> = new Map();
  for (const [version, service] of states) {
    const here = typesByPath(service);
    for (const key of removed.keys()) if (here.has(key) || here.get(parentOf(key)) === undefined) removed.delete(key);
    for (const key of before.keys())
      if (!here.has(key) && here.get(parentOf(key)) === before.get(parentOf(key))) removed.set(key, version);
    // What is inside something that became another type is not the same any more.
    for (const key of removed.keys())
      if (before.has(parentOf(key)) && before.get(parentOf(key)) !== here.get(parentOf(key))) removed.delete(key);
    before = here;
  }
  return removed;
}

/** The type of every field, and of every request and response, by operation, direction and path. */
function typesByPath(service: Service): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const operation of service.operations) {
    for (const direction of ['request', 'response'] as const) {
      const root = operation[direction];
      if (root === undefined || root === null) continue;
      types.set(`${operation.name}\t${direction}\t`, 'dict');
      for (const { path, shape } of fieldsOf(service.shapes, root))
        types.set(`${operation.name}\t${direction}\t${path}`, documentedType(shape));
    }
  }
  return types;
}

function parentOf(key: string): string {
  return key.replace(/(?:\.?[^.[\]{}\t]+|\[\]|\{\}|\{key\})$/, '');
}
