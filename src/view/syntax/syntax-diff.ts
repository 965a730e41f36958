/** The request or response syntax around a change, as a small diff. */
import { type Change, hasMembers, keyStep, type Member, type Place } from '../../model/index.ts';
import { enumLines } from './syntax-enum.ts';
import { manyValues, quoted, unwrapped } from './syntax-forms.ts';
import { inBothOrders, type SyntaxLine, syntaxLine } from './syntax-line.ts';
import type { Route } from './syntax-route.ts';
import { SyntaxRoot, type SyntaxSide } from './syntax-side.ts';
import { memberLine, type SyntaxSource, wholeMember, wholeStructure } from './syntax-whole.ts';

/** Both states of a service. Null means that the state is unknown. */
export interface SyntaxSides {
  readonly old: SyntaxSide | null;
  readonly new: SyntaxSide | null;
}

/**
 * The diff at the first place of a change; null where syntax cannot show it, such as a constraint. `released` are all
 * changes of the release: if the old state is unknown, they tell which parts of the new state were added.
 */
export function syntaxDiff(
  sides: SyntaxSides,
  change: Change,
  released: readonly Change[] = [change],
): readonly SyntaxLine[] | null {
  const [place] = change.places;
  if (!hasSyntax(change)) return null;
  if (change.kind === 'operation-added') return wholeOperation(sides.new, '+', place);
  if (change.kind === 'operation-removed') return wholeOperation(sides.old, '-', place);
  if (place === undefined || place.operation === null || place.direction === null || sides.new === null) return null;
  const { operation, direction, path } = place;
  const now = new SyntaxRoot(sides.new, operation, direction);
  const before = sides.old === null ? now.without(released) : new SyntaxRoot(sides.old, operation, direction);
  const route = now.route(path) ?? before.route(path);
  if (route === null) return null;
  const inside = structureLines(before, now, route);
  return inside === null ? null : framed(`${rootName(operation)} ${direction} {`, route, inside);
}

/** Whether syntax can show a change at all. If not, its states need not be read. */
export function hasSyntax({ kind, places: [place] }: Change): boolean {
  return kindsWithSyntax.has(kind) && place !== undefined && place.operation !== null;
}

/** The members of the structure around a field: the field with its difference, its neighbours, and `…` for the rest. */
function structureLines(before: SyntaxRoot, now: SyntaxRoot, route: Route): readonly SyntaxLine[] | null {
  const facts = now.facts.intersection(before.facts);
  const [old, new_] = [before.source(facts), now.source(facts)];
  const [oldMembers, newMembers] = [byName(before.members(route)), byName(now.members(route))];
  const names = inBothOrders([...oldMembers.keys()], [...newMembers.keys()]).map(({ name }) => name);
  const at = names.indexOf(route.name);
  const line = (source: SyntaxSource, member: Member | undefined) =>
    member === undefined ? [] : [memberLine(source, member)];
  const oldField = { root: before, source: old, member: oldMembers.get(route.name) };
  const newField = { root: now, source: new_, member: newMembers.get(route.name) };
  const field = fieldLines(oldField, newField, route);
  if (at < 0 || field.length === 0) return null;
  const beside = (name: string) => differing(line(old, oldMembers.get(name)), line(new_, newMembers.get(name)));
  const [first, last] = [Math.max(0, at - neighbours), Math.min(names.length, at + neighbours + 1)];
  return [
    ...(first > 0 ? [rest] : []),
    ...names.slice(first, at).flatMap(beside),
    ...field,
    ...names.slice(at + 1, last).flatMap(beside),
    ...(last < names.length ? [rest] : []),
  ];
}

/** A field in one state of the service; `member` is undefined where that state does not have it. */
interface FieldSide {
  readonly root: SyntaxRoot;
  readonly source: SyntaxSource;
  readonly member: Member | undefined;
}

