/**
 * Builds shapes from the two halves of documentation: the syntax with structure and values, and the described fields.
 */
import type { Direction, Member, RecursiveShape, Shape, ShapeId } from '../../model/index.ts';
import { isNameless, itemStep, keyStep, memberPath, splitPath, stepInto, valueStep } from '../../model/index.ts';
import type { Messages, Point } from '../messages.ts';
import { quote } from '../messages.ts';
import { isRecursive, type SyntaxNode } from '../python/syntax-tree.ts';
import { childNamed, type DocumentedField, rootField, unnamedChild } from './documented-field.ts';
import { fits, writtenType } from './documented-types.ts';
import { readSentences } from './known-sentences.ts';
import { looksLikeMap, scalarOf, shapeOfFieldAlone } from './read-type.ts';
import type { ShapeTable } from './shape-table.ts';

/** The context of merging: the tables, the direction, and the abilities of the source. */
export interface MergeContext {
  readonly table: ShapeTable;
  readonly messages: Messages;
  readonly direction: Direction;
  /** Whether the source states which request members are required. */
  readonly knowsRequired: boolean;
  /** Whether every field of the syntax is described too: a missing description is then worth a message. */
  readonly describesAll: boolean;
  /** Called with the position of every field. */
  readonly onField?: ((path: string, at: Point) => void) | undefined;
  /** Called with the name of every sentence of the generator that was removed from a description. */
  readonly onSentence?: (pattern: string) => void;
  /** The point of an offset of the syntax. */
  pointOf(offset: number): Point;
}

/** The shape of a request: the entries of the call, described by the parameters. */
export function mergeRequest(
  context: MergeContext,
  syntax: SyntaxNode | null,
  fields: readonly DocumentedField[],
): ShapeId | null {
  const parent = { ...rootField(0), children: [...fields] };
  const members = mergeMembers(context, syntax, parent, '');
  if (members.length === 0) return null;
  return context.table.add({ kind: 'structure', members });
}

/** The shape of a response: the literal, described by the unnamed field at the top of the structure. */
export function mergeResponse(
  context: MergeContext,
  syntax: SyntaxNode | null,
  root: DocumentedField | undefined,
): ShapeId {
  const read = readSentences(root?.documentation ?? []);
  const members = mergeMembers(context, syntax, root, '');
  const documented = read.documentation.length > 0 ? { documentation: read.documentation } : {};
  return context.table.add({ kind: read.union ? 'union' : 'structure', members, ...documented });
}

function mergeMembers(
  context: MergeContext,
  syntax: SyntaxNode | null,
  field: DocumentedField | undefined,
  path: string,
): Member[] {
  const members: Member[] = [];
  const seen = new Set<string>();
  const entries = syntax !== null && (syntax.type === 'dict' || syntax.type === 'call') ? syntax.entries : [];
  // Both halves usually have the same order: then no field needs a search.
  let expected = 0;
  for (const entry of entries) {
    if (seen.has(entry.key)) {
      sayAgain(context, memberPath(path, entry.key), context.pointOf(entry.start));
      continue;
    }
    seen.add(entry.key);
    const next = field?.children[expected];
    const child = next?.name === entry.key ? next : childNamed(field, entry.key);
    if (child !== undefined && child === next) expected++;
    const at = pointOf(context, child, entry.start);
    // The syntax was cut off before the value, and no field describes it. The syntax parser has reported that, and the
    // shape is unknown.
    if (entry.value === null && child === undefined) continue;
    if (child === undefined && context.describesAll && field !== undefined) {
      context.messages.add('undocumented-field', quote(memberPath(path, entry.key)), at);
    }
    const halves = { path: memberPath(path, entry.key), syntax: entry.value, field: child };
    members.push(mergeMember(context, entry.key, halves, at));
  }
  // If each field was the next one, none is left.
  const left = field === undefined || expected === field.children.length ? [] : field.children;
  const described = new Set<string>();
  for (const child of left) {
    if (child.name === '') continue;
    if (described.has(child.name)) sayAgain(context, memberPath(path, child.name), fieldPoint(child));
    described.add(child.name);
    if (seen.has(child.name)) continue;
    seen.add(child.name);
    const at = fieldPoint(child);
    if (syntax !== null) context.messages.add('field-not-in-syntax', quote(memberPath(path, child.name)), at);
    const halves = { path: memberPath(path, child.name), syntax: null, field: child };
    members.push(mergeMember(context, child.name, halves, at));
  }
  return members;
}

function sayAgain({ messages }: MergeContext, path: string, at: Point): void {
  messages.add('unexpected-text', quote(path), at, 'each field once');
}

/** The two halves of the documentation of one place. */
interface Halves {
  readonly path: string;
  readonly syntax: SyntaxNode | null;
  readonly field: DocumentedField | undefined;
}

function mergeMember(context: MergeContext, name: string, halves: Halves, at: Point): Member {
  const { path, field } = halves;
  context.onField?.(path, field === undefined ? at : fieldPoint(field));
  const read = readSentences(field?.documentation ?? []);
  for (const pattern of read.patterns) context.onSentence?.(pattern);
  const target = mergeTarget(context, halves, read.union);
  // Inside a shape that contains itself, botocore never prints [REQUIRED].
  const repeats = context.table.get(target)?.kind === 'recursive';
  // Where the text ends, the mark may be cut off.
  const states =
    context.knowsRequired &&
    context.direction === 'request' &&
    name !== '' &&
    field !== undefined &&
    !repeats &&
    (field.required || field.isLast !== true);
  // There are so many members that objects for parts of them would be noticed.
  const member: Writable<Member> = { name, target };
  if (states) member.required = field.required;
  if (read.documentation.length > 0) member.documentation = read.documentation;
  if (read.idempotencyToken) member.idempotencyToken = true;
  return member;
}

