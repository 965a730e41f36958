/**
 * Turns service models of botocore before 0.64 (2012 to 2014), which define every shape at its place of use, into
 * today's form.
 */
import { limitOf } from '../../model/index.ts';
import type { Messages } from '../messages.ts';
import { isRecord, nowhere, type RawMember, type RawModel, type RawOperation, type RawShape } from './botocore.ts';
import { optional } from './client-parts.ts';

type RawRecord = Readonly<Record<string, unknown>>;

/** A model of that form. */
type InlineModel = RawRecord & { readonly api_version: string; readonly operations: object };

/** Real models nest about fifteen levels. */
const deepest = 400;

/** The content of such a file, in the form of today's files. */
export interface InlineParts {
  readonly model: RawModel;
  readonly pagination: Readonly<Record<string, RawRecord>> | undefined;
}

/** Whether a value read from JSON is a model of that form. */
export function isInlineModel(value: unknown): value is InlineModel {
  if (!isRecord(value) || value.shapes !== undefined || typeof value.api_version !== 'string') return false;
  return Array.isArray(value.operations) || isRecord(value.operations);
}

/**
 * Turns a model of that form into today's form. Its statements about HTTP have another form today, and are left out.
 */
export function readInlineModel(raw: InlineModel, messages: Messages): InlineParts {
  sayUnknown('model', raw, 'the model', messages);
  const shapes = new ShapeCollector(messages);
  const operations: Record<string, RawOperation> = Object.create(null);
  for (const [ownName, operation] of namedOperations(raw.operations)) {
    if (!isRecord(operation) || typeof ownName !== 'string' || ownName === '') {
      messages.add('unexpected-text', 'an operation without a name', nowhere, 'an object with `name`');
      continue;
    }
    const name = plainName(ownName, raw.api_version);
    sayUnknown('operation', operation, name, messages);
    operations[name] = {
      name,
      ...describe(operation),
      ...(isRecord(operation.input) ? { input: shapes.reference(operation.input, `${name}Input`) } : {}),
      ...(isRecord(operation.output) ? { output: shapes.reference(operation.output, `${name}Output`) } : {}),
      errors: (Array.isArray(operation.errors) ? operation.errors : [])
        .filter(isRecord)
        .map((error) => shapes.reference(error, `${name}Error`, { exception: true })),
    };
  }
  const model: RawModel = {
    metadata: {
      apiVersion: raw.api_version,
      ...textAs('serviceFullName', raw.service_full_name),
      ...textAs('serviceAbbreviation', raw.service_abbreviation),
      ...textAs('endpointPrefix', raw.endpoint_prefix),
    },
    operations,
    shapes: shapes.all(),
    ...describe(raw),
  };
  const pagination = isRecord(raw.pagination) ? paginationOf(raw.pagination, raw.api_version) : undefined;
  return { model, pagination };
}

/**
 * Operations with their names: in a list, and usually in an object too, an operation states its name; in 0.6.0 only its
 * key does.
 */
function namedOperations(written: object): readonly (readonly [name: unknown, operation: unknown])[] {
  const nameOf = (operation: unknown) => (isRecord(operation) ? operation.name : undefined);
  if (Array.isArray(written)) return written.map((operation: unknown) => [nameOf(operation), operation]);
  return Object.entries(written).map(([key, operation]) => [nameOf(operation) ?? key, operation]);
}

/** Collects shapes by name; if two different shapes share a name, the second one gets a number. */
class ShapeCollector {
  readonly #messages: Messages;
  readonly #shapes = new Map<string, { readonly key: string; readonly shape: RawShape }>();

  constructor(messages: Messages) {
    this.#messages = messages;
  }

