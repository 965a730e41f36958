/** Words for the facts that a source could not tell. */
import type { Fact } from '../../model/index.ts';

/** Sentences for the missing facts, the most important one first. */
export function unknownFacts(facts: readonly Fact[]): readonly string[] {
  const known = new Set(facts);
  return order.filter((fact) => !known.has(fact) && words[fact] !== undefined).map((fact) => words[fact] ?? fact);
}

/** One fact in words. */
export function factWords(fact: Fact): string {
  return words[fact] ?? fact.replaceAll('-', ' ');
}

const words: Readonly<Partial<Record<Fact, string>>> = {
  'all-operations': 'whether there are operations that are not shown here',
  fields: 'all of the fields',
  types: 'the types of fields',
  'wire-types': 'exact number types (long, double)',
  'key-types': 'the types of map keys',
  enums: 'the values of enums',
  required: 'which fields a request must carry',
  'response-required': 'which fields a response always carries',
  errors: 'the errors of operations',
  'error-shapes': 'the fields of errors',
  'shape-names': 'the names of shared structures',
  constraints: 'limits on lengths, ranges and patterns',
  defaults: 'default values',
  'operation-deprecation': 'which operations are deprecated',
  'member-deprecation': 'which fields are deprecated',
  idempotency: 'idempotency tokens',
  streaming: 'which bodies are streams',
  sensitive: 'which fields are sensitive',
  unions: 'which structures are unions',
  http: 'HTTP methods and paths',
  auth: 'authentication',
  documentation: 'descriptions',
  waiters: 'waiters',
  paginators: 'paginators',
  'client-context': 'settings of the client',
  'endpoint-rules': 'how endpoints are chosen',
  examples: 'examples',
};

const order = Object.keys(words) as Fact[];