/** Where a member stands: at its description, or else in the syntax, whose lines have to be searched for it. */
function pointOf(context: MergeContext, field: DocumentedField | undefined, offset: number): Point {
  return field === undefined ? context.pointOf(offset) : fieldPoint(field);
}

function fieldPoint({ line, column }: DocumentedField): Point {
  return { line, column };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

function mergeTarget(context: MergeContext, { syntax, field, path }: Halves, union: boolean): ShapeId {
  const shape =
    syntax === null ? fromField(context, field, path, union) : fromSyntax(context, { syntax, field, path }, union);
  if (field !== undefined && field.type !== '') checkType(context, field, shape);
  return context.table.add(shape);
}

function fromSyntax(
  context: MergeContext,
  { syntax, field, path }: Halves & { readonly syntax: SyntaxNode },
  union: boolean,
): Shape {
  if (syntax.type === 'list') {
    const item = syntax.items[0] ?? null;
    if (syntax.items.length === 1 && item !== null && item.type === 'ellipsis')
      return fromField(context, field, path, union);
    const halves = { path: stepInto(path, itemStep), syntax: item, field: unnamedChild(field) };
    return { kind: 'list', member: mergeMember(context, '', halves, pointOf(context, halves.field, syntax.start)) };
  }
  if (syntax.type === 'dict') {
    if (isRecursive(syntax)) return recursionOf(field, path);
    if (looksLikeMap(syntax, field))
      return mapShape(
        context,
        { path, syntax: syntax.entries[0]?.value ?? null, field },
        context.pointOf(syntax.start),
      );
    return { kind: union ? 'union' : 'structure', members: mergeMembers(context, syntax, field, path) };
  }
  if (syntax.type === 'call' && syntax.name === 'EventStream') {
    return { kind: 'eventstream', members: mergeMembers(context, syntax.values[0] ?? null, field, path) };
  }
  const scalar = scalarOf(syntax, field);
  if (scalar !== undefined) return scalar;
  context.messages.add('unexpected-syntax', quote(syntax.type), context.pointOf(syntax.start));
  return fromField(context, field, path, union);
}

/** The repeated shape: by its description, or else by a member of the same name earlier on the path. */
function recursionOf(field: DocumentedField | undefined, path: string): RecursiveShape {
  const of = field === undefined ? kindOnPath(path) : field.type === 'list' ? 'list' : 'structure';
  return of === undefined ? { kind: 'recursive' } : { kind: 'recursive', of };
}

function kindOnPath(path: string): RecursiveShape['of'] {
  const steps = splitPath(path);
  const end = steps.slice(
    Math.max(
      0,
      steps.findLastIndex((step) => !isNameless(step)),
    ),
  );
  for (let at = 0; at + end.length < steps.length; at++) {
    if (!end.every((step, further) => steps[at + further] === step)) continue;
    const next = steps[at + end.length];
    return next === itemStep ? 'list' : next === valueStep || next === keyStep ? 'map' : 'structure';
  }
  return undefined;
}

function fromField(context: MergeContext, field: DocumentedField | undefined, path: string, union: boolean): Shape {
  const at = { line: field?.line ?? 1, column: field?.column ?? 1 };
  const alone = shapeOfFieldAlone(field);
  if (alone === 'list') {
    const halves = { path: stepInto(path, itemStep), syntax: null, field: unnamedChild(field) };
    if (halves.field === undefined) return { kind: 'recursive', of: 'list' };
    return { kind: 'list', member: mergeMember(context, '', halves, at) };
  }
  if (alone === 'map') return mapShape(context, { path, syntax: null, field }, at);
  // The text breaks off: a structure and a map begin alike.
  if (alone === 'structure' && field?.isLast === true && field.children.length === 0) return { kind: 'recursive' };
  if (alone === 'structure' || alone === 'eventstream') {
    return {
      kind: alone === 'structure' && union ? 'union' : alone,
      members: mergeMembers(context, null, field, path),
    };
  }
  return { kind: alone };
}

/** A map's value is described inside its key: `- *(string) --*` and in it `- *(dict) --*`. */
function mapShape(context: MergeContext, { path, syntax, field }: Halves, at: Point): Shape {
  const key = unnamedChild(field);
  const described = unnamedChild(key) ?? unnamedChild(field, 1);
  const bareKey = key === undefined ? undefined : { ...key, children: [] };
  if (syntax === null && described === undefined) return { kind: 'recursive', of: 'map' };
  return {
    kind: 'map',
    key: mergeMember(context, '', { path: stepInto(path, keyStep), syntax: null, field: bareKey }, at),
    value: mergeMember(context, '', { path: stepInto(path, valueStep), syntax, field: described }, at),
  };
}

function checkType(context: MergeContext, field: DocumentedField, shape: Shape): void {
  const type = writtenType(field.type);
  if (type === undefined) context.messages.add('unknown-type', quote(field.type), fieldPoint(field));
  else if (!fits(type, shape)) {
    const actual = quote(`${field.name} (${field.type})`);
    context.messages.add('type-mismatch', actual, fieldPoint(field), `\`${shape.kind}\``);
  }
}
