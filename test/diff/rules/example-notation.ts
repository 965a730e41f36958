/** Reads the notation that rules write their examples in: one fact a line, into a service. */
import type {
  Deprecation,
  Fact,
  Json,
  Member,
  Operation,
  Paginator,
  Prose,
  Service,
  Shape,
  Waiter,
  Wire,
} from '../../../src/model/index.ts';

const facts =
  `all-operations auth client-context client-context-all constraints defaults documentation endpoint-rules enums error-shapes errors examples fields http
  idempotency key-types member-deprecation metadata operation-deprecation paginator-details paginators required
  response-required sensitive shape-names streaming types unions waiter-details waiters wire-types`.split(
    /\s+/,
  ) as readonly Fact[];

const kinds: Readonly<Record<string, string>> = { datetime: 'timestamp', bytes: 'blob', dict: 'structure' };

/** What a service is made of while its lines are read. */
interface Builder {
  readonly shapes: Record<string, Shape>;
  readonly operations: Map<string, Operation & { request: string | null; response: string | null }>;
  readonly errors: Map<string, Set<string>>;
  readonly waiters: Waiter[];
  readonly paginators: Paginator[];
  service: Partial<Service>;
}

/** The service of an example; undefined for an empty text, which is no service at all. */
export function serviceOf(text: string): Service | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  const builder: Builder = {
    shapes: {},
    operations: new Map(),
    errors: new Map(),
    waiters: [],
    paginators: [],
    service: {},
  };
  for (const line of lines) readLine(builder, wordsOf(line));
  return {
    kind: 'service',
    id: 'example',
    title: 'Example',
    facts: [...facts].sort(),
    operations: [...builder.operations.values()]
      .map((operation) => ({
        ...operation,
        errors: [...(builder.errors.get(operation.name) ?? [])].sort().map((name) => ({ name, target: name })),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    shapes: builder.shapes,
    waiters: builder.waiters,
    paginators: builder.paginators,
    ...builder.service,
  };
}

/** Words between blanks; blanks inside quotes, brackets and braces do not count. */
function wordsOf(line: string): readonly string[] {
  const words = [''];
  let depth = 0;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '{' || char === '[')) depth++;
    else if (!quoted && (char === '}' || char === ']')) depth--;
    if (char === ' ' && depth === 0 && !quoted) words.push('');
    else words[words.length - 1] += char;
  }
  return words;
}

function readLine(builder: Builder, [first = '', second = '', ...rest]: readonly string[]): void {
  if (first === 'waiter')
    builder.waiters.push({
      name: second,
      ...(Object.fromEntries(
        traitsOf(rest).map(([key, value]) => [key, key === 'delay' ? Number(value) : value]),
      ) as object),
    });
  else if (first === 'paginator')
    builder.paginators.push({ name: second, ...(Object.fromEntries(traitsOf(rest)) as object) });
  else if (first === 'clientContext')
    builder.service = {
      ...builder.service,
      clientContextParams: [
        ...(builder.service.clientContextParams ?? []),
        { name: second, ...(Object.fromEntries(traitsOf(rest)) as object) },
      ],
    };
  else if (first === 'service') readService(builder, [second, ...rest]);
  else readOperation(builder, first, second, rest);
}

function readService(builder: Builder, words: readonly string[]): void {
  for (const [key, value] of traitsOf(words)) {
    if (key === 'doc') builder.service = { ...builder.service, documentation: proseOf(value) };
    else if (key === 'deprecated') builder.service = { ...builder.service, deprecated: { message: String(value) } };
    else if (key === 'endpointRules') builder.service = { ...builder.service, endpointRules: value as never };
    else if (key === 'id') builder.service = { ...builder.service, id: String(value) };
    else if (key.startsWith(unknown)) builder.service = { ...builder.service, ...unknownOf(key, value) };
    else if (key === 'apiVersion') builder.service = { ...builder.service, apiVersion: String(value) };
    else builder.service = { ...builder.service, metadata: { ...builder.service.metadata, [key]: value } };
  }
}

function readOperation(builder: Builder, name: string, second: string, rest: readonly string[]): void {
  const operation = builder.operations.get(name) ?? {
    name,
    nameOrigin: 'stated' as const,
    sdkName: name.toLowerCase(),
    request: null,
    response: null,
  };
  builder.operations.set(name, operation);
  if (second === 'error') {
    const [error = '', ...inside] = rest;
    builder.errors.set(name, new Set([...(builder.errors.get(name) ?? []), error]));
    readError(builder, error, inside);
  } else if (second === 'request' || second === 'response') {
    operation[second] ??= `${name}.${second}`;
    addField(builder.shapes, operation[second], rest);
  } else if (second === 'deprecated') builder.operations.set(name, { ...operation, deprecated: {} });
  else {
    let changed = operation;
    for (const [key, value] of traitsOf([second, ...rest])) {
      if (key === 'doc') changed = { ...changed, documentation: proseOf(value) };
      else if (key === 'deprecated') changed = { ...changed, deprecated: { message: String(value) } };
      else if (key.startsWith(unknown)) changed = { ...changed, ...unknownOf(key, value) };
      else if (key === 'example') changed = { ...changed, examples: [{ request: String(value) }] };
      else changed = { ...changed, wire: { ...changed.wire, [key]: value } };
    }
    builder.operations.set(name, changed);
  }
}