/** The lines of the field itself; empty where both sides print the same. */
function fieldLines(before: FieldSide, now: FieldSide, route: Route): readonly SyntaxLine[] {
  const { source: oldSource, member: old } = before;
  const { source: newSource, member: new_ } = now;
  if (old === undefined) return new_ === undefined ? [] : marked('+', wholeMember(newSource, new_));
  if (new_ === undefined) return marked('-', wholeMember(oldSource, old));
  const [oldValues, newValues] = [before.root.values(route), now.root.values(route)];
  if (oldValues !== undefined && newValues !== undefined) {
    const values = enumLines(oldValues, newValues);
    if (values.length > 0) return enumField(newSource, new_, route, values);
  }
  const [oldLine, newLine] = [memberLine(oldSource, old, manyValues), memberLine(newSource, new_, manyValues)];
  if (oldLine === newLine) return [];
  // A field that became a structure, or stopped being one, is shown with its members.
  const isOpen = ({ shapes }: SyntaxSource, { target }: Member) => hasMembers(unwrapped(shapes, target, 0).shape);
  const [wasOpen, isOpenNow] = [isOpen(oldSource, old), isOpen(newSource, new_)];
  return [
    ...marked('-', wasOpen && !isOpenNow ? wholeMember(oldSource, old) : [oldLine]),
    ...marked('+', isOpenNow && !wasOpen ? wholeMember(newSource, new_) : [newLine]),
  ];
}

/** A field with one line for each enum value. */
function enumField(
  source: SyntaxSource,
  member: Member,
  route: Route,
  values: readonly SyntaxLine[],
): readonly SyntaxLine[] {
  const isKey = route.rest.at(-1) === keyStep;
  const { prefix, suffix } = isKey ? { prefix: '{', suffix: ': …}' } : unwrapped(source.shapes, member.target, 0);
  const [head, tail] = [`${quoted(member.name)}: ${prefix}`.trimEnd(), suffix === '' ? [] : [`${suffix},`]];
  return [
    ...marked(' ', [`${head}${source.remark(member)}`]),
    ...values.map(({ op, text }): SyntaxLine => ({ op, text: `  ${text}` })),
    ...marked(' ', tail),
  ];
}

/** The whole request and response of an operation that was added or removed. */
function wholeOperation(
  side: SyntaxSide | null,
  op: SyntaxLine['op'],
  place: Place | undefined,
): readonly SyntaxLine[] | null {
  if (side === null || place === undefined || place.operation === null) return null;
  const { operation } = place;
  const lines = (['request', 'response'] as const).flatMap((direction) => {
    const root = new SyntaxRoot(side, operation, direction);
    if (root.id === null) return [];
    const members = wholeStructure(root.source(root.facts), root.id);
    if (members.length === 0) return [];
    return [
      syntaxLine(op, 0, `${rootName(operation)} ${direction} {`),
      ...members.map((text) => syntaxLine(op, 1, text)),
      syntaxLine(op, 0, '}'),
    ];
  });
  return lines.length === 0 ? null : lines;
}

/** Adds the surrounding structures before and after; if there are many, `…` stands for those in the middle. */
function framed(head: string, { crumbs }: Route, inside: readonly SyntaxLine[]): readonly SyntaxLine[] {
  const opened = crumbs.map(({ name, open, close }) => [`${quoted(name)}: ${open}`, `${close},`] as const);
  const frames: (readonly [string, string])[] =
    opened.length <= maxCrumbs ? opened : [...opened.slice(0, 1), ['…', '…'], ...opened.slice(2 - maxCrumbs)];
  return [
    syntaxLine(' ', 0, head),
    ...frames.map(([open], depth) => syntaxLine(' ', depth + 1, open)),
    ...inside.map(({ op, text }) => syntaxLine(op, frames.length + 1, text)),
    ...frames.map(([, close], depth) => syntaxLine(' ', depth + 1, close)).reverse(),
    syntaxLine(' ', 0, '}'),
  ];
}

function byName(members: readonly Member[]): ReadonlyMap<string, Member> {
  return new Map(members.map((member) => [member.name, member]));
}

function differing(old: readonly string[], new_: readonly string[]): readonly SyntaxLine[] {
  return JSON.stringify(old) === JSON.stringify(new_) ? marked(' ', new_) : [...marked('-', old), ...marked('+', new_)];
}

function marked(op: SyntaxLine['op'], lines: readonly string[]): readonly SyntaxLine[] {
  return lines.map((text) => ({ op, text }));
}

/** Most names of operations are plain words; any other name is quoted. */
function rootName(operation: string): string {
  return /^[\w.-]+$/.test(operation) ? operation : quoted(operation);
}

const kindsWithSyntax: ReadonlySet<string> = new Set(
  `operation-added operation-removed field-added field-removed required-field-added required-added required-removed
  type-changed streaming-changed enum-added enum-removed enum-value-added enum-value-removed field-deprecated
  field-undeprecated`.split(/\s+/),
);
const rest: SyntaxLine = { op: ' ', text: '…' };
/** The number of fields shown before and after the changed one. */
const neighbours = 2;
const maxCrumbs = 5;
