/** Prints request and response syntax as botocore does. */
import type { Direction, Operation, Service } from '../../src/model/index.ts';
import { type DocumentedNode, documentedMembers } from './document.ts';

/** `client.create_widget(…)`, over several lines. */
export function requestSyntax(service: Service, operation: Operation, prefix = ''): string {
  const call = `${prefix}client.${operation.sdkName}`;
  const root = operation.request;
  if (root === null || root === undefined) return `${call}()`;
  const entries = documentedMembers(service, root, 'request').map(
    (node) => `    ${node.name}=${literalOf(node, 'request', '    ')}`,
  );
  return entries.length === 0 ? `${call}()` : `${call}(\n${entries.join(',\n')}\n)`;
}

/** The literal that a response looks like. */
export function responseSyntax(service: Service, operation: Operation): string {
  return structure(documentedMembers(service, operation.response as string, 'response'), 'response', '');
}

function structure(nodes: readonly DocumentedNode[], direction: Direction, indent: string): string {
  if (nodes.length === 0) return '{}';
  const inner = `${indent}    `;
  const entries = nodes.map((node) => `${inner}'${node.name}': ${literalOf(node, direction, inner)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function literalOf(node: DocumentedNode, direction: Direction, indent: string): string {
  if (node.repeats) return "{'... recursive ...'}";
  const inner = `${indent}    `;
  switch (node.kind) {
    case 'list':
      return `[\n${inner}${literalOf(node.children[0] as DocumentedNode, direction, inner)},\n${indent}]`;
    case 'map':
      return `{\n${inner}'string': ${literalOf(node.children[1] as DocumentedNode, direction, inner)}\n${indent}}`;
    case 'eventstream':
      return `EventStream(${structure(node.children, direction, indent)})`;
    case 'structure':
    case 'union':
      return structure(node.children, direction, indent);
    case 'string':
      return node.values.length === 0 ? "'string'" : node.values.map((value) => `'${value}'`).join('|');
    case 'document':
      return "{...}|[...]|123|123.4|'string'|True|None";
    case 'stream':
      return direction === 'request' ? "b'bytes'|file" : 'StreamingBody()';
    case 'blob':
      return "b'bytes'";
    case 'boolean':
      return 'True|False';
    case 'timestamp':
      return 'datetime(2015, 1, 1)';
    case 'double':
      return '123.0';
    case 'float':
      return '...';
    default:
      return '123';
  }
}
