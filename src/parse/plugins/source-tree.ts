/** The tree that a unified plugin makes of a document, and a function that turns a parser into a plugin. */
import type { Plugin, Processor } from 'unified';
import type { Data, Node, Parent, Position } from 'unist';
import type { VFile } from 'vfile';
import { append, type Operation, type Service } from '../../model/index.ts';
import type { DialectId } from '../dialects/index.ts';
import { parseDocuments, positionKey } from '../index.ts';
import type { ParseResult } from '../result.ts';

/** The content of a document as a tree for unist's tools. */
export interface SourceTree extends Parent {
  readonly type: 'apiSource';
  readonly dialect: DialectId;
  readonly children: ServiceNode[];
  readonly data: Data & { readonly result: ParseResult };
}

/** A service of the document; `data.service` is its normalized model. */
export interface ServiceNode extends Parent {
  readonly type: 'apiService';
  readonly id: string;
  readonly children: OperationNode[];
  readonly data: Data & { readonly service: Service };
}

/** An operation, with its position if the document contains one; `data.operation` is its normalized model. */
export interface OperationNode extends Node {
  readonly type: 'apiOperation';
  readonly name: string;
  readonly data: Data & { readonly operation: Operation };
}

/** Options that every plugin takes. */
export interface PluginOptions {
  /** The service, if a layout around the document names it. */
  readonly service?: string | null;
}

declare module 'unified' {
  interface CompileResultMap {
    apiSource: ParseResult;
  }
}

/** A plugin for a dialect: its tree is a `SourceTree`, its result a `ParseResult`, its messages are the file's. */
export function sourcePlugin(dialect: DialectId): Plugin<[options?: PluginOptions], string, SourceTree> {
  return function (options) {
    // A plugin does not know its processor's other plugins, so unified types it as a plugin without a result.
    const self = this as unknown as Processor<SourceTree, SourceTree, SourceTree, SourceTree, ParseResult>;
    self.parser = (text: string, file: VFile) => toTree(dialect, text, file, options);
    self.compiler = (tree: SourceTree) => tree.data.result;
  };
}

function toTree(dialect: DialectId, text: string, file: VFile, options: PluginOptions = {}): SourceTree {
  const name = file.path ?? '<text>';
  const result = parseDocuments(dialect, [{ name, text }], { ...options, positions: true });
  append(file.messages, result.messages);
  const children = result.api.services.map(
    (service): ServiceNode => ({
      type: 'apiService',
      id: service.id,
      data: { service },
      children: service.operations.map((operation): OperationNode => {
        const position = pointIn(result, service.id, operation.name);
        const node = { type: 'apiOperation', name: operation.name, data: { operation } } as const;
        return position === undefined ? node : { ...node, position };
      }),
    }),
  );
  return { type: 'apiSource', dialect, children, data: { result } };
}

function pointIn(result: ParseResult, service: string, operation: string): Position | undefined {
  const at = result.positions.get(positionKey(service, operation, '', ''));
  if (at === undefined) return undefined;
  const point = { line: at.line, column: at.column };
  return { start: point, end: point };
}
