/** Prints two versions of a service as a changelog page, as structured text and as flattened text. */
import type { Operation, Service } from '../../src/model/index.ts';
import { type DocumentedNode, documentedMembers } from './document.ts';
import { deltaOf, printValue } from './print-delta.ts';
import { wordsOf } from './print-rst.ts';
import { requestSyntax, responseSyntax } from './print-syntax.ts';
import { bodyLines, proseLines } from './print-text.ts';

/** One operation of a page, with what is said to have changed in it. */
export interface PageEntry {
  readonly operation: Operation;
  readonly added: boolean;
  /** Printed deltas; where both directions changed in the same way there is one of both. */
  readonly deltas: readonly { readonly direction: 'request' | 'response' | 'both'; readonly text: string }[];
}

/** The operations that a page shows: new ones first, then those that changed. */
export function pageEntries(before: Service, after: Service): readonly PageEntry[] {
  const added: PageEntry[] = [];
  const updated: PageEntry[] = [];
  for (const operation of after.operations) {
    const old = before.operations.find(({ name }) => name === operation.name);
    if (old === undefined) {
      added.push({ operation, added: true, deltas: [] });
      continue;
    }
    const deltas = (['request', 'response'] as const).flatMap((direction) => {
      const [was, is] = [old[direction], operation[direction]];
      const found = typeof was === 'string' && typeof is === 'string' ? deltaOf(before, after, was, is) : undefined;
      return found === undefined ? [] : [{ direction, text: printValue(found) }];
    });
    const [first, second] = deltas;
    if (first === undefined) continue;
    const same = second !== undefined && first.text === second.text;
    updated.push({ operation, added: false, deltas: same ? [{ direction: 'both', text: first.text }] : deltas });
  }
  return [...added, ...updated];
}

/** `2 new 3 updated`, with or without the space that flattening loses. */
export function countWords(entries: readonly PageEntry[], between: string): string {
  const added = entries.filter((entry) => entry.added).length;
  const updated = entries.length - added;
  return [added > 0 ? `${added} new` : '', updated > 0 ? `${updated} updated` : ''].filter(Boolean).join(between);
}

/** A page whose indentation was kept. */
export function structuredPage(after: Service, entries: readonly PageEntry[]): string {
  return [
    after.title,
    '',
    `2025/11/13 - ${after.title} - ${countWords(entries, ' ')} api methods`,
    '',
    'Changes  Something was added, see below.',
    '',
    ...entries.flatMap(({ operation, added, deltas }) => [
      `${operation.name} (${added ? 'new' : 'updated'}) Link ¶`,
      ...(deltas.length > 0 ? [`Changes (${deltas.map(({ direction }) => direction).join(', ')})`] : []),
      ...deltas.flatMap(({ direction, text }) =>
        deltas.length === 2 ? [direction === 'request' ? 'Request' : 'Response', text] : [text],
      ),
      '',
      ...proseLines(operation.documentation ?? [], ''),
      'See also: AWS API Documentation',
      '',
      ...bodyLines(after, operation, 'changelog'),
    ]),
  ].join('\n');
}

/** A page that lost its headings, its parameters' names, its indentation and its line breaks. */
export function flatPage(after: Service, entries: readonly PageEntry[]): string {
  const lines = [
    `2025/11/13 - ${after.title} - ${countWords(entries, '')} api methods`,
    'Changes Something was added, see below.',
  ];
  for (const { operation, deltas } of entries) {
    lines.push(...deltas.map(({ text }) => text), ...proseLines(operation.documentation ?? [], '').map(withoutBullet));
    lines.push('See also: AWS API Documentation', 'Request Syntax', requestSyntax(after, operation));
    const { request, response } = operation;
    if (typeof request === 'string')
      for (const node of documentedMembers(after, request, 'request')) {
        lines.push(node.type, ...(node.required ? ['[REQUIRED]'] : []));
        lines.push(...proseLines(node.documentation, '').map(withoutBullet), ...node.children.flatMap(flatItem));
      }
    if (typeof response !== 'string') lines.push('None');
    else {
      lines.push('dict', 'Response Syntax', responseSyntax(after, operation), 'Response Structure', '(dict) --');
      lines.push(...documentedMembers(after, response, 'response').flatMap(flatItem));
    }
  }
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function flatItem(node: DocumentedNode): string[] {
  const name = node.name === '' ? '' : `${node.name} `;
  return [
    `${name}(${node.type}) --${node.required ? ' [REQUIRED]' : ''}`,
    ...proseLines(node.documentation, '').map(withoutBullet),
    ...node.children.flatMap(flatItem),
  ];
}

function withoutBullet(line: string): string {
  return line.replace(/^•\s+/, '');
}

/** The words of the first paragraph of an operation. */
export function firstWords(operation: Operation): string {
  return wordsOf(operation.documentation?.[0]);
}
