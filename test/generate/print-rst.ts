/** Prints a service as reference RST: a page for each operation, or one page for the whole service. */
import type { Operation, Prose, Service } from '../../src/model/index.ts';
import { type DocumentedNode, documentedMembers } from './document.ts';
import { requestSyntax, responseSyntax } from './print-syntax.ts';

/** The page of one operation, with the line at the top that names the service. */
export function operationPage(service: Service, operation: Operation): string {
  const title = operation.sdkName;
  const bar = '*'.repeat(title.length);
  return [
    `:doc:\`SampleWidgets <../../${service.id}>\` / Client / ${title}`,
    '',
    bar,
    title,
    bar,
    '',
    '',
    '',
    ...method(service, operation, `SampleWidgets.Client.`, 0),
    '',
  ].join('\n');
}

/** The page of a service as it was before 2023. */
export function servicePage(service: Service): string {
  return [
    '.. contents:: Table of Contents',
    '   :depth: 2',
    '',
    '======',
    'Client',
    '======',
    '',
    '.. py:class:: SampleWidgets.Client',
    '',
    `  A low-level client representing ${service.title}`,
    '  ::',
    '',
    '    ',
    '    import boto3',
    '    ',
    `    client = boto3.client('${service.id}')`,
    '',
    '  These are the available methods:',
    '',
    ...service.operations.map(({ sdkName }) => `  *   :py:meth:\`~SampleWidgets.Client.${sdkName}\`\n`),
    ...service.operations.flatMap((operation) => [...method(service, operation, '', 2), '']),
  ].join('\n');
}

function method(service: Service, operation: Operation, owner: string, indent: number): string[] {
  const base = ' '.repeat(indent + 2);
  const { request, response } = operation;
  const lines = [
    `${' '.repeat(indent)}.. py:method:: ${owner}${operation.sdkName}(${request === null ? '' : '**kwargs'})`,
    '',
    `${base}`,
    '',
    ...proseLines(operation.documentation ?? [], base),
  ];
  if (operation.deprecated !== undefined)
    lines.push(
      `${base}.. danger::`,
      '',
      `${base}  This operation is deprecated and may not function as expected. This operation should not be used going forward and is only kept for the purpose of backwards compatiblity.`,
      '',
    );
  lines.push(`${base}See also: \`AWS API Documentation <${operation.seeAlso}>\`_`, '', '');
  lines.push(...literal(base, '**Request Syntax**', requestSyntax(service, operation, 'response = ')));
  if (request !== null && request !== undefined)
    for (const node of documentedMembers(service, request, 'request')) {
      lines.push(`${base}:type ${node.name}: ${node.type}`);
      lines.push(`${base}:param ${node.name}: ${node.required ? '**[REQUIRED]** ' : ''}`, '');
      lines.push(...proseLines(node.documentation, `${base}  `), ...items(node, `${base}  `));
    }
  if (response === null || response === undefined) lines.push(`${base}:returns: None`);
  else {
    const inner = `${base}  `;
    lines.push('', `${base}:rtype: dict`, `${base}:returns: `, inner);
    lines.push(...literal(inner, '**Response Syntax**', responseSyntax(service, operation)));
    lines.push(`${inner}**Response Structure**`, '', inner, `${inner}- *(dict) --* `, '');
    for (const node of documentedMembers(service, response, 'response')) lines.push(...item(node, `${inner}  `));
  }
  if (operation.errors !== undefined && operation.errors.length > 0) {
    lines.push(`${base}**Exceptions**`, base);
    for (const { name } of operation.errors)
      lines.push(`${base}*   :py:class:\`SampleWidgets.Client.exceptions.${name}\``, '', base);
  }
  return lines;
}

function literal(base: string, heading: string, text: string): string[] {
  return [`${base}${heading}`, `${base}::`, '', ...text.split('\n').map((line) => `${base}  ${line}`), `${base}  `, ''];
}

function items(node: DocumentedNode, indent: string): string[] {
  if (node.kind !== 'map' || node.children.length === 0) return node.children.flatMap((child) => item(child, indent));
  const [key, value] = node.children as [DocumentedNode, DocumentedNode];
  return [...item(key, indent), ...item(value, `${indent}    `)];
}

function item(node: DocumentedNode, indent: string): string[] {
  const name = node.name === '' ? '' : `**${node.name}** `;
  const type = node.type.startsWith(':') ? `(${node.type}) --` : `*(${node.type}) --*`;
  return [
    `${indent}- ${name}${type} ${node.required ? '**[REQUIRED]** ' : ''}`,
    '',
    ...proseLines(node.documentation, `${indent}  `),
    `${indent}  `,
    '',
    ...items(node, `${indent}  `),
  ];
}

/** Paragraphs and lists, each with a blank line behind it. */
function proseLines(prose: Prose, indent: string): string[] {
  return prose.flatMap((block) => {
    if (block.type === 'paragraph') return [`${indent}${wordsOf(block)}`, '', `${indent}`, ''];
    if (block.type !== 'list') return [];
    return [...block.children.flatMap(({ children }) => [`${indent}* ${wordsOf(children[0])}`, '']), `${indent}`, ''];
  });
}

/** The words of a paragraph, as the generator of services wrote them. */
export function wordsOf(block: Prose[number] | undefined): string {
  const text = block?.type === 'paragraph' ? block.children[0] : undefined;
  return text?.type === 'text' ? text.value : '';
}
