/** A service and its operations, with the facts that its source can state. */
import type { Prose } from './prose.ts';
import type { Deprecation, Json, Shape, ShapeId, Wire } from './shape.ts';

export type Direction = 'request' | 'response';

/**
 * Something a source is able to state. The differ compares only what both sides can state: a fact that is missing
 * here is unknown, never absent.
 *
 * `all-operations`: the list of operations is whole, so one that is missing does not exist.
 * `required`: of request members. `response-required`: of response members too.
 * `wire-types`: the model's own types (long, double), not the documentation's.
 * `key-types`: the types and values of map keys.
 * `client-context`: the parameters of a client; `client-context-all`: those too that documentation leaves out.
 */
export type Fact =
  | 'all-operations'
  | 'fields'
  | 'types'
  | 'wire-types'
  | 'key-types'
  | 'enums'
  | 'required'
  | 'response-required'
  | 'errors'
  | 'error-shapes'
  | 'shape-names'
  | 'constraints'
  | 'defaults'
  | 'operation-deprecation'
  | 'member-deprecation'
  | 'idempotency'
  | 'streaming'
  | 'sensitive'
  | 'unions'
  | 'http'
  | 'auth'
  | 'metadata'
  | 'documentation'
  | 'waiters'
  | 'waiter-details'
  | 'paginators'
  | 'paginator-details'
  | 'client-context'
  | 'client-context-all'
  | 'endpoint-rules'
  | 'examples';

/**
 * The origin of an operation's API name: stated by the source, found in a known model, or inferred from the SDK's name.
 */
export type NameOrigin = 'stated' | 'known' | 'inferred';

export interface ErrorReference {
  readonly name: string;
  readonly target?: ShapeId;
}

export interface Example {
  readonly title?: string;
  readonly description?: Prose;
  /** The call as Python source. */
  readonly request?: string;
  /** The answer as a Python literal. */
  readonly response?: string;
}

export interface Operation {
  /** The API's own name: `CreateListener`. */
  readonly name: string;
  readonly nameOrigin: NameOrigin;
  /** The SDK's name: `create_listener`. */
  readonly sdkName: string;
  readonly documentation?: Prose;
  /** The shape of the request; null if there is none, absent if the source cannot state it. */
  readonly request?: ShapeId | null;
  /** The shape of the response; null if there is none, absent if the source cannot state it. */
  readonly response?: ShapeId | null;
  /** Sorted by name; absent if the source cannot state them. */
  readonly errors?: readonly ErrorReference[];
  /** Directions that the source broke off in: the fields it has exist, and others are unknown. */
  readonly partial?: readonly Direction[];
  readonly deprecated?: Deprecation;
  readonly examples?: readonly Example[];
  readonly seeAlso?: string;
  readonly wire?: Wire;
  /** Traits that no reader knows, unchanged from the model; those of a part of it are under `part.trait`. */
  readonly unknownTraits?: Wire;
}

export interface Waiter {
  readonly name: string;
  readonly operation?: string;
  readonly delay?: number;
  readonly maxAttempts?: number;
  readonly acceptors?: readonly Json[];
}

/** A paginator; its name is the name of the operation. */
export interface Paginator {
  readonly name: string;
  readonly inputToken?: readonly string[];
  readonly outputToken?: readonly string[];
  readonly limitKey?: string;
  readonly resultKey?: readonly string[];
  readonly moreResults?: string;
  /** Fields with the same value on every page, which are returned once. */
  readonly nonAggregateKeys?: readonly string[];
}

/** A setting of a client that only one service has: the choice of endpoints depends on it. */
export interface ClientContextParam {
  /** The SDK's name, as a caller writes it: `use_arn_region`. */
  readonly name: string;
  readonly type?: string;
  readonly documentation?: Prose;
}

/** The rules by which an SDK chooses a service's endpoint. They are compared as a whole and never shown. */
export interface EndpointRules {
  /** A hash of rules and parameters; white space and the order of keys have no effect. */
  readonly hash: string;
  /** How many results the rules have: endpoints and errors. */
  readonly ends: number;
  /** Sorted by name. */
  readonly parameters: readonly EndpointParameter[];
}

export interface EndpointParameter {
  readonly name: string;
  readonly type?: string;
  readonly required: boolean;
}

export interface Service {
  readonly kind: 'service';
  /** botocore's id: `elbv2`. */
  readonly id: string;
  readonly title: string;
  /** `elasticloadbalancingv2-2015-12-01`. */
  readonly uid?: string;
  readonly apiVersion?: string;
  readonly documentation?: Prose;
  readonly deprecated?: Deprecation;
  /** Sorted. */
  readonly facts: readonly Fact[];
  /** Sorted by name. */
  readonly operations: readonly Operation[];
  /** Sorted by id. */
  readonly shapes: Readonly<Record<ShapeId, Shape>>;
  /** Sorted by name; absent if the source cannot state them. */
  readonly waiters?: readonly Waiter[];
  /** Sorted by name; absent if the source cannot state them. */
  readonly paginators?: readonly Paginator[];
  /** Sorted by name; absent if there are none, or the source cannot state them. */
  readonly clientContextParams?: readonly ClientContextParam[];
  readonly endpointRules?: EndpointRules;
  readonly metadata?: Wire;
  /** Traits that no reader knows, unchanged from the model; those of a part of it are under `part.trait`. */
  readonly unknownTraits?: Wire;
}

/** The content of one source: some services, and whether these are all services. */
export interface Api {
  readonly kind: 'api';
  /** Sorted by id. */
  readonly services: readonly Service[];
  readonly complete: boolean;
}

export const emptyApi: Api = { kind: 'api', services: [], complete: false };
