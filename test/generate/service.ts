/** A random service: every kind of shape, recursion, streams, operations without input or output, names of odd forms. */
import type { Member, Operation, Prose, Service, Shape, ShapeId } from '../../src/model/index.ts';
import { sdkNameOf } from '../../src/model/index.ts';
import type { Random } from './random.ts';

const verbs = ['Create', 'Delete', 'Describe', 'Update', 'List', 'Start'];
const nouns = ['Widget', 'Gadget', 'Basket', 'Ladder', 'Window', 'Garden'];
const words = [
  'Name',
  'Size',
  'Color',
  'Mode',
  'Filter',
  'Token',
  'Limit',
  'Owner',
  'Tags',
  'Status',
  'Kind',
  'Region',
];
/** Names that have broken parsers; not for parameters, which are names of Python. */
const oddNames = [
  '$schema',
  '3dModel',
  '__proto__',
  'constructor',
  'toString',
  'x-amz-meta',
  'type',
  'param',
  'dict',
  'None',
];
const oddParameters = ['_private', 'constructor', 'x-amz-id', '__proto__', 'type', 'rtype', 'A1'];
const values = [
  'ACTIVE',
  'active',
  'a-b',
  'a.b',
  '1.0',
  'string ',
  'True',
  'x:y',
  '*',
  'it’s',
  'aws:kms',
  'a b',
  'TLS_1-2',
];
const scalars = ['string', 'integer', 'long', 'float', 'double', 'boolean', 'timestamp', 'blob', 'document'] as const;

/** The most different texts that a description may hold in any layout. */
const sentences = [
  'The thing that is asked for.',
  'Say [REQUIRED] here and nothing happens.',
  'A string or a list of integer values (dict) in words.',
  'Set it to ``CODE_VALUE`` or leave it out.',
  'Not a heading: Request Syntax follows elsewhere.',
  'One of the values, see `the guide <https://example.com/guide?a=b>`__ for more.',
  'Use *care* and **strength**.',
  'It ends with a colon:',
];

export interface ServiceOptions {
  /** Prose holds markup of RST; else plain words. */
  readonly markup: boolean;
}

/** Makes a service with a handful of operations. */
export function randomService(random: Random, options: ServiceOptions): Service {
  const maker = new ServiceMaker(random, options);
  const names = new Set(Array.from({ length: random.whole(1, 5) }, () => random.pick(verbs) + random.pick(nouns)));
  const operations = [...names].sort().map((name) => maker.operation(name));
  return {
    kind: 'service',
    id: 'sample-widgets',
    title: 'Sample Widgets',
    uid: 'samplewidgets-2020-01-01',
    apiVersion: '2020-01-01',
    facts: ['all-operations', 'documentation', 'enums', 'fields', 'required', 'types'],
    operations,
    shapes: Object.fromEntries([...maker.shapes].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Makes shapes, and the members that lead to them. */
export class ServiceMaker {
  readonly shapes = new Map<ShapeId, Shape>();
  readonly #random: Random;
  readonly #options: ServiceOptions;
  #count = 0;

  constructor(random: Random, options: ServiceOptions, shapes: Readonly<Record<ShapeId, Shape>> = {}) {
    this.#random = random;
    this.#options = options;
    for (const [id, shape] of Object.entries(shapes)) this.shapes.set(id, shape);
    this.#count = this.shapes.size;
  }

  operation(name: string): Operation {
    const random = this.#random;
    return {
      name,
      nameOrigin: 'stated',
      sdkName: sdkNameOf(name),
      documentation: this.prose(),
      request: random.chance(0.15) ? null : this.root('request'),
      response: random.chance(0.15) ? null : this.root('response'),
      errors: random.chance(0.5) ? [{ name: 'BrokenException' }, { name: 'MissingException' }] : [],
      ...(random.chance(0.1) ? { deprecated: {} } : {}),
      seeAlso: `https://docs.aws.amazon.com/goto/WebAPI/samplewidgets-2020-01-01/${name}`,
    };
  }

  /** A request or a response; a request has parameters, or it would be none. */
  root(direction: 'request' | 'response'): ShapeId {
    const random = this.#random;
    const names = random.some([...words, ...oddParameters], random.whole(direction === 'request' ? 1 : 0, 5));
    const members = names.map((name) => this.member(name, 0, []));
    const [first] = members;
    if (first !== undefined && random.chance(0.15)) members[0] = { ...first, target: this.add({ kind: 'stream' }) };
    else if (first !== undefined && direction === 'response' && random.chance(0.1))
      members[0] = { ...first, target: this.add({ kind: 'eventstream', members: [this.member('Event', 1, [])] }) };
    return this.add({ kind: 'structure', members });
  }

  member(name: string, depth: number, around: readonly ShapeId[]): Member {
    return {
      name,
      target: this.shape(depth, around),
      required: this.#random.chance(0.3),
      documentation: this.prose(),
    };
  }

  prose(): Prose {
    const random = this.#random;
    const blocks: Prose[number][] = [];
    for (let count = random.whole(0, 2); count > 0; count--) {
      const sentence = random.pick(sentences);
      const value = this.#options.markup
        ? sentence
        : sentence.replace(/`([^<`]*?)\s*<[^>]*>`__/g, '$1').replace(/[`*]/g, '');
      blocks.push({ type: 'paragraph', children: [{ type: 'text', value }] });
      if (random.chance(0.15))
        blocks.push({
          type: 'list',
          ordered: false,
          children: ['first thing', 'string', 'Name (in words) and more'].map((text) => ({
            type: 'listItem',
            children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
          })),
        });
    }
    return blocks;
  }

  shape(depth: number, around: readonly ShapeId[]): ShapeId {
    const random = this.#random;
    const kind = random.next();
    if (depth > 3 || kind < 0.5) return this.#scalar();
    const repeated = around.length > 0 && random.chance(0.15) ? random.pick(around) : undefined;
    if (repeated !== undefined) return repeated;
    const id = `Shape${this.#count++}`;
    if (kind < 0.62) return this.#keep(id, { kind: 'list', member: this.#part(depth, [...around, id]) });
    if (kind < 0.72)
      return this.#keep(id, {
        kind: 'map',
        key: { name: '', target: this.add({ kind: 'string' }), documentation: [] },
        value: this.#part(depth, [...around, id]),
      });
    const names = random.some([...words, ...oddNames], random.whole(kind > 0.97 ? 0 : 1, 4));
    const members = names.map((name) => this.member(name, depth + 1, [...around, id]));
    return this.#keep(id, { kind: 'structure', members });
  }

  add(shape: Shape): ShapeId {
    return this.#keep(`Shape${this.#count++}`, shape);
  }

  #part(depth: number, around: readonly ShapeId[]): Member {
    return { name: '', target: this.shape(depth + 1, around), documentation: this.prose() };
  }

  #scalar(): ShapeId {
    const random = this.#random;
    if (random.chance(0.3)) return this.add({ kind: 'string', enum: random.some(values, random.whole(1, 4)) });
    return this.add({ kind: random.pick(scalars) });
  }

  #keep(id: ShapeId, shape: Shape): ShapeId {
    this.shapes.set(id, shape);
    return id;
  }
}
