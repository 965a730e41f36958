/** A syntax that breaks off: what stands at the break may be the beginning of something else. */
import { expect, test } from 'vitest';
import { parseSyntax } from '../../../src/parse/python/parse-syntax.ts';
import { settled } from '../../../src/parse/python/settled.ts';
import type { SyntaxNode } from '../../../src/parse/python/syntax-tree.ts';

/** The types in a syntax; `?` is a value that is open. */
function typesOf(node: SyntaxNode | null): string {
  if (node === null) return '?';
  const entries = 'entries' in node ? node.entries.map(({ key, value }) => `${key}: ${typesOf(value)}`) : [];
  if (node.type === 'call') return `${node.name}(${[...entries, ...node.values.map(typesOf)].join(', ')})`;
  if (node.type === 'dict') return `{${[...entries, ...node.values.map(typesOf)].join(', ')}}`;
  if (node.type === 'list') return `[${node.items.map(typesOf).join(', ')}]`;
  if (node.type === 'alternatives') return node.options.map(typesOf).join('|');
  return node.type === 'string' || node.type === 'name' ? node.value : node.type;
}

const rows: readonly (readonly [string, string])[] = [
  ['f(', 'f()'],
  ['f(A=', 'f(A: ?)'],
  // A whole number may get a fraction.
  ['f(A=1', 'f(A: ?)'],
  ['f(A=1.', 'f(A: ?)'],
  ['f(A=1,', 'f(A: integer)'],
  // A name may be half of one, and its alternative may follow.
  ['f(A=Tru', 'f(A: ?)'],
  ['f(A=True|Fal', 'f(A: ?)'],
  ['f(A=True|', 'f(A: ?)'],
  ['f(A=True|False,', 'f(A: True|False)'],
  ["f(A=b'byt", 'f(A: ?)'],
  ["f(A=b'bytes'|", 'f(A: ?)'],
  ['f(A=dateti', 'f(A: ?)'],
  ['f(A=datetime(20', 'f(A: datetime())'],
  ['f(A=EventStream({', 'f(A: EventStream())'],
  // Whole values of an enumeration stay; the half one at the end goes.
  ["f(A='ENA", 'f(A: ?)'],
  ["f(A='ENABLED", 'f(A: ?)'],
  ["f(A='ENABLED'", 'f(A: ENABLED)'],
  ["f(A='ENABLED'|", 'f(A: ENABLED)'],
  ["f(A='ENABLED'|'DISA", 'f(A: ENABLED)'],
  ["f(A='ENABLED'|'IDLE'|'DISA", 'f(A: ENABLED|IDLE)'],
  // A list without an item, and a bracket that may be of a structure, of a map, or of a document.
  ['f(A=[', 'f(A: ?)'],
  ['f(A=[{', 'f(A: ?)'],
  ['f(A=[]', 'f(A: [])'],
  ["f(A=[{'B': 1, 'C': 2", 'f(A: [{B: integer, C: ?}])'],
  ["f(A={'B", 'f(A: ?)'],
  ["f(A={'B'", 'f(A: ?)'],
  ["f(A={'B':", 'f(A: {B: ?})'],
  ["f(A={'string': ", 'f(A: ?)'],
  ["f(A={'string': 'string'", 'f(A: {string: string})'],
  ["f(A={'B': {'C': 1}", 'f(A: {B: {C: integer}})'],
  ['f(A={...', 'f(A: ?)'],
  ['f(A={...}', 'f(A: ?)'],
  ['f(A={...}|', 'f(A: ?)'],
  ['f(A={...}|[...]', 'f(A: {ellipsis}|[ellipsis])'],
  ["f(A={'... recursive", 'f(A: ?)'],
  ["f(A={'... recursive ...'}", 'f(A: {... recursive ...})'],
];

test.each(rows)('%s', (text, types) => {
  // An editor ends the last line.
  for (const broken of [text, `${text}\n`, `${text}\r\n`]) {
    const { node, end } = parseSyntax(broken);
    expect(typesOf(settled(node, broken, end))).toBe(types);
  }
});