function readError(builder: Builder, name: string, words: readonly string[]): void {
  builder.shapes[name] ??= { kind: 'structure', members: [] };
  if (words.length === 0) return;
  if (!words[0]?.includes('=')) {
    addField(builder.shapes, name, words);
    return;
  }
  const shape = builder.shapes[name] as Extract<Shape, { readonly kind: 'structure' | 'union' | 'eventstream' }>;
  builder.shapes[name] = { ...shape, error: Object.fromEntries(traitsOf(words)) };
}

/** `Path type required|optional VALUE|VALUE key=value …` below a root; `of=` marks a trait of the field, not its shape. */
function addField(shapes: Record<string, Shape>, root: string, words: readonly string[]): void {
  const [path = '', type = '', ...rest] = words;
  const steps = path.split('.');
  const name = steps.at(-1) ?? '';
  const parent = [root, ...steps.slice(0, -1)].join('.');
  const traits = Object.fromEntries(traitsOf(rest));
  const values = rest.find((word) => /^[^="]*\|/.test(word))?.split('|');
  const id = `${parent}.${name}`;
  const kind = kinds[type] ?? type;
  shapes[id] = {
    kind,
    ...(kind === 'structure' || kind === 'union' ? { members: [] } : {}),
    ...(values === undefined ? {} : { enum: values }),
    ...(rest.includes('sensitive') ? { sensitive: true } : {}),
    ...shapeTraitsOf(traits),
  } as Shape;
  const above = shapes[parent];
  const members = above !== undefined && 'members' in above ? above.members : [];
  const member: Member = {
    name,
    target: id,
    ...(rest.includes('required') ? { required: true } : rest.includes('optional') ? { required: false } : {}),
    ...(rest.includes('idempotencyToken') ? { idempotencyToken: true } : {}),
    ...memberTraitsOf(traits),
  };
  shapes[parent] = { ...(above ?? { kind: 'structure' }), members: [...members, member] } as Shape;
}

function shapeTraitsOf(traits: Readonly<Record<string, Json>>): Partial<Shape> {
  const {
    min,
    max,
    pattern,
    shapeDoc,
    shapeDeprecated,
    of: _of,
    doc: _doc,
    deprecated: _old,
    default: _default,
    ...wire
  } = traits;
  const constraints = Object.fromEntries(
    Object.entries({ min, max, pattern }).filter(([, value]) => value !== undefined),
  );
  return {
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(shapeDoc === undefined ? {} : { documentation: proseOf(shapeDoc) }),
    ...(shapeDeprecated === undefined ? {} : { deprecated: { message: String(shapeDeprecated) } }),
    ...wireOrUnknown(wire),
  };
}

function memberTraitsOf({ of, doc, deprecated, default: value }: Readonly<Record<string, Json>>): Partial<Member> {
  const own = of === undefined ? undefined : Object.fromEntries(traitsOf([String(of)]));
  const said: Deprecation | undefined = deprecated === undefined ? undefined : { message: String(deprecated) };
  return {
    ...(own === undefined ? {} : own.sensitive === true ? { sensitive: true } : wireOrUnknown(own)),
    ...(doc === undefined ? {} : { documentation: proseOf(doc) }),
    ...(said === undefined ? {} : { deprecated: said }),
    ...(value === undefined ? {} : { default: value }),
  };
}

const unknown = 'unknown:';

function unknownOf(key: string, value: Json): { readonly unknownTraits: Wire } {
  return { unknownTraits: { [key.slice(unknown.length)]: value } };
}

/** `unknown:trait=value` is a trait that no reader knows. */
function wireOrUnknown(traits: Readonly<Record<string, Json>>): {
  readonly wire?: Wire;
  readonly unknownTraits?: Wire;
} {
  const [first] = Object.entries(traits);
  if (first === undefined) return {};
  return first[0].startsWith(unknown) ? unknownOf(...first) : { wire: traits };
}

/** `key=value` words; a value is JSON where it can be read as such, else text. Days are text. */
function traitsOf(words: readonly string[]): [string, Json][] {
  return words.flatMap((word): [string, Json][] => {
    const [, key = '', value = ''] = /^([\w:]+)=(.*)$/s.exec(word) ?? [];
    if (key === '') return [];
    try {
      return [[key, JSON.parse(value) as Json]];
    } catch {
      return [[key, value]];
    }
  });
}

/** HTML, as models carry it. */
function proseOf(text: Json): Prose {
  return [{ type: 'html', value: String(text) }];
}
