/** Prints a service as rendered text: reference text as botocore had it in 2015, and the body of changelog pages. */
import type { Operation, Prose, Service } from '../../src/model/index.ts';
import { type DocumentedNode, documentedMembers, plainType } from './document.ts';
import { wordsOf } from './print-rst.ts';
import { requestSyntax, responseSyntax } from './print-syntax.ts';

/** A document of many services; here of one. */
export function referenceText(service: Service): string {
  return [
    'Getting Started With botocore',
    '',
    `${service.title}`,
    '',
    'Client',
    '',
    'class SampleWidgets.Client',
    '',
    `A low-level client representing ${service.title}:`,
    '',
    `client = session.create_client('${service.id}')`,
    '',
    'These are the available methods:',
    '',
    ...service.operations.flatMap((operation) => [
      `${operation.sdkName}(${operation.request === null ? '' : '**kwargs'})`,
      '',
      ...proseLines(operation.documentation ?? [], ''),
      ...bodyLines(service, operation, 'reference'),
      '',
    ]),
  ].join('\n');
}

/** Everything from “Request Syntax” to the last field of the response. */
export function bodyLines(service: Service, operation: Operation, layout: 'reference' | 'changelog'): string[] {
  const { request, response } = operation;
  const isPage = layout === 'changelog';
  const lines = ['Request Syntax', '', requestSyntax(service, operation, isPage ? '' : 'response = '), ''];
  const parameters = request === null || request === undefined ? [] : documentedMembers(service, request, 'request');
  if (parameters.length > 0 && !isPage) {
    lines.push('Parameters', '');
    for (const node of parameters)
      lines.push(...item(node, parameters.length === 1 ? '' : '  ', parameters.length === 1));
  }
  if (isPage)
    for (const node of parameters) {
      lines.push(`type ${node.name}:`, '', node.type, '', `param ${node.name}:`, '');
      if (node.required) lines.push('[REQUIRED]', '');
      lines.push(...proseLines(node.documentation, ''), ...items(node, '  '));
    }
  if (response === null || response === undefined) {
    lines.push(...(isPage ? ['returns:', '', 'None', ''] : ['Returns', '', 'None', '']));
    return lines;
  }
  lines.push(...(isPage ? ['rtype:', '', 'dict', '', 'returns:', ''] : ['Return type', '', 'dict', '', 'Returns', '']));
  lines.push('Response Syntax', '', responseSyntax(service, operation), '', 'Response Structure', '');
  lines.push('  • (dict) --', '');
  for (const node of documentedMembers(service, response, 'response')) lines.push(...item(node, '    '));
  return lines;
}

function items(node: DocumentedNode, indent: string): string[] {
  if (node.kind !== 'map' || node.children.length === 0) return node.children.flatMap((child) => item(child, indent));
  const [key, value] = node.children as [DocumentedNode, DocumentedNode];
  return [...item(key, indent), ...item(value, `${indent}  `)];
}

function item(node: DocumentedNode, indent: string, lone = false): string[] {
  const name = node.name === '' ? '' : `${node.name} `;
  return [
    `${indent}${lone ? '' : '• '}${name}(${plainType(node.type)}) --${node.required ? ' [REQUIRED]' : ''}`,
    '',
    ...proseLines(node.documentation, `${indent}  `),
    ...items(node, `${indent}  `),
  ];
}

/** Paragraphs and bullets with a blank line behind each. */
export function proseLines(prose: Prose, indent: string): string[] {
  return prose.flatMap((block) => {
    if (block.type === 'paragraph') return [`${indent}${wordsOf(block)}`, ''];
    if (block.type !== 'list') return [];
    return block.children.flatMap(({ children }) => [`${indent}• ${wordsOf(children[0])}`, '']);
  });
}