  all(): Readonly<Record<string, RawShape>> {
    const found: Record<string, RawShape> = Object.create(null);
    for (const [name, { shape }] of this.#shapes) found[name] = shape;
    return found;
  }

  /** A reference to a shape that is defined inline. `place` is its name if it has none of its own. */
  reference(raw: RawRecord, place: string, traits: RawShape = {}, depth = 0): RawMember {
    const name = typeof raw.shape_name === 'string' && raw.shape_name !== '' ? raw.shape_name : `~${place}`;
    sayUnknown('shape', raw, name, this.#messages);
    const shape = { ...this.#shape(raw, name, depth), ...traits };
    const isRoot = depth === 0;
    const reference = { shape: this.#keep(name, isRoot ? { ...shape, ...describe(raw) } : shape) };
    return isRoot
      ? reference
      : { ...reference, ...describe(raw), ...(raw.streaming === true ? { streaming: true } : {}) };
  }

  #shape(raw: RawRecord, name: string, depth: number): RawShape {
    if (depth > deepest) {
      this.#messages.add('nesting-too-deep', `\`${name}\``, nowhere, `at most ${deepest} levels`);
      return { type: 'structure', members: {} };
    }
    const inside = (value: unknown, place: string) =>
      this.reference(isRecord(value) ? value : {}, place, {}, depth + 1);
    switch (raw.type) {
      case 'structure': {
        const members: Record<string, RawMember> = Object.create(null);
        const required: string[] = [];
        for (const [member, value] of Object.entries(isRecord(raw.members) ? raw.members : {})) {
          members[member] = inside(value, `${name}.${member}`);
          if (isRecord(value) && value.required === true) required.push(member);
        }
        return { type: 'structure', members, ...(required.length === 0 ? {} : { required }) };
      }
      case 'list':
        return { type: 'list', member: inside(raw.members, `${name}[]`), ...limitsOf(raw) };
      case 'map':
        return {
          type: 'map',
          key: inside(raw.keys, `${name}{key}`),
          value: inside(raw.members, `${name}{}`),
          ...limitsOf(raw),
        };
      default:
        return {
          ...(typeof raw.type === 'string' ? { type: scalars[raw.type] ?? raw.type } : {}),
          ...(Array.isArray(raw.enum) ? { enum: raw.enum } : {}),
          ...(raw.sensitive === true ? { sensitive: true } : {}),
          ...limitsOf(raw),
        };
    }
  }

  /** The name under which a shape is kept. Descriptions do not count: they belong to the place of use. */
  #keep(name: string, shape: RawShape): string {
    const key = structureKey(shape);
    for (let number = 1; ; number++) {
      const id = number === 1 ? name : `${name}~${number}`;
      const known = this.#shapes.get(id);
      if (known === undefined) this.#shapes.set(id, { key, shape });
      if (known === undefined || known.key === key) return id;
    }
  }
}

/**
 * Every key of models of that form, by place. Keys about HTTP, settings and the command line are known but not used.
 */
const keys = {
  model: new Set(
    'api_version assembly checksum_format documentation endpoint_prefix global_endpoint json_version jsonVersion membered_lists metadata operations pagination result_wrapped retry service_abbreviation service_full_name service_name short_name signature_version signing_name target_prefix timestamp_format type waiters xmlnamespace'.split(
      ' ',
    ),
  ),
  operation: new Set(
    'alias documentation documentation_url errors filters http input name output pagination signature_version'.split(
      ' ',
    ),
  ),
  shape: new Set(
    'box cli_name documentation encoding enum flattened keys location location_name max_length member_order members min_length no_paramfile pattern payload py_name required sensitive shape_name streaming timestamp_format type wrapper xmlattribute xmlname xmlnamespace'.split(
      ' ',
    ),
  ),
} as const;

function sayUnknown(place: keyof typeof keys, raw: RawRecord, name: string, messages: Messages): void {
  for (const key of Object.keys(raw))
    if (!keys[place].has(key)) messages.add('unknown-trait', `\`${key}\` of \`${name}\``, nowhere);
}

/** Types that have another name today. */
const scalars: Readonly<Record<string, string>> = { jsondoc: 'string', file: 'blob' };

/** The structure of a shape, without descriptions. */
function structureKey(shape: RawShape): string {
  return JSON.stringify(shape, (key, value: unknown) =>
    key === 'documentation' && typeof value === 'string' ? undefined : value,
  );
}

function limitsOf(raw: RawRecord): RawShape {
  return {
    ...optional('min', limitOf(raw.min_length)),
    ...optional('max', limitOf(raw.max_length)),
    ...(typeof raw.pattern === 'string' ? { pattern: raw.pattern } : {}),
  };
}

function describe(raw: RawRecord): { readonly documentation?: string } {
  return typeof raw.documentation === 'string' ? { documentation: raw.documentation } : {};
}

function textAs<K extends string>(key: K, value: unknown): Partial<Record<K, string>> {
  // TypeScript gives every computed name the type `string`.
  return typeof value === 'string' ? ({ [key]: value } as Record<K, string>) : {};
}

/** The names of CloudFront's operations and paginators contained the API version: `CreateDistribution2014_05_31`. */
function plainName(name: string, apiVersion: string): string {
  const ending = apiVersion.replaceAll('-', '_');
  return ending !== '' && name.endsWith(ending) && name.length > ending.length ? name.slice(0, -ending.length) : name;
}

/**
 * Paginators have the names of their operations. One of their keys had another name, and another one repeats a token in
 * Python's spelling.
 */
function paginationOf(raw: RawRecord, apiVersion: string): Readonly<Record<string, RawRecord>> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      if (!isRecord(value)) return [];
      const { more_key: more, py_input_token: _, ...rest } = value;
      return [[plainName(name, apiVersion), more === undefined ? rest : { more_results: more, ...rest }]];
    }),
  );
}
