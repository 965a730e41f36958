/** The common parts of the three layouts of a changelog page: current operations, and deltas that become changes. */

import {
  append,
  type Direction,
  type Operation,
  type Prose,
  type ShapeId,
  type StatedChange,
  type StatedChanges,
  sdkNameOf,
} from '../../model/index.ts';
import type { DocumentedField } from '../build/documented-field.ts';
import { type MergeContext, mergeRequest, mergeResponse } from '../build/merge-shape.ts';
import { type Positions, positionKey, ServiceBuilder } from '../build/service-builder.ts';
import { apiNameOf, identify } from '../known/services.ts';
import { type Messages, type Point, quote } from '../messages.ts';
import type { SyntaxNode } from '../python/syntax-tree.ts';
import { type Addition, placeDelta } from './delta.ts';
import { changelogFacts } from './facts.ts';

/** A delta and its direction; `null` if the page does not state it. */
export interface PageDelta {
  readonly direction: Direction | 'both' | null;
  readonly node: SyntaxNode;
}

/** One operation of a page. */
export interface PageOperation {
  /** The API's name, if the page states it. */
  readonly name: string | undefined;
  readonly sdkName: string;
  readonly added: boolean;
  readonly deltas: readonly PageDelta[];
  readonly documentation: Prose;
  readonly deprecated?: boolean;
  /** Undefined: the page does not state it. */
  readonly request: SyntaxNode | null | undefined;
  readonly parameters: readonly DocumentedField[];
  /** Null: it returns nothing. Undefined: the page does not state it. */
  readonly response: SyntaxNode | null | undefined;
  readonly responseRoot: DocumentedField | undefined;
  /** The directions whose syntax breaks off. */
  readonly partial: readonly Direction[];
  readonly at: Point;
}

/** The syntax of a request or response; `cut` if it breaks off. */
export interface ReadSyntax {
  readonly node: SyntaxNode | null;
  readonly cut: boolean;
}

/** The syntax of a request or response; undefined if it breaks off before anything is certain. */
export function shownOf({ node, cut }: ReadSyntax): SyntaxNode | null | undefined {
  return node === null && cut ? undefined : node;
}

/** The directions that break off. What is unknown as a whole is not one of them. */
export function brokenOff(request: ReadSyntax, response?: ReadSyntax): readonly Direction[] {
  const partial: Direction[] = [];
  if (request.cut && request.node !== null) partial.push('request');
  if (response?.cut === true && response.node !== null) partial.push('response');
  return partial;
}

/** All content that a layout reads from a page. */
export interface ChangelogPage {
  readonly title: string | undefined;
  readonly uid: string | undefined;
  readonly date: string | null;
  readonly notes: readonly Prose[];
  readonly serviceAdded: boolean;
  readonly operations: readonly PageOperation[];
  pointOf(offset: number): Point;
}

/** A page as a partial model of one service, and the changes that it states. */
export interface ReadPage {
  readonly builder: ServiceBuilder | undefined;
  readonly changes: StatedChanges | undefined;
}

const directions = ['request', 'response'] as const;

/** Makes the model and the changes of a page. */
export function readPage(page: ChangelogPage, messages: Messages, positions: Positions | undefined): ReadPage {
  const service = identify({
    uid: page.uid,
    title: page.title,
    operations: page.operations.map(({ sdkName }) => sdkName),
  });
  if (service === undefined) {
    messages.add('unknown-service', 'page without a title', { line: 1, column: 1 });
    return { builder: undefined, changes: undefined };
  }
  if (!service.known) messages.add('unknown-service', quote(page.title ?? service.id), { line: 1, column: 1 });
  const builder = new ServiceBuilder(service.id);
  builder.title = service.title;
  builder.uid = page.uid;
  for (const fact of changelogFacts.always) builder.facts.add(fact);
  const changes: StatedChange[] = [];
  for (const read of page.operations) {
    const operation = operationOf({ page, builder, messages }, read, positions);
    if (builder.operations.has(operation.name))
      messages.add('unexpected-text', quote(operation.name), read.at, 'each operation once');
    builder.operations.set(operation.name, operation);
    const at = { file: messages.file, ...read.at };
    if (read.added)
      changes.push({ kind: 'operation-added', operation: operation.name, direction: null, path: '', value: '', at });
    else append(changes, changesOf({ page, builder, messages }, read, operation));
  }
  if (page.serviceAdded) {
    const at = { file: messages.file, line: 1, column: 1 };
    return {
      builder,
      changes: {
        service: service.id,
        changes: [{ kind: 'service-added', operation: null, direction: null, path: '', value: '', at }],
      },
    };
  }
  return { builder, changes: { service: service.id, changes } };
}

