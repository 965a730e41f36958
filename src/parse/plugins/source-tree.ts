/** Parsers as unified plugins: the tree that a plugin makes of a document, and the shell around the pure function. */
import type { Processor } from 'unified';
import type { Data, Node, Parent, Position } from 'unist';
import type { VFile } from 'vfile';
import { append, type Service } from '../../model/index.ts';
import { parseDocuments, positionKey } from '../index.ts';
import type { Dialect, ParseResult } from '../result.ts';

/** What a document says, as a tree for unist's tools. */
export interface SourceTree extends Parent {
  readonly type: 'apiSource';
  readonly dialect: Dialect;
  readonly children: ServiceNode[];
  readonly data: Data & { readonly result: ParseResult };
}

export interface ServiceNode extends Parent {
  readonly type: 'apiService';
  readonly id: string;
  readonly children: OperationNode[];
  readonly data: Data & { readonly service: Service };
}

export interface OperationNode extends Node {
  readonly type: 'apiOperation';
  readonly name: string;
}

/** Options that every plugin takes. */
export interface PluginOptions {
  /** The service, where a layout around the document tells it. */
  readonly service?: string | null;
}

declare module 'unified' {
  interface CompileResultMap {
    apiSource: ParseResult;
  }
}

/** Makes a processor read one dialect: its tree is a `SourceTree`, its result a `ParseResult`, its messages are the file's. */
export function attachDialect(processor: Processor, dialect: Dialect, options: PluginOptions = {}): undefined {
  const self = processor as unknown as Processor<SourceTree, SourceTree, SourceTree, SourceTree, ParseResult>;
  self.parser = (text: string, file: VFile) => toTree(dialect, text, file, options);
  self.compiler = (tree: SourceTree) => tree.data.result;
}

function toTree(dialect: Dialect, text: string, file: VFile, options: PluginOptions): SourceTree {
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
        return { type: 'apiOperation', name: operation.name, ...(position === undefined ? {} : { position }) };
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
