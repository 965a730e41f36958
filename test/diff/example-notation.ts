/** Reads the notation that rules write their examples in: one fact a line, into a service. */
import type { Fact, Member, Operation, Paginator, Service, Shape, Waiter } from '../../src/model/index.ts';

const facts: readonly Fact[] = [
  'all-operations', 'auth', 'constraints', 'defaults', 'documentation', 'enums', 'error-shapes', 'errors', 'fields', 'http', 'idempotency', 'key-types',
  'member-deprecation', 'metadata', 'operation-deprecation', 'paginator-details', 'paginators', 'required', 'response-required', 'sensitive', 'shape-names',
  'streaming', 'types', 'unions', 'waiter-details', 'waiters', 'wire-types',
];

const kinds: Readonly<Record<string, string>> = { datetime: 'timestamp', bytes: 'blob', dict: 'structure' };

interface Draft {
  readonly operation: Operation & { request: string | null; response: string | null };
}

/** The service of an example; undefined for an empty text, which is no service at all. */
export function serviceOf(text: string): Service | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  const shapes: Record<string, Shape> = {};
  const operations = new Map<string, Draft['operation']>();
  const errors = new Map<string, string[]>();
  const waiters: Waiter[] = [];
  const paginators: Paginator[] = [];
  for (const line of lines) {
    const [first = '', second, ...rest] = line.split(' ');
    if (first === 'waiter') waiters.push({ name: second ?? '', delay: Number(rest[0]?.replace('delay=', '')) });
    else if (first === 'paginator') paginators.push({ name: second ?? '', resultKey: [rest[0]?.replace('resultKey=', '') ?? ''] });
    else {
      const operation = operations.get(first) ?? { name: first, nameOrigin: 'stated' as const, sdkName: first.toLowerCase(), request: null, response: null, errors: [] };
      operations.set(first, operation);
      if (second === 'error') errors.set(first, [...(errors.get(first) ?? []), rest[0] ?? '']);
      else if (second === 'deprecated') operations.set(first, { ...operation, deprecated: {} });
      else if (second?.startsWith('http=')) operations.set(first, { ...operation, wire: { http: JSON.parse(line.slice(line.indexOf('http=') + 5)) } });
      else if (second?.startsWith('auth=')) operations.set(first, { ...operation, wire: { auth: JSON.parse(second.slice(5)) } });
      else if (second === 'request' || second === 'response') {
        operation[second] ??= `${first}.${second}`;
        addField(shapes, operation[second] as string, rest);
      }
    }
  }
  return {
    kind: 'service',
    id: 'example',
    title: 'Example',
    facts: [...facts].sort(),
    operations: [...operations.values()].map((operation) => ({ ...operation, errors: (errors.get(operation.name) ?? []).sort().map((name) => ({ name })) })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    shapes,
    waiters,
    paginators,
  };
}

/** `Path type required|optional VALUE|VALUE key=value …` below a root. */
function addField(shapes: Record<string, Shape>, root: string, words: readonly string[]): void {
  const [path = '', type = '', ...rest] = words;
  const steps = path.split('.');
  let parent = root;
  for (const step of steps.slice(0, -1)) parent = `${parent}.${step}`;
  const traits = Object.fromEntries(rest.filter((word) => /^\w+=/.test(word)).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1).replace(/^"|"$/g, '')]));
  const sentence = /deprecated="([^"]*)"/.exec(words.join(' '))?.[1];
  const values = rest.find((word) => word.includes('|'))?.split('|');
  const id = `${parent}.${steps.at(-1)}`;
  const { min, max, pattern } = traits;
  const limited = min !== undefined || max !== undefined || pattern !== undefined;
  const kind = kinds[type] ?? type;
  const base = {
    ...(values === undefined ? {} : { enum: values }),
    ...(rest.includes('sensitive') ? { sensitive: true } : {}),
    ...(limited ? { constraints: { ...(min === undefined ? {} : { min: Number(min) }), ...(max === undefined ? {} : { max: Number(max) }), ...(pattern === undefined ? {} : { pattern }) } } : {}),
  };
  shapes[id] = (kind === 'structure' || kind === 'union' ? { kind, members: [], ...base } : { kind, ...base }) as Shape;
  const member: Member = {
    name: steps.at(-1) ?? '',
    target: id,
    ...(rest.includes('required') ? { required: true } : rest.includes('optional') ? { required: false } : {}),
    ...(sentence === undefined ? {} : { deprecated: { message: sentence } }),
    ...(rest.includes('idempotencyToken') ? { idempotencyToken: true } : {}),
    ...(traits.default === undefined ? {} : { default: JSON.parse(traits.default) }),
  };
  const above = shapes[parent];
  const members = above !== undefined && 'members' in above ? above.members : [];
  shapes[parent] = { ...(above ?? { kind: 'structure' }), members: [...members, member] } as Shape;
}