/** The results of a page while it is read. */
interface Reading {
  readonly page: ChangelogPage;
  readonly builder: ServiceBuilder;
  readonly messages: Messages;
}

function operationOf(
  { page, builder, messages }: Reading,
  read: PageOperation,
  positions: Positions | undefined,
): Operation {
  const known = apiNameOf(builder.id, read.sdkName);
  const name = read.name ?? known.name;
  positions?.set(positionKey(builder.id, name, '', ''), { file: messages.file, ...read.at });
  const context = (direction: Direction): MergeContext => ({
    table: builder.table,
    messages,
    direction,
    knowsRequired: true,
    describesAll: false,
    onField:
      positions &&
      ((path, at) => positions.set(positionKey(builder.id, name, direction, path), { file: messages.file, ...at })),
    pointOf: (offset) => page.pointOf(offset),
  });
  const request =
    read.request === undefined ? undefined : mergeRequest(context('request'), read.request, read.parameters);
  const response =
    read.response === undefined || read.response === null
      ? read.response
      : mergeResponse(context('response'), read.response, read.responseRoot);
  return {
    name,
    nameOrigin: read.name === undefined ? known.origin : 'stated',
    sdkName: sdkNameOf(read.name ?? read.sdkName),
    ...(read.documentation.length > 0 ? { documentation: read.documentation } : {}),
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    ...(read.partial.length > 0 ? { partial: read.partial } : {}),
    ...(read.deprecated === true ? { deprecated: {} } : {}),
  };
}

function changesOf({ page, builder, messages }: Reading, read: PageOperation, operation: Operation): StatedChange[] {
  const shapes = (id: ShapeId) => builder.table.get(id);
  const changes: StatedChange[] = [];
  for (const delta of read.deltas) {
    const placed = directions.map((direction) => ({
      direction,
      ...placeDelta(shapes, operation[direction], delta.node),
    }));
    const wanted =
      delta.direction === 'both' || delta.direction === null
        ? placed
        : placed.filter(({ direction }) => direction === delta.direction);
    const whole = wanted.filter(({ unplaced }) => unplaced.length === 0);
    const chosen = delta.direction === null && whole.length > 0 ? whole : wanted;
    if (delta.direction === null && whole.length > 1) {
      messages.add('ambiguous-direction', quote(operation.name), page.pointOf(delta.node.start));
    }
    const sides = delta.direction === null && whole.length === 0 ? bestFit(wanted) : chosen;
    for (const { direction, additions, unplaced } of sides) {
      for (const addition of additions)
        changes.push(
          statedChange(operation.name, direction, addition, { file: messages.file, ...page.pointOf(addition.offset) }),
        );
      for (const { path, offset } of unplaced)
        messages.add('unplaced-change', quote(`${operation.name} ${direction} ${path}`), page.pointOf(offset));
    }
  }
  return changes;
}

/** If a delta fits neither side, it is about the side that it fits better. */
function bestFit<T extends { readonly unplaced: readonly unknown[] }>(sides: readonly T[]): readonly T[] {
  return [...sides].sort((a, b) => a.unplaced.length - b.unplaced.length).slice(0, 1);
}

function statedChange(
  operation: string,
  direction: Direction,
  addition: Addition,
  at: StatedChange['at'],
): StatedChange {
  const kind =
    addition.kind === 'enum'
      ? 'enum-added'
      : addition.kind === 'enum-value'
        ? 'enum-value-added'
        : addition.required && direction === 'request'
          ? 'required-field-added'
          : 'field-added';
  return {
    kind,
    operation,
    direction,
    path: addition.path,
    value: addition.value,
    at,
  };
}
